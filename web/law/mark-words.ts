/**
 * Marks words in the text below an element without touching the document, where the browser can; returns how to undo it.
 * What is marked helps the eye; it is not the list of matches, which the search makes with the grammar of the language.
 */
export function markWords(element: Element, words: string[]): () => void {
  const pattern = patternOf(words);
  if (pattern === undefined || typeof Highlight === "undefined") return () => {};
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    // What stands beside the law in our own words is no part of it.
    node.nodeName === "ASIDE" ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node !== null && ranges.length < mostMarks; node = walker.nextNode()) {
    for (const { index, 0: found } of (node.nodeValue ?? "").matchAll(pattern)) {
      const range = new StaticRange({
        startContainer: node,
        startOffset: index,
        endContainer: node,
        endOffset: index + found.length,
      });
      ranges.push(range as unknown as Range);
    }
  }
  CSS.highlights.set("query", new Highlight(...ranges));
  return () => void CSS.highlights.delete("query");
}

/** The words and quoted phrases of a query, without its operators and without what it excludes: `"end user" -medical | export*` → `end user`, `export`. */
export function wordsOf(query: string): string[] {
  return [...query.matchAll(/(-?)(?:"([^"]*)"|([^\s"|()]+))/g)]
    .filter(([, minus]) => minus === "")
    .map(([, , phrase, word]) => (phrase ?? word ?? "").replaceAll(/^[+~]+|[*~.,;:?!]+$/g, "").trim())
    .filter((word) => word.length > 2 || /\p{Script=Han}/u.test(word));
}

/** Finds words that begin as one of these does, with a short ending of their own; in Arabic also behind an article or a particle, in Chinese anywhere. */
export function patternOf(words: string[]): RegExp | undefined {
  if (words.length === 0) return undefined;
  const alternatives = words.map((word) => {
    const literal = word.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`);
    if (/\p{Script=Han}/u.test(word)) return literal;
    const before = /\p{Script=Arabic}/u.test(word) ? String.raw`(?<!\p{L})\p{L}{0,3}` : String.raw`(?<![\p{L}\p{N}])`;
    return String.raw`${before}${literal}\p{L}{0,3}(?!\p{L})`;
  });
  return new RegExp(alternatives.join("|"), "giu");
}

/** More marks than anyone reads, fewer than slow a browser down. */
const mostMarks = 5000;
