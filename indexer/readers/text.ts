import { articleMark, partMark, scheduleMark } from "./article-marks.ts";
import { cleanText } from "./clean-text.ts";
import { decode } from "./decode.ts";
import { readPlainLaw } from "./plain-law.ts";
import type { Reading, SourceFile } from "./reading.ts";

/** Reads plain text: a paragraph a line, or lines of one width with paragraphs marked by blank lines or indents. */
export function readText(file: SourceFile): Reading {
  return readPlainLaw(
    textParagraphs(decode(file.bytes)).map((text) => ({ text })),
    file.facts.language,
  );
}

/** Wider than any line a typist or a converter breaks, narrower than nearly any paragraph. */
const widestLine = 130;

/** The paragraphs of a text, cleaned. Lines that were broken at one width are joined: with a blank, in Chinese without. */
export function textParagraphs(text: string): string[] {
  const lines = text
    .split(/\r\n?|[\n\v\f\u2028\u2029]/u)
    .map((line) => line.replace(/[\s\u200B]+$/u, "").replace(/^\uFEFF/u, ""));
  const filled = lines.filter((line) => line !== "");
  const width = broken(filled);
  return (width === undefined ? filled : joined(lines, width)).map(cleanText).filter((paragraph) => paragraph !== "");
}

/** What stands for a line end: nothing beside a Chinese character (`第1540(2004)⏎号`), else the line end, which is cleaned later. */
function lineEnd(before: string, line: string): string {
  const isChinese =
    /[\p{sc=Han}\u3001-\u303F\uFF00-\uFF60]$/u.test(before) || /^[\p{sc=Han}\u3001-\u303F\uFF00-\uFF60]/u.test(line);
  return isChinese ? "" : "\n";
}

function isMark(line: string): boolean {
  const text = cleanText(line);
  return articleMark(text, undefined) !== undefined || partMark(text) !== undefined || scheduleMark(text) !== undefined;
}

/** The width at which lines were broken, in columns; undefined for a text of a paragraph a line. */
function broken(lines: string[]): number | undefined {
  const widths = lines.map(columns).toSorted((one, other) => one - other);
  const widest = widths[Math.floor(widths.length * 0.98)] ?? 0;
  const full = widths.filter((width) => width > widest * 0.8).length;
  return widest > 0 && widest <= widestLine && (widths.at(-1) ?? 0) <= widestLine * 2 && full * 3 > widths.length
    ? widest
    : undefined;
}

/** Chinese characters take two columns; how wide a line is that nobody breaks does not matter. */
function columns(line: string): number {
  if (line.length > widestLine * 2) return line.length;
  return [...line.trim()].reduce(
    (sum, character) =>
      sum + (/[\u1100-\u115F\u2E80-\uA4CF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60]/u.test(character) ? 2 : 1),
    0,
  );
}

/**
 * Joins broken lines. A paragraph begins after a blank line or at an indent; where most lines are followed by a blank one,
 * blank lines say nothing. A line much shorter than the width, or one that ends a sentence short of it, ends a paragraph.
 */
function joined(lines: string[], width: number): string[] {
  const filled = lines.filter((line) => line !== "").length;
  const isDoubleSpaced = lines.filter((line, index) => line !== "" && lines[index + 1] === "").length > filled * 0.6;
  const paragraphs: string[][] = [];
  let last = "";
  let isAfterBlank = true;
  for (const line of lines) {
    if (line === "") {
      isAfterBlank = true;
      continue;
    }
    const isBroken =
      columns(last) > width * 0.7 && !(/[.。;；:：!！?？]["”」』)）]?$/u.test(last) && columns(last) < width * 0.85);
    const begins = /^\s/u.test(line) || isMark(line) || (isAfterBlank && !isDoubleSpaced) || !isBroken;
    if (begins || paragraphs.length === 0) paragraphs.push([line]);
    else paragraphs.at(-1)?.push(lineEnd(last, line), line);
    last = line;
    isAfterBlank = false;
  }
  return paragraphs.map((parts) => parts.join(""));
}
