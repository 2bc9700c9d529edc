import { cleanText } from "./clean-text.ts";

/**
 * A section that came as one string without line breaks, as paragraphs: `(1) … (2) …` and `(a) …; (b) …` begin new ones where
 * the words before them end a sentence or a member of a list, so a reference such as "paragraph (a) of subsection (1)" is
 * left whole. Definitions and provisos begin new paragraphs too. A text that has line breaks keeps its own.
 */
export function sectionParagraphs(text: string): string[] {
  const lines = withoutEditorialNotes(text).split(/\r?\n/u).map(tidied).filter(Boolean);
  return lines.length > 1 ? lines : lines.flatMap((line) => line.split(paragraphStarts));
}

/**
 * `[subsection inserted by section 4 of Act 12 of 2018]`, `[Please note: numbering as in original.]`, and the number of what was
 * repealed before its note; `[Chapter 9:24]` is a citation and stays.
 */
export function withoutEditorialNotes(text: string): string {
  return text.replaceAll(
    /(\(\w{1,4}\)\s)?(\[[^[\]]*(?:\[[^[\]]*\][^[\]]*)*\])/gu,
    (whole, label: string | undefined, note: string) => {
      if (note.length > 400 || !editorsWords.test(note)) return whole;
      return label === undefined || /\b(?:repealed|deleted)\b/u.test(note) ? " " : label;
    },
  );
}

const editorsWords =
  /\b(?:amended|inserted|substituted|repealed|deleted|added|renumbered|numbering as in original|editorial note)\b/iu;

/** Blanks that markup left around defined terms: `“ account ”`, `the Convention .`, `Director -General`. */
export function tidied(line: string): string {
  return cleanText(line)
    .replaceAll(/“ /gu, "“")
    .replaceAll(/ ”/gu, "”")
    .replaceAll(/" ([^"]{1,80}?) "/gu, '"$1"')
    .replaceAll(/ (?=[.,;:)\]](?:\s|$)|’s\b|'s\b)/gu, "")
    .replaceAll(/(?<=\p{L}) -(?=\p{L})/gu, "-");
}

/** The blanks before which a paragraph ends. */
const paragraphStarts = new RegExp(
  [
    /(?<=[.;:—\]”"]) (?=\(\d{1,3}[a-z]?\) [\p{Lu}“"‘[(])/u, // subsections
    /(?<=[.;:—–]|[;:—] (?:and|or)) (?=\([a-z]{1,4}\) )/u, // paragraphs of a list
    /(?<=[;—.]) (?=[“"][^”"]{1,80}[”"],? (?:means|includes|has|in relation|refers|when|where|or [“"]|and [“"]))/u, // definitions
    /(?<=:) (?=Provided )/u,
  ]
    .map(({ source }) => source)
    .join("|"),
  "u",
);

/** A schedule that came as one string: parts, articles and numbers that count on from 1 begin new paragraphs. */
export function scheduleParagraphs(text: string): string[] {
  return sectionParagraphs(text).flatMap((paragraph) =>
    paragraph.split(/ (?=(?:Article|Part|Annex|Chapter) (?:\d{1,3}|[IVXLC]+) [–—-] )/u).flatMap(splitAtNumbers),
  );
}

function splitAtNumbers(paragraph: string): string[] {
  const result: string[] = [];
  let begin = 0;
  let expected = 1;
  for (const { index, 1: written } of paragraph.matchAll(/(?<=^|\s)(\d{1,3})\. (?=[\p{Lu}“"(])/gu)) {
    const number = Number(written);
    if (number !== expected && number !== 1) continue;
    result.push(paragraph.slice(begin, index).trim());
    begin = index;
    expected = number + 1;
  }
  return [...result, paragraph.slice(begin)].filter(Boolean);
}
