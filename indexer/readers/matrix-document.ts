import { load, type CheerioAPI } from "cheerio";
import { docxHtml } from "./docx.ts";
import { pdfPieces } from "./pdf.ts";
import type { Piece } from "./pdf-lines.ts";

/** A row of a table of a matrix: what stands right of its number. */
export interface DocumentRow {
  number: number;
  cells: string[];
}

/** What stands under one heading of a matrix, from `OP 2` to the next. */
export interface DocumentBlock {
  heading: string;
  rows: DocumentRow[];
}

/** The published form of a matrix: a page with the State and dates, then blocks with tables. */
export interface MatrixDocument {
  /** The lines before the first block. */
  head: string[];
  blocks: DocumentBlock[];
}

/** `OP 1 and related matters …`, `OP 3 (a) and (b) …`. */
const heading = /^OP\s*\d+\b/u;
/** `5`, `5.`, `5. manufacture`. */
const numbered = /^(\d{1,2})(?:\.\s*|\s+|$)(.*)$/su;

/** Reads the Word form: headings between tables, a row of a table for each row of the matrix. */
export async function docxMatrix(bytes: Uint8Array): Promise<MatrixDocument> {
  const $ = load(await docxHtml(bytes));
  const document: MatrixDocument = { head: [], blocks: [] };
  for (const element of $("body").children().toArray()) {
    if (element.tagName === "table") {
      for (const row of $(element).children("thead, tbody").children("tr").toArray()) {
        const cells = $(row)
          .children("td, th")
          .toArray()
          .map((cell) => textOf($, cell));
        // A table may hold its own heading in a row of its own, and the first one the dates of the reports.
        if (heading.test(cells[0] ?? "")) document.blocks.push({ heading: cells[0]!, rows: [] });
        else if (document.blocks.length === 0) document.head.push(cells.join(": ").replaceAll("::", ":"));
        else addRow(document.blocks.at(-1)!, cells);
      }
      continue;
    }
    const line = textOf($, element);
    if (heading.test(line)) document.blocks.push({ heading: line, rows: [] });
    else if (document.blocks.length === 0 && line !== "") document.head.push(line);
  }
  return document;
}

/** The lines of a cell, each a paragraph of it. */
function textOf($: CheerioAPI, element: Parameters<CheerioAPI>[0]): string {
  const copy = $(element).clone();
  copy.find("br").replaceWith("\n");
  const paragraphs = copy.find("p, li").toArray();
  const lines = paragraphs.length === 0 ? [copy.text()] : paragraphs.map((paragraph) => $(paragraph).text());
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

function addRow(block: DocumentBlock, [first = "", ...rest]: string[]): void {
  const [, number, text] = numbered.exec(first) ?? [];
  if (number === undefined) return; // the names of the columns
  block.rows.push({ number: Number(number), cells: text === "" ? rest : [text!, ...rest] });
}

/**
 * Reads the PDF form. Its columns begin where the names of the columns do (`N`, `C`, `B`, `YES`, and what stands in a line
 * with them); a row begins with the number that follows the last one.
 */
export async function pdfMatrix(bytes: Uint8Array): Promise<MatrixDocument> {
  const document: MatrixDocument = { head: [], blocks: [] };
  let columns: number[] = [];
  let numbersAt = Infinity;
  for (const line of (await pdfPieces(bytes)).flatMap(linesOfPage)) {
    const text = line.map((piece) => piece.text.trim()).join(" ");
    const block = document.blocks.at(-1);
    if (heading.test(text)) {
      document.blocks.push({ heading: text, rows: [] });
      columns = [];
      numbersAt = Infinity;
    } else if (block === undefined) document.head.push(text);
    else if (line.some((piece) => /^(?:YES|N)$/u.test(piece.text.trim()))) {
      const names = line.findIndex((piece) => /^(?:YES|N)$/u.test(piece.text.trim()));
      columns = line.slice(names).map(({ x }) => x);
    } else if (columns.length > 0) {
      const first = line[0]!;
      const [, number, question] = numbered.exec(first.text.trim()) ?? [];
      const isNext = Number(number) === (block.rows.at(-1)?.number ?? 0) + 1;
      if (isNext && first.x < columns[0]! && (numbersAt === Infinity || Math.abs(first.x - numbersAt) < 5)) {
        numbersAt = first.x;
        block.rows.push({ number: Number(number), cells: Array.from({ length: columns.length + 1 }, () => "") });
        place([...(question === "" ? [] : [{ ...first, text: question! }]), ...line.slice(1)], columns, block);
      } else if (block.rows.length > 0) place(line, columns, block);
    }
  }
  return document;
}

/** Pieces of one height on the page, from top to bottom and left to right; blanks are left out. */
function linesOfPage(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [];
  for (const piece of pieces.filter(({ text }) => text.trim() !== "").toSorted((a, b) => b.y - a.y)) {
    const line = lines.at(-1);
    if (line !== undefined && Math.abs(line[0]!.y - piece.y) < 3) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => line.toSorted((a, b) => a.x - b.x));
}

/** Puts each piece into the column of the last row that begins left of it. */
function place(pieces: readonly Piece[], columns: readonly number[], block: DocumentBlock): void {
  const { cells } = block.rows.at(-1)!;
  const filled = new Set<number>();
  for (const { text, x } of pieces) {
    const column = columns.filter((left) => left <= x + 4).length;
    const before = cells[column]!;
    const isSameLine = filled.has(column);
    cells[column] = before === "" ? text.trim() : `${before}${isSameLine ? " " : "\n"}${text.trim()}`;
    filled.add(column);
  }
}
