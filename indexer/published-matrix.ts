import { templates } from "#data/matrix-rows.ts";
import { states } from "#data/states.ts";
import { facets, weapons } from "#domain/codings.ts";
import type { CellValue, CellWeapon, Matrix, TemplateRow } from "#domain/matrices.ts";
import type { Reject } from "./read-legislation.ts";
import type { DocumentBlock, DocumentRow, MatrixDocument } from "./readers/matrix-document.ts";
import type { Reading } from "./record-type.ts";

/**
 * Makes a matrix of its published form, and lists all that could not be read. Its snapshot is the year the Committee
 * approved it, its template the newest of that time. A document marked as a draft is not published.
 */
export function publishedMatrix(document: MatrixDocument, path: string): Reading<Matrix> {
  const head = readHead(document.head);
  const missing = [
    ...(head.state === undefined ? ['its State: a line as "State: Kenya" is expected'] : []),
    ...(head.date === undefined ? ["the date of approval by the Committee, or of the report"] : []),
    ...(document.blocks.length === 0 ? ['blocks with tables: a heading as "OP 2 …" is expected'] : []),
  ];
  if (missing.length > 0 || head.state === undefined || head.date === undefined)
    return {
      records: [],
      rejects: [{ path, reason: `The matrix does not say ${missing.join("; nor ")}.` }],
      skips: [],
    };
  const template = templateOf(head.date);
  const rejects: Reject[] = [];
  const matrix: Matrix = {
    id: `${head.date.slice(0, 4)}/${head.state}`,
    state: head.state,
    snapshot: head.date.slice(0, 4),
    template,
    date: head.date,
    review: head.isDraft ? "draft" : "approved",
    demonstration: false,
    published: !head.isDraft,
    reportDates: head.reportDates,
    cells: [],
  };
  const source = `Matrix of ${states.get(head.state)!.names.en}, ${head.isDraft ? "draft" : "approved"} ${head.date}`;
  const read = new Set<string>();
  for (const block of document.blocks) {
    const layout = layoutOf(block);
    if (layout === undefined) {
      rejects.push({ path, place: block.heading, reason: "no block of the matrix has this heading" });
      continue;
    }
    read.add(layout.block);
    const asked = templates.get(template)!.filter(({ row }) => row.startsWith(`${layout.block}.`));
    for (const row of block.rows) {
      const place = `${layout.block}, row ${row.number}`;
      const question = asked.find(({ number }) => number === row.number);
      if (question === undefined) rejects.push({ path, place, reason: `template ${template} has no such row` });
      else if (row.cells.length !== layout.columns.length)
        rejects.push({
          path,
          place,
          reason: `it has ${row.cells.length} columns, not ${layout.columns.length}: ${layout.columns.join(", ")}`,
        });
      else {
        const { cells, faults } = cellsOf(question, row, layout.columns, source);
        matrix.cells.push(...cells);
        rejects.push(...faults.map((reason) => ({ path, place, reason })));
      }
    }
    const found = new Set(block.rows.map(({ number }) => number));
    const absent = asked.filter(({ number }) => !found.has(number)).map(({ number }) => number);
    if (absent.length > 0)
      rejects.push({
        path,
        place: layout.block,
        reason: `rows ${absent.join(", ")} were not found; their cells are not coded`,
      });
  }
  for (const { block } of layouts)
    if (!read.has(block))
      rejects.push({ path, place: block, reason: "the block was not found; its cells are not coded" });
  return { records: matrix.cells.length === 0 ? [] : [matrix], rejects, skips: [] };
}

/** The columns right of the number, block by block. */
const byWeapon = ["question", "N", "C", "B", "source", "N", "C", "B", "source", "remarks"];
const byFacet = ["question", "YES", "source", "YES", "source", "remarks"];
const once = ["question", "YES", "source", "remarks"];
const layouts: readonly { block: string; heading: RegExp; columns: readonly string[] }[] = [
  { block: "OP1", heading: /^OP\s*1\b/u, columns: once },
  { block: "OP2", heading: /^OP\s*2\b/u, columns: byWeapon },
  { block: "OP3NW", heading: /^OP\s*3\s*\(a\).*(?:nuclear|\bNW\b)/iu, columns: byFacet },
  { block: "OP3CW", heading: /^OP\s*3\s*\(a\).*(?:chemical|\bCW\b)/iu, columns: byFacet },
  { block: "OP3BW", heading: /^OP\s*3\s*\(a\).*(?:biological|\bBW\b)/iu, columns: byFacet },
  { block: "OP3CD", heading: /^OP\s*3\s*\(c\)/iu, columns: byWeapon },
  { block: "OP678", heading: /^OP\s*6\b/u, columns: once },
];

function layoutOf({ heading }: DocumentBlock) {
  return layouts.find((layout) => layout.heading.test(heading));
}

const months = "january february march april may june july august september october november december".split(" ");

function readHead(lines: readonly string[]) {
  const dates: { of: "report" | "approval"; date: string }[] = [];
  let state: string | undefined;
  for (const line of lines) {
    const [, label = "", value = ""] = /^([^:]+?)\s*:\s*(.+)$/su.exec(line) ?? [];
    if (/^(?:name of )?(?:the )?state$/iu.test(label)) state = stateNamed(value);
    const date = dateIn(value);
    if (date !== undefined && /approv/iu.test(label)) dates.push({ of: "approval", date });
    else if (date !== undefined && /report|addend/iu.test(label)) dates.push({ of: "report", date });
  }
  const reportDates = dates.flatMap(({ of, date }) => (of === "report" ? [date] : [])).toSorted();
  const approved = dates.find(({ of }) => of === "approval")?.date;
  return {
    state,
    reportDates,
    date: approved ?? reportDates.at(-1),
    isDraft: lines.some((line) => /^\s*draft\b/iu.test(line)),
  };
}

function stateNamed(name: string): string | undefined {
  const wanted = folded(name);
  return [...states.values()].find(({ names, iso3 }) =>
    [iso3, ...Object.values(names)].some((known) => folded(known) === wanted),
  )?.iso3;
}

function folded(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/[^\p{L}]+/gu, "")
    .toLowerCase();
}

/** `20 July 2005`, `July 2005`, `2005-07-20` → as ISO 8601 has it; undefined for a blank or dashes. */
function dateIn(text: string): string | undefined {
  const iso = /\b\d{4}-\d{2}(?:-\d{2})?\b/u.exec(text)?.[0];
  if (iso !== undefined) return iso;
  const [, day, month, year] = /(?:(\d{1,2})\s+)?(?:([A-Za-z]+)\s+)?(\d{4})\b/u.exec(text) ?? [];
  const place = months.indexOf((month ?? "").toLowerCase()) + 1;
  if (year === undefined) return undefined;
  if (place === 0) return year;
  return [year, String(place).padStart(2, "0"), ...(day === undefined ? [] : [day.padStart(2, "0")])].join("-");
}

/** The newest version there was at the time. */
function templateOf(date: string): string {
  const all = [...templates.keys()];
  return all.findLast((template) => template <= date.slice(0, 4)) ?? all[0]!;
}

const values: Record<string, CellValue> = { X: "X", "?": "Q", NA: "NA", "N/A": "NA", "": "BLANK" };

/** One cell for each weapon and facet of a row, from the columns it stands in, with the source that follows them. */
function cellsOf(
  { row, weapons: asked, facets: askedFacets }: TemplateRow,
  { cells }: DocumentRow,
  columns: readonly string[],
  matrixSource: string,
): { cells: Matrix["cells"]; faults: string[] } {
  const found: Matrix["cells"] = [];
  const faults: string[] = [];
  const remark = cells[columns.indexOf("remarks")];
  let facet = 0;
  for (const [place, column] of columns.entries()) {
    if (column === "source") facet += 1;
    if (column !== "YES" && !(column in weaponOf)) continue;
    const weapon: CellWeapon = column === "YES" ? (asked[0] ?? "ALL") : weaponOf[column]!;
    const written = cells[place]!.trim();
    const value = values[written.toUpperCase()];
    if (value === undefined) {
      faults.push(
        `"${written.slice(0, 60)}" in column ${column} of ${facets[facet]} is not X, ?, NA or blank; the cell is not coded`,
      );
      continue;
    }
    if (!askedFacets.includes(facets[facet]!)) continue;
    const source = cells[columns.indexOf("source", place)]!;
    const sources = source.split("\n").filter((line) => line !== "");
    found.push({
      column: `${row}-${weapon}-${facets[facet]}`,
      value,
      sources: value === "X" && sources.length === 0 ? [matrixSource] : value === "X" || value === "Q" ? sources : [],
      ...(remark !== undefined && remark !== "" && { remark }),
    });
  }
  return { cells: found, faults };
}

const weaponOf: Record<string, CellWeapon> = { N: weapons[0], C: weapons[1], B: weapons[2] };
