import { articleMark, partMark, scheduleMark, withoutLetterSpaces } from "./article-marks.ts";
import { cleanText } from "./clean-text.ts";
import type { Paragraph } from "./editorial-remarks.ts";
import { largest, type Line, mostCommon, smallest } from "./pdf-lines.ts";

/** The paragraphs of a document from the lines of its pages: page numbers and running heads dropped, words divided at line ends joined. */
export function pdfParagraphs(pages: Line[][]): Paragraph[] {
  const lines = withoutRunningHeads(pages).flatMap(placed);
  const style = styleOf(lines);
  const groups: Placed[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group === undefined || begins(line, group, style)) groups.push([line]);
    else group.push(line);
  }
  const words = vocabularyOf(lines);
  const paragraphs = groups.map((group) => ({
    text: cleanText(joined(group, words)),
    isHeading: looksLikeHeading(group, style),
  }));
  const hasArticles = paragraphs.some(({ text }) => articleMark(text, undefined) !== undefined);
  return paragraphs
    .filter(({ text }) => text !== "")
    .map(({ text, isHeading }) =>
      isHeading && !hasArticles && partMark(text) === undefined ? { text, level: 2 } : { text },
    );
}

/** Lines that stand first or last on their page and are a number, or come again on other pages but for figures. */
function withoutRunningHeads(pages: Line[][]): Line[][] {
  const heads = new Map<string, number>();
  for (const page of pages)
    for (const line of edges(page)) heads.set(headKey(line), (heads.get(headKey(line)) ?? 0) + 1);
  const often = Math.max(3, pages.length * 0.3);
  return pages.map((page) => {
    const outer = edges(page);
    return page.filter(
      (line) => !outer.has(line) || !(isPageNumber(line.text) || (heads.get(headKey(line)) ?? 0) >= often),
    );
  });
}

/** The two highest and the two lowest lines of a page, whatever their order in the file. */
function edges(page: Line[]): Set<Line> {
  const sorted = page.toSorted((one, other) => other.y - one.y);
  return new Set([...sorted.slice(0, 2), ...sorted.slice(-2)]);
}

function headKey(line: Line): string {
  return `${Math.round(line.y / 4)} ${line.text.replaceAll(/\p{N}+/gu, "#").replaceAll(/\s+/gu, "")}`;
}

function isPageNumber(text: string): boolean {
  return /^[\s–—-]*(?:(?:page|стр\.?|página|صفحة|第)\s*)?\p{N}{1,4}(?:\s*(?:\/|of|из|de|sur|من)\s*\p{N}{1,4})?\s*页?[\s–—.-]*$/iu.test(
    text,
  );
}

/** A line with its place on the page; `start` and `end` grow in the direction of reading, whichever that is. */
interface Placed extends Line {
  start: number;
  end: number;
  /** Where the lines of its page begin and end. */
  margin: number;
  edge: number;
  isFirstOfPage: boolean;
}

function placed(page: Line[]): Placed[] {
  const isRightToLeft = page.filter((line) => line.isRightToLeft).length * 2 > page.length;
  const starts = page.map((line) => (isRightToLeft ? -line.right : line.left));
  const ends = page.map((line) => (isRightToLeft ? -line.left : line.right));
  const margin = marginOf(starts);
  const edge = largest(ends);
  return page.map((line, index) => {
    const place = { start: starts[index] ?? 0, end: ends[index] ?? 0, margin, edge, isFirstOfPage: index === 0 };
    return { ...line, ...place };
  });
}

/** The outermost place, to a point, where more than one line in seven begins; on a page without one, where the first begins. */
function marginOf(starts: number[]): number {
  const counts = new Map<number, number>();
  for (const start of starts.map(Math.round)) {
    for (const near of [start - 1, start, start + 1]) counts.set(near, (counts.get(near) ?? 0) + 1);
  }
  const common = starts.map(Math.round).filter((start) => (counts.get(start) ?? 0) > starts.length * 0.15);
  return smallest(common.length > 0 ? common : starts);
}

interface Style {
  /** From one line of a paragraph to the next. */
  lineGap: number;
  font: string;
  height: number;
}

function styleOf(lines: Placed[]): Style {
  const gaps = lines.slice(1).map((line, index) => Math.round(((lines[index]?.y ?? 0) - line.y) * 2) / 2);
  return {
    lineGap: mostCommon(gaps.filter((gap) => gap > 0)) ?? 12,
    font:
      mostCommon(lines.flatMap((line) => Array.from({ length: Math.ceil(line.text.length / 20) }, () => line.font))) ??
      "",
    height: mostCommon(lines.map((line) => Math.round(line.height))) ?? 10,
  };
}

const sentenceEnd = /[.;:!?。；：！？؛؟]["”»)）]?$/u;

/** True when a line does not go on with the paragraph before it. */
function begins(line: Placed, group: Placed[], style: Style): boolean {
  const first = group[0] ?? line;
  const last = group.at(-1) ?? line;
  const gap = last.y - line.y;
  const isOver = sentenceEnd.test(last.text.trim());
  const isLastFull = last.edge - last.end < (last.edge - last.margin) * 0.12;
  const isIndented = line.start - line.margin > line.height * 0.6;
  if (isMark(line.text)) return isIndented || isOver || !isLastFull || gap > style.lineGap * 1.3;
  if (Math.abs(line.height - last.height) > last.height * 0.15) return true;
  if (group.length < 6 && isBracketOpen(group)) return false;
  if (isMark(first.text) && !isLastFull && line.font !== first.font && first.font !== style.font) return true;
  if (isMark(first.text) && group.length < 8 && !isOver && goesOnAsHeading(line, first, last, style)) return false;
  if (areCentred(last, line) && !line.isFirstOfPage) return gap > line.height * 1.4 || isMark(first.text);
  if (line.isFirstOfPage) return isOver || isIndented;
  if (gap > style.lineGap * 1.45 || gap < -style.lineGap || isIndented) return true;
  return (
    !isLastFull &&
    (isOver || (last.edge - last.end > (last.edge - last.margin) * 0.3 && /^[\p{Lu}\p{Lo}\p{N}–—-]/u.test(line.text)))
  );
}

/** A note on publication or amendments in brackets, centred over several lines. */
function isBracketOpen(group: Placed[]): boolean {
  const text = group.map((line) => line.text).join(" ");
  return /^\s*\(/u.test(text) && text.split("(").length > text.split(")").length;
}

function isMark(text: string): boolean {
  const clean = withoutLetterSpaces(cleanText(text));
  return (
    articleMark(clean, undefined) !== undefined || partMark(clean) !== undefined || scheduleMark(clean) !== undefined
  );
}

/** The second line of a heading hangs below the first, further in, or has the heading's font and is not set as a paragraph. */
function goesOnAsHeading(line: Placed, first: Placed, last: Placed, style: Style): boolean {
  if (last.y - line.y > style.lineGap * 2 || /^[\p{L}.]+\s+[\p{N}.]+$/u.test(first.text.trim())) return false;
  const hangs = !line.isFirstOfPage && line.start - line.margin - (first.start - first.margin) > line.height * 0.8;
  const isInHeadingFont = line.font === first.font && first.font !== style.font;
  return hangs || (isInHeadingFont && Math.abs(line.start - first.start) > line.height * 0.4);
}

function areCentred(one: Placed, other: Placed): boolean {
  const isCentred = (line: Placed): boolean =>
    line.start - line.margin > line.height &&
    line.edge - line.end > line.height &&
    Math.abs(line.start + line.end - line.margin - line.edge) < (line.edge - line.margin) * 0.16;
  return isCentred(one) && isCentred(other);
}

function looksLikeHeading(group: Placed[], style: Style): boolean {
  const [first] = group;
  return (
    first !== undefined &&
    group.length <= 3 &&
    areCentred(first, first) &&
    (first.font !== style.font || first.height > style.height * 1.05)
  );
}

/** The words of the document, as far as line ends do not divide them. */
interface Vocabulary {
  words: Set<string>;
  /** Those that stand inside a line, where nothing divides them. */
  inner: Set<string>;
  /** First halves of words with a hyphen. */
  firstHalves: Set<string>;
}

function vocabularyOf(lines: Placed[]): Vocabulary {
  const found = lines.map(
    (line) =>
      line.text
        .replace(/\p{L}+-$/u, "")
        .toLowerCase()
        .match(/\p{L}+(?:-\p{L}+)*/gu) ?? [],
  );
  return {
    words: new Set(found.flat()),
    inner: new Set(found.flatMap((line) => line.slice(1, -1))),
    firstHalves: new Set(found.flat().flatMap((word) => /^(\p{L}+)-/u.exec(word)?.[1] ?? [])),
  };
}

function joined(group: Placed[], vocabulary: Vocabulary): string {
  const parts: string[] = [];
  for (const line of group) {
    const next = line.text.trim();
    const last = parts.at(-1) ?? "";
    const [, start = "", hyphen = ""] = /(\p{L}+)([-\u2010\u00AD]?)$/u.exec(last) ?? [];
    const [rest = ""] = /^\p{Ll}+/u.exec(next) ?? [];
    if (start === "" || rest === "") {
      parts.push("\n", next);
    } else if (hyphen === "") {
      parts.push(isDivided(start.toLowerCase(), rest, vocabulary) ? "" : "\n", next);
    } else {
      parts.splice(-1, 1, last.slice(0, -1), keepsHyphen(start.toLowerCase(), rest, vocabulary) ? "-" : "", next);
    }
  }
  return parts.join("");
}

/** `норматив-⏎ных` is one word, `нормативно-⏎правовых` has a hyphen: as the document writes it elsewhere. */
function keepsHyphen(start: string, rest: string, { words, firstHalves }: Vocabulary): boolean {
  if (words.has(start + rest)) return false;
  return words.has(`${start}-${rest}`) || firstHalves.has(start);
}

/** Some files lost the hyphen: `предпринима⏎теля`. One word, where the document has the whole elsewhere and a half nowhere. */
function isDivided(start: string, rest: string, { words, inner }: Vocabulary): boolean {
  return words.has(start + rest) && (!inner.has(start) || (start.length >= 5 && !inner.has(rest)));
}
