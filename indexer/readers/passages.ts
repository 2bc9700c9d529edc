import type { Provision } from "#domain/legislation.ts";

/** Longest passage, in characters, of a text without article marks: two or three paragraphs, one screen. */
const longestPassage = 2000;

/**
 * Cuts a text without article marks into passages of at most 2,000 characters at its paragraphs; a longer
 * paragraph is cut after a sentence, or where there is none at a blank. Anchors are `p-1`, `p-2`, ….
 * @param paragraphs in order, each without line feeds
 */
export function passages(paragraphs: Iterable<string>, path: string[] = []): Provision[] {
  const texts: string[] = [];
  let current = "";
  for (const paragraph of paragraphs) {
    for (const piece of pieces(paragraph.trim())) {
      if (current !== "" && current.length + 1 + piece.length > longestPassage) {
        texts.push(current);
        current = "";
      }
      current = current === "" ? piece : `${current}\n${piece}`;
    }
  }
  if (current !== "") texts.push(current);
  return texts.map((text, index) => ({ anchor: `p-${index + 1}`, kind: "passage", label: "", path, text }));
}

/** A paragraph in pieces of at most `longestPassage`, cut after the last sentence end, else the last blank, else anywhere but inside a character. */
function pieces(paragraph: string): string[] {
  const result: string[] = [];
  let rest = paragraph;
  while (rest.length > longestPassage) {
    const head = rest.slice(0, longestPassage);
    const sentence = Math.max(
      ...[...head.matchAll(/[.;。；؛!?！？؟]\s*/gu)].map((mark) => mark.index + mark[0].length),
      0,
    );
    const blank = head.lastIndexOf(" ") + 1;
    let cut = sentence > longestPassage / 4 ? sentence : blank > longestPassage / 4 ? blank : longestPassage;
    if (/[\uD800-\uDBFF]/u.test(rest.charAt(cut - 1))) cut -= 1;
    result.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  if (rest !== "") result.push(rest);
  return result;
}
