import { lstat, readdir, readFile } from "node:fs/promises";
import { extname, join, relative } from "node:path";
import { parse } from "csv-parse/sync";
import readWorkbook from "read-excel-file/node";
import * as z from "zod/mini";
import { ExitError, exitCodes } from "./exit.ts";
import type { Reject } from "./read-legislation.ts";
import type { Reading } from "./record-type.ts";

/** Kinds of files a table is read from. */
const tableExtensions = [".csv", ".xlsx", ".json"];

/** Where a row stands: `practices.csv` and `line 12`, `matrix.xlsx` and `sheet Cells, row 3`. */
export interface Place {
  path: string;
  place: string;
}

/** One row of a table, its cells as text. */
interface TableRow extends Place {
  cells: Record<string, string>;
}

/**
 * Reads a table, or all tables of a folder, and makes a record of each row. A row that does not fit is rejected with
 * file, row, column and what was expected; a file that is no table is rejected whole; the rest is kept.
 * @throws ExitError 2 when there is nothing at this path
 */
export async function readTables<Row extends z.ZodMiniType, Record>(
  path: string,
  schema: Row,
  recordOf: (row: z.infer<Row>, at: Place) => Record,
): Promise<Reading<Record>> {
  const reading: Reading<Record> = { records: [], rejects: [], skips: [] };
  for (const file of await filesAt(path)) {
    const name = relative(join(path, ".."), file);
    if (!tableExtensions.includes(extname(file).toLowerCase())) {
      reading.skips.push({ path: name, reason: `not a table (${tableExtensions.join(", ")})` });
      continue;
    }
    try {
      for (const row of await rowsOf(file, name)) {
        const record = checkedRow(row, schema, recordOf);
        if ("reject" in record) reading.rejects.push(record.reject);
        else reading.records.push(record.record);
      }
    } catch (cause) {
      reading.rejects.push({ path: name, reason: `it cannot be read as a table: ${(cause as Error).message}` });
    }
  }
  return reading;
}

function checkedRow<Row extends z.ZodMiniType, Record>(
  { cells, path, place }: TableRow,
  schema: Row,
  recordOf: (row: z.infer<Row>, at: Place) => Record,
): { record: Record } | { reject: Reject } {
  const present = Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== ""));
  const checked = z.safeParse(schema, present, { error: z.locales.en().localeError });
  if (checked.success) return { record: recordOf(checked.data, { path, place }) };
  const reasons = checked.error.issues.map((issue) => {
    const column = String(issue.path[0] ?? "");
    const given = cells[column];
    return `column "${column}": ${given === undefined || given === "" ? "it is empty" : `"${given.slice(0, 80)}" does not fit`}: ${issue.message}`;
  });
  return { reject: { path, place, reason: reasons.join("; ") } };
}

/**
 * A file, or every file of a folder but hidden ones.
 * @throws ExitError 2 when there is nothing at this path
 */
export async function filesAt(path: string): Promise<string[]> {
  const found = await lstat(path).catch((cause: Error) => {
    throw new ExitError(exitCodes.usage, `${path} cannot be read: ${cause.message}`, cause);
  });
  if (!found.isDirectory()) return [path];
  const names = await readdir(path, { recursive: true, withFileTypes: true });
  return names
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

async function rowsOf(file: string, name: string): Promise<TableRow[]> {
  if (file.toLowerCase().endsWith(".csv")) return csvRows(await readFile(file), name);
  if (file.toLowerCase().endsWith(".json")) return jsonRows(await readFile(file, "utf8"), name);
  return workbookRows(file, name);
}

function csvRows(bytes: Buffer, name: string): TableRow[] {
  const rows = parse(bytes, { columns: true, bom: true, info: true, skip_empty_lines: true }) as unknown as {
    record: Record<string, string>;
    info: { lines: number };
  }[];
  return rows.map(({ record, info }) => ({ cells: trimmed(record), path: name, place: `line ${info.lines}` }));
}

/** A list of objects, or an object whose `items` is one; lists of texts are joined by blanks, as the cells of a table are. */
function jsonRows(text: string, name: string): TableRow[] {
  const parsed = JSON.parse(text) as unknown;
  const items = Array.isArray(parsed) ? parsed : (parsed as { items?: unknown }).items;
  if (!Array.isArray(items)) throw new Error("it is neither a list nor an object with a list named items");
  return items.map((item: Record<string, unknown>, place) => ({
    cells: trimmed(Object.fromEntries(Object.entries(item ?? {}).map(([key, value]) => [key, cellOf(value)]))),
    path: name,
    place: `record ${place + 1}`,
  }));
}

/** Every sheet whose first row names columns. */
async function workbookRows(file: string, name: string): Promise<TableRow[]> {
  const sheets = await readWorkbook(file);
  return sheets.flatMap(({ sheet, data: [header = [], ...lines] }) =>
    lines
      .map((line, place) => ({ line, place: place + 2 }))
      .filter(({ line }) => line.some((cell) => cell !== null))
      .map(({ line, place }) => ({
        cells: trimmed(Object.fromEntries(header.map((column, at) => [cellOf(column), cellOf(line[at])]))),
        path: name,
        place: `sheet ${sheet}, row ${place}`,
      })),
  );
}

function trimmed(cells: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column.trim(), cell.trim()]));
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map(cellOf).join(" ");
  if (typeof value === "string") return value;
  return JSON.stringify(value);
}
