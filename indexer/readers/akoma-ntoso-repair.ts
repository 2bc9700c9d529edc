/**
 * Some collections were made into XML by a program that read the lines of a scanned print, so page heads, footnote
 * marks and line ends of the print stand in the text. These functions undo what can be told for certain.
 */

/** Whether a paragraph is the running head of a page: the title and nothing else. A sentence that ends in the title has a full stop. */
export function isPageHead(paragraph: string, title: string): boolean {
  return title !== "" && !paragraph.endsWith(".") && letters(paragraph) === letters(title);
}

function letters(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** A running head inside a sentence, which goes on in lower case after it: `shall be The Ferries Act, 1970 liable` → `shall be liable`. */
export function withoutPageHeads(paragraph: string, title: string): string {
  if (!/^The \p{Lu}/u.test(title)) return paragraph;
  return paragraph.split(` ${title} `).reduce((before, after) => {
    const end = before.slice(-10);
    const isInsideSentence = /[\p{Ll},;]$/u.test(end) && !/(?:called|cited as)$/u.test(end) && /^\p{Ll}/u.test(after);
    return isInsideSentence ? `${before} ${after}` : `${before} ${title} ${after}`;
  });
}

/**
 * Footnote figures glued to words: `such date1 as` → `such date as`, `1[inserted words]` → `[inserted words]`. A figure after a
 * word that counts something stays: `section6` has only lost its blank.
 */
export function withoutFootnoteFigures(paragraph: string): string {
  return paragraph
    .replaceAll(/(?<!\p{L})(\p{L}*\p{Ll}{2})([,.]?)\d{1,2}(?=[\s,;)—]|$)/gu, (whole, word: string, mark: string) =>
      countedWords.test(word) ? whole : `${word}${mark}`,
    )
    .replaceAll(/(?<=\bsuch (?:date|day)) \d{1,2}(?= as\b)/gu, "")
    .replaceAll(/(?<=\(\d+ of \d{4}\))\d{1,2}(?=[\s,;])/gu, "")
    .replaceAll(/(?<![\w.(])\d{1,2}(?=\[)/gu, "")
    .replaceAll(/(?<!\w)\d{1,2} (?=\*\*\*)/gu, "");
}

const countedWords =
  /^(?:section|sub|sec|clause|article|rule|act|no|part|chapter|schedule|item|para|paragraph|form|table|entry|page|vol|list)$/iu;

/**
 * A heading that a scan left in front of the section's words: `Penalty for false papers.—Whoever signs …`, `(1) Extent. It applies …`.
 * What has a verb of rule in it is no heading.
 */
export function splitHeading(text: string): { heading: string; text: string } | undefined {
  const parts =
    /^(?<number>\(1\) )?(?<heading>\p{Lu}[^—]{3,200}?(?:\p{Ll}{2}|\d(?=\.\s?[-–—])))\.(?:\s?[-–—]{1,3}\s?|\s?(?=\p{Lu}))(?<rest>.+)$/su.exec(
      text,
    )?.groups;
  if (parts?.heading === undefined || parts.rest === undefined) return undefined;
  if (/\b(?:shall|may|is|are|was|were|has|have|means|includes|applies|extends)\b/u.test(parts.heading))
    return undefined;
  return { heading: parts.heading, text: `${parts.number ?? ""}${parts.rest}` };
}

/** Lines of the print joined to sentences again: `may be called the` and `Ferries Act, 1970.` are one paragraph. */
export function joinedSentences(paragraphs: readonly string[]): string[] {
  const sentences: string[][] = [];
  for (const paragraph of paragraphs) {
    const sentence = sentences.at(-1);
    const line = sentence?.at(-1);
    if (sentence !== undefined && line !== undefined && isBrokenOff(line, paragraph)) sentence.push(paragraph);
    else sentences.push([paragraph]);
  }
  return sentences.map((lines) => lines.join(" "));
}

function isBrokenOff(text: string, next: string): boolean {
  if (/\b(?:sections?|clauses?|rules?|articles?)$/u.test(text)) return /^\(\w+\)|^\d/u.test(next);
  const isItem = /^\(\w{1,5}\)|^\p{L}{1,4}[.)]|^\d{1,3}[.)]|^(?:Explanation|Provided|Illustration)/u.test(next);
  return !isItem && /\p{Ll}/u.test(text) && /[\p{L},]$/u.test(text);
}
