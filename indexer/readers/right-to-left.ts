import type { Piece } from "./pdf-lines.ts";

/** Pieces of a Latin phrase inside an Arabic line, at most: one a letter. */
const longestPhrase = 300;

const rightToLeftLetter = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;

export function isRightToLeftText(text: string): boolean {
  return rightToLeftLetter.test(text);
}

/**
 * The text of an Arabic line. A PDF file has it glyph by glyph as it stands on the page: from right to left it reads right, but
 * Latin words and figures are then the wrong way round and turned back, and brackets, shown mirrored, are mirrored again.
 * Blanks are where the page has gaps: those that the file or its reader puts between glyphs mean nothing.
 */
export function rightToLeftText(pieces: readonly Piece[]): string {
  const glyphs = pieces.flatMap((piece) => withoutEdges({ ...piece, text: piece.text.trim() }));
  const isAsShown =
    glyphs.filter((piece, index) => piece.x > (glyphs[index - 1]?.x ?? piece.x)).length * 2 > glyphs.length;
  // Where two stand at one place, as a vowel sign over its letter, the order of the file decides.
  const inOrder = isAsShown ? glyphs.toReversed() : glyphs;
  const sorted = inOrder.toSorted((one, other) => Math.round(rightEdge(other)) - Math.round(rightEdge(one)));
  const runs: Piece[] = [];
  for (let start = 0; start < sorted.length;) {
    const length = leftToRightLength(sorted.slice(start, start + longestPhrase));
    const run = length === 0 ? mirrored(sorted[start]) : oneRun(sorted.slice(start, start + length));
    if (run !== undefined) runs.push(run);
    start += Math.max(length, 1);
  }
  const text = runs.map((piece, index) => (isGap(runs[index - 1], piece) ? ` ${piece.text}` : piece.text)).join("");
  // The ligature لا comes as two glyphs at one place, for pdf.js a step back that means a blank; no Arabic word is an alif alone.
  return text.replaceAll(/ل\s(?=ا(?![\p{L}\p{M}]))/gu, "ل");
}

/** `.28` stands for a full stop after the figure: the edges of a piece without Arabic letters are glyphs of their own. */
function withoutEdges(piece: Piece): Piece[] {
  const [, before = "", core = "", after = ""] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(piece.text) ?? [];
  if (isRightToLeftText(piece.text) || core === "") return piece.text === "" ? [] : [piece];
  const each = piece.width / piece.text.length;
  let x = piece.x;
  return [before, core, after].flatMap((text) => {
    const part = { ...piece, text, x, width: each * text.length };
    x += part.width;
    return text === "" ? [] : [part];
  });
}

function rightEdge(piece: Piece): number {
  return piece.x + piece.width;
}

/**
 * How many pieces at the beginning are one Latin phrase (`UN S/RES/1540 (2004)`) or one figure (`12/3/2009`), up to its last
 * letter or digit. A bracket that the phrase opens closes inside it.
 */
function leftToRightLength(pieces: readonly Piece[]): number {
  const next = pieces.findIndex((piece) => isRightToLeftText(piece.text));
  const run = pieces.slice(0, next === -1 ? undefined : next);
  const isLatin = run.some((piece) => /\p{L}/u.test(piece.text));
  const [first] = run;
  if (first === undefined) return 0;
  if (/^[)\]]$/u.test(first.text)) {
    const length = isLatin ? upToLastWord(run) : 0;
    return run.slice(0, length).some((piece) => /[([]/u.test(piece.text)) ? length : 0;
  }
  if (!/[\p{L}\p{N}]/u.test(first.text)) return 0;
  const end = isLatin
    ? -1
    : run.findIndex((piece, index) => !/^[\p{N}/.,:+-]+$/u.test(piece.text) || isGap(piece, run[index - 1]));
  return upToLastWord(run.slice(0, end === -1 ? undefined : end));
}

function upToLastWord(run: readonly Piece[]): number {
  return run.findLastIndex((piece) => /[\p{L}\p{N}]/u.test(piece.text)) + 1;
}

/** The pieces of a Latin phrase from left to right, as one piece. */
function oneRun(pieces: readonly Piece[]): Piece | undefined {
  const ordered = pieces.toReversed();
  const [first] = ordered;
  if (first === undefined) return undefined;
  const text = ordered
    .map((piece, index) => (isGap(piece, ordered[index - 1]) ? ` ${piece.text}` : piece.text))
    .join("");
  return {
    ...first,
    text,
    width: ordered.reduce((edge, piece) => Math.max(edge, rightEdge(piece)), first.x) - first.x,
  };
}

/** True when there is a blank between two pieces: `left` stands left of `right`, or they are given the other way round. */
function isGap(one: Piece | undefined, other: Piece | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const [left, right] = one.x < other.x ? [one, other] : [other, one];
  return right.x - rightEdge(left) > Math.max(one.height, other.height) * 0.12;
}

const mirrors: Record<string, string> = {
  "(": ")",
  ")": "(",
  "[": "]",
  "]": "[",
  "{": "}",
  "}": "{",
  "«": "»",
  "»": "«",
  "<": ">",
  ">": "<",
};

function mirrored(piece: Piece | undefined): Piece | undefined {
  return (
    piece && { ...piece, text: piece.text.replaceAll(/[()[\]{}«»<>]/gu, (bracket) => mirrors[bracket] ?? bracket) }
  );
}
