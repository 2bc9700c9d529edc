import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import * as z from "zod/mini";
import { columnsOf, templates } from "#data/matrix-rows.ts";
import { states } from "#data/states.ts";
import { Facet } from "#domain/codings.ts";
import { PartialDate } from "#domain/legislation.ts";
import { CellBasis, CellWeapon, cellValues, ReviewState, type CellValue, type Matrix } from "#domain/matrices.ts";
import { publishedMatrix } from "./published-matrix.ts";
import type { Reject } from "./read-legislation.ts";
import { ReadError } from "./readers/reading.ts";
import type { Reading } from "./record-type.ts";
import { filesAt, readTables, type Place } from "./tables.ts";

/**
 * Reads matrices from a file or a folder: tables with a line a cell, and the published form as PDF or DOCX; docs/matrices.md
 * describes both. A cell that is not named is not coded.
 */
export async function readMatrices(path: string): Promise<Reading<Matrix>> {
  const reading: Reading<Matrix> = { records: [], rejects: [], skips: [] };
  for (const file of await filesAt(path)) {
    const { records, rejects, skips } = await (/\.(?:pdf|docx)$/iu.test(file) ? readDocument(file) : readTable(file));
    reading.records.push(...records);
    reading.rejects.push(...rejects);
    reading.skips.push(...skips);
  }
  return reading;
}

async function readDocument(file: string): Promise<Reading<Matrix>> {
  const path = basename(file);
  try {
    const bytes = await readFile(file);
    // Only here: every command would else wait for what reads Word and PDF.
    const { docxMatrix, pdfMatrix } = await import("./readers/matrix-document.ts");
    return publishedMatrix(await (/pdf$/iu.test(file) ? pdfMatrix(bytes) : docxMatrix(bytes)), path);
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return {
      records: [],
      rejects: [{ path, ...(error.place !== undefined && { place: error.place }), reason: error.message }],
      skips: [],
    };
  }
}

async function readTable(path: string): Promise<Reading<Matrix>> {
  const { records, rejects, skips } = await readTables(path, CellLine, (line, at) => ({ line, at }));
  const matrices = new Map<string, Matrix>();
  const seen = new Set<string>();
  for (const { line, at } of records) {
    const id = `${line.snapshot}/${line.state}`;
    const matrix = matrices.get(id) ?? emptyMatrix(id, line);
    const column = `${line.row}-${line.weapon}-${line.facet}`;
    const fault = seen.has(`${id}/${column}`) ? "an earlier line has this cell" : disagreement(matrix, line);
    if (fault === undefined) {
      const { value, basis, sources, remark } = line;
      matrix.cells.push({
        column,
        value,
        ...(basis !== undefined && { basis }),
        sources,
        ...(remark !== undefined && { remark }),
      });
      matrices.set(id, matrix);
      seen.add(`${id}/${column}`);
    } else rejects.push(rejected(at, fault));
  }
  return { records: [...matrices.values()], rejects, skips };
}

/** As the matrix writes them, and as we do. */
const writtenValues = new Map<string, CellValue>([
  ...cellValues.map((value): [string, CellValue] => [value, value]),
  ["?", "Q"],
  ["N/A", "NA"],
  ["NOT CODED", "NOT_CODED"],
]);

const list = z.pipe(
  z._default(z.string(), ""),
  z.transform((cell) =>
    cell
      .split("|")
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  ),
);

const CellLine = z
  .object({
    state: z.string().check(z.refine((code) => states.has(code), "the code of a Member State, as in KEN, is expected")),
    snapshot: z.string().check(z.regex(/^\d{4}$/, "a year is expected")),
    template: z
      .string()
      .check(z.refine((year) => templates.has(year), `one of ${[...templates.keys()].join(", ")} is expected`)),
    row: z.string(),
    weapon: z._default(CellWeapon, "ALL"),
    facet: Facet,
    // An empty cell of a matrix says that no information is recorded.
    value: z.pipe(
      z._default(z.string(), "BLANK"),
      z.transform((written, context) => {
        const value = writtenValues.get(written.toUpperCase());
        if (value === undefined)
          context.issues.push({
            code: "custom",
            input: written,
            message: "X, ?, NA, BLANK, NOT_CODED or an empty cell is expected",
          });
        return value ?? "BLANK";
      }),
    ),
    basis: z.optional(CellBasis).check(z.refine((basis) => basis !== "demonstration", "real matrices only")),
    sources: list,
    remark: z.optional(z.string()),
    review: z.optional(ReviewState),
    date: PartialDate,
    report_dates: z.pipe(list, z.array(PartialDate)),
    published: z.pipe(
      z.enum(["yes", "no"]),
      z.transform((word) => word === "yes"),
    ),
  })
  .check((context) => {
    const { template, row, weapon, facet, value, sources } = context.value;
    const known = columnsOf(template);
    if (!known.some((column) => column.row === row && column.weapon === weapon && column.facet === facet))
      context.issues.push({
        code: "custom",
        path: ["row"],
        input: row,
        message: known.some((column) => column.row === row)
          ? `template ${template} does not ask it for weapon ${weapon} and facet ${facet}`
          : `a row of template ${template} is expected, as ${known[0]?.row}; docs/matrices.md says where they are listed`,
      });
    if (value === "X" && sources.length === 0)
      context.issues.push({ code: "custom", path: ["sources"], input: "", message: "a value X needs a source" });
  });
type CellLine = z.infer<typeof CellLine>;

function emptyMatrix(
  id: string,
  { state, snapshot, template, date, review, published, report_dates }: CellLine,
): Matrix {
  return {
    id,
    state,
    snapshot,
    template,
    date,
    ...(review !== undefined && { review }),
    demonstration: false,
    published,
    reportDates: report_dates,
    cells: [],
  };
}

/** What is said of the whole matrix has to be the same in all of its lines. */
function disagreement(matrix: Matrix, line: CellLine): string | undefined {
  const differing = (["template", "date", "review", "published"] as const).find((name) => matrix[name] !== line[name]);
  if (differing === undefined) return undefined;
  const [before, now] = [matrix[differing], line[differing]].map((said) =>
    said === true ? "yes" : said === false ? "no" : said,
  );
  return `column "${differing}": an earlier line of ${matrix.id} says "${before}", this one "${now}"`;
}

function rejected({ path, place }: Place, reason: string): Reject {
  return { path, place, reason };
}
