/** A snippet of the API as React nodes: `<mark>` marks, and whatever else stands in it is shown as text, never as markup. */
export function Snippet({ snippet }: { snippet: string }) {
  return partsOf(snippet).map(({ text, isMarked }, index) => (isMarked ? <mark key={index}>{text}</mark> : text));
}

/** Takes a snippet apart at `<mark>` and `</mark>`, the only tags it may hold, and undoes the escaping of the rest. */
export function partsOf(snippet: string): { text: string; isMarked: boolean }[] {
  return snippet
    .split(/<mark>(.*?)<\/mark>/s)
    .map((text, index) => ({ text: unescaped(text), isMarked: index % 2 === 1 }))
    .filter(({ text }) => text !== "");
}

/** In one pass, so that `&amp;lt;` becomes `&lt;` and not `<`. */
function unescaped(text: string): string {
  return text.replaceAll(
    /&(amp|lt|gt|quot|#x27|#39|#x2F);/gi,
    (whole, name: string) => characters[name.toLowerCase()] ?? whole,
  );
}

const characters: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#x27": "'",
  "#39": "'",
  "#x2f": "/",
};
