import { isRightToLeftText, rightToLeftText } from "./right-to-left.ts";
import { superscript } from "./superscripts.ts";

/** A run of glyphs as a PDF file places it; positions and sizes in points, y upwards. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  font: string;
}

/** A line of a page, its text in the order it is read. */
export interface Line {
  text: string;
  left: number;
  right: number;
  y: number;
  height: number;
  /** The font of most of its characters. */
  font: string;
  isRightToLeft: boolean;
}

/** The lines of a page, from pieces in the order of the file. Pieces of one height on the page that follow each other make a line. */
export function linesOf(pieces: Iterable<Piece>): Line[] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    if (piece.text === "") continue;
    const group = groups.at(-1);
    const base = group?.find((other) => isWord(other)) ?? group?.[0];
    if (group === undefined || base === undefined || !isOnLine(piece, base)) groups.push([piece]);
    else group.push(piece);
  }
  return groups.filter((group) => group.some((piece) => piece.text.trim() !== "")).map(lineOf);
}

function isWord(piece: Piece): boolean {
  return /[^\s\p{M}]/u.test(piece.text);
}

/** Raised and lowered figures stand off the line by less than its height, and are smaller; vowel signs stand over it. */
function isOnLine(piece: Piece, base: Piece): boolean {
  const distance = Math.abs(piece.y - base.y);
  const height = Math.max(piece.height, base.height, 1);
  return (
    distance < 2 || (distance < height * 0.6 && (!isWord(piece) || Math.min(piece.height, base.height) < height * 0.8))
  );
}

function lineOf(pieces: Piece[]): Line {
  const words = pieces.filter((piece) => piece.text.trim() !== "");
  const height = largest(words.map((piece) => piece.height));
  const base = words.find((piece) => isWord(piece) && piece.height >= height * 0.9)?.y ?? words[0]?.y ?? 0;
  const raised = pieces.map((piece) =>
    piece.y - base > height * 0.15 && piece.height < height * 0.8
      ? { ...piece, text: superscript(piece.text.trim()) }
      : piece,
  );
  const isRightToLeft = words.some((piece) => isRightToLeftText(piece.text));
  return {
    text: isRightToLeft ? rightToLeftText(raised) : leftToRightText(raised),
    left: smallest(words.map((piece) => piece.x)),
    right: largest(words.map((piece) => piece.x + piece.width)),
    y: base,
    height,
    font: mostCommon(words.flatMap((piece) => Array.from({ length: piece.text.length }, () => piece.font))) ?? "",
    isRightToLeft,
  };
}

/** `Math.max` takes some 100,000 values at most, and a page may have more pieces. */
export function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), -Infinity);
}

export function smallest(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Infinity);
}

/** The value that occurs most often, the first of equals. */
export function mostCommon<Value>(values: Iterable<Value>): Value | undefined {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0];
}

/**
 * The pieces from left to right. A gap of a fifth of the height is a blank that the file did not write; beside a Chinese
 * character, which justified lines set apart, it takes half the height, and narrow blanks of a line so set do not count.
 */
function leftToRightText(pieces: readonly Piece[]): string {
  const sorted = pieces.toSorted((one, other) => one.x - other.x);
  const isSetApart =
    sorted.some((piece) => /(?:\p{sc=Han}\s){2,}\p{sc=Han}/u.test(piece.text)) ||
    sorted.filter(isNarrowBlank).length > 2;
  let text = "";
  let last: Piece | undefined;
  for (const [index, piece] of sorted.entries()) {
    const isDoubled = last !== undefined && last.text === piece.text && Math.abs(last.x - piece.x) < 0.5; // Printed twice to look bold.
    const isBeforeWide = startsWide.test((isNarrowBlank(piece) ? sorted[index + 1] : piece)?.text ?? "");
    const isBesideWide = isBeforeWide || endsWide.test(text);
    if (isDoubled || (isSetApart && isBesideWide && isNarrowBlank(piece))) continue;
    const gap = last === undefined ? 0 : piece.x - (last.x + last.width);
    const height = Math.max(piece.height, last?.height ?? 0, 5);
    const words = piece.text.trim() === "" && !isNarrowBlank(piece) ? "  " : piece.text;
    text += gap > height * (isBesideWide ? 0.5 : 0.2) ? ` ${words}` : words;
    last = piece;
  }
  return isSetApart ? text.replaceAll(narrowBlank, "") : text;
}

const startsWide = /^[\p{sc=Han}\u3001-\u303F\uFF00-\uFF60]/u;
const endsWide = /[\p{sc=Han}\u3001-\u303F\uFF00-\uFF60]$/u;
/** A single blank beside a wide character; two stand for a wide one, which counts. */
const narrowBlank =
  /(?<=[\p{sc=Han}\u3001-\u303F\uFF00-\uFF60])\s(?=\S)|(?<=\S)\s(?=[\p{sc=Han}\u3001-\u303F\uFF00-\uFF60])/gu;

/** Narrower than half a Chinese character; pdf.js gives blanks no height. */
function isNarrowBlank(piece: Piece): boolean {
  return piece.text.trim() === "" && piece.width < 5;
}
