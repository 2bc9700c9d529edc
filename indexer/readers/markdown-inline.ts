import { cleanText } from "./clean-text.ts";

/** Markdown of one paragraph as clean text: no emphasis, no escapes, links by their words. */
export function plainText(markdown: string): string {
  return cleanText(
    markdown
      .replaceAll(/!?\[((?:[^[\]]|\[[^[\]]*\])*)\]\((?:[^()]|\([^()]*\))*\)/gu, "$1")
      .replaceAll(/(?<!\\)(\*+|(?<![\p{L}\d])_+|_+(?![\p{L}\d]))/gu, "")
      .replaceAll(/\\([!-/:-@[-`{-~])/gu, "$1"),
  );
}

/** A row of a Markdown table as one line, its cells parted by ` | `; undefined for the line under the table's head. */
export function tableRow(line: string): string | undefined {
  const cells = line
    .trim()
    .replaceAll(/^\||\|$/gu, "")
    .split("|")
    .map(plainText);
  return cells.every((cell) => /^:?-*:?$/u.test(cell)) ? undefined : cells.filter((cell) => cell !== "").join(" | ");
}
