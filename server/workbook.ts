import { Readable } from "node:stream";
import JSZip from "jszip";

type Cell = string | number;

/** The longest text a spreadsheet's cell takes. */
const longestText = 32_767;

/**
 * A workbook of two sheets as Excel and LibreOffice read it (Office Open XML): facts as name and value, then a table
 * under its column names. Rows are read while the workbook is, so their number does not matter.
 */
export function workbook(
  facts: [string, Cell][],
  { name, columns, rows }: { name: string; columns: string[]; rows: AsyncIterable<Record<string, Cell>> },
): NodeJS.ReadableStream {
  const parts: Record<string, string | Readable> = {
    "[Content_Types].xml": contentTypes,
    "_rels/.rels": relationships([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": sheetList(["facts", name]),
    "xl/_rels/workbook.xml.rels": relationships([
      ["worksheet", "worksheets/sheet1.xml"],
      ["worksheet", "worksheets/sheet2.xml"],
    ]),
    "xl/worksheets/sheet1.xml": `${sheetStart}${facts.map((cells, place) => line(cells, place + 1)).join("")}${sheetEnd}`,
    "xl/worksheets/sheet2.xml": Readable.from(tableSheet(columns, rows)),
  };
  const zip = new JSZip();
  for (const [path, content] of Object.entries(parts)) zip.file(path, content, { createFolders: false });
  return zip.generateNodeStream({ streamFiles: true, compression: "DEFLATE" });
}

/** As bytes: of a stream of texts, JSZip would take each character for a byte. */
async function* tableSheet(columns: string[], rows: AsyncIterable<Record<string, Cell>>): AsyncGenerator<Buffer> {
  let number = 1;
  yield Buffer.from(`${sheetStart}${line(columns, number)}`);
  for await (const row of rows) {
    number += 1;
    yield Buffer.from(
      line(
        columns.map((column) => row[column] ?? ""),
        number,
      ),
    );
  }
  yield Buffer.from(sheetEnd);
}

/** Each cell says where it stands: the format lets that go, but some readers do not. */
function line(cells: Cell[], number: number): string {
  return `<row r="${number}">${cells.map((value, place) => cell(value, `${letters(place)}${number}`)).join("")}</row>`;
}

/** 0 → `A`, 26 → `AA`. */
function letters(place: number): string {
  const last = String.fromCodePoint(65 + (place % 26));
  return place < 26 ? last : `${letters(Math.floor(place / 26) - 1)}${last}`;
}

function cell(value: Cell, at: string): string {
  if (typeof value === "number") return `<c r="${at}"><v>${value}</v></c>`;
  if (value === "") return `<c r="${at}"/>`;
  const text = value.length > longestText ? `${value.slice(0, longestText - 1)}…` : value;
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** Without what XML cannot hold: control characters, and halves of characters that a cut has left. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const formats = "http://schemas.openxmlformats.org";
const sheetStart = `${declaration}<worksheet xmlns="${formats}/spreadsheetml/2006/main"><sheetData>`;
const sheetEnd = "</sheetData></worksheet>";

const contentTypes = `${declaration}<Types xmlns="${formats}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`;

function relationships(targets: [type: string, target: string][]): string {
  const all = targets.map(
    ([type, target], place) =>
      `<Relationship Id="rId${place + 1}" Type="${formats}/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${formats}/package/2006/relationships">${all.join("")}</Relationships>`;
}

function sheetList(names: string[]): string {
  const sheets = names.map((name, place) => `<sheet name="${name}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`);
  return `${declaration}<workbook xmlns="${formats}/spreadsheetml/2006/main" xmlns:r="${formats}/officeDocument/2006/relationships"><sheets>${sheets.join("")}</sheets></workbook>`;
}
