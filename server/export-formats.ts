import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import type { Response } from "express";
import { disclaimer } from "#domain/disclaimer.ts";
import type { Row, Table } from "./export.ts";
import { workbook } from "./workbook.ts";

export const exportFormats = ["csv", "xlsx", "json"] as const;
type Format = (typeof exportFormats)[number];

export const mediaTypes: Record<Format, string> = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json",
};

/** What a list that is taken away says of itself. */
interface Origin {
  /** The address asked. */
  query: string;
  /** When the data was built, ISO 8601. */
  asOf: string;
  /** The generation of the indices. */
  id: string;
}

/** Sends every row of a list as a file, row by row, whatever their number. */
export async function sendTable(response: Response, format: Format, table: Table, built: Origin): Promise<void> {
  const origin = { ...built, asOf: table.asOf ?? built.asOf };
  response.set("Content-Type", format === "csv" ? "text/csv; charset=utf-8" : mediaTypes[format]);
  response.set("Content-Disposition", `attachment; filename="${table.name}.${format}"`);
  const rows = Readable.from(table.rows);
  try {
    if (format === "csv") await pipeline(rows, csvRows(table, origin), csv(table), response);
    else if (format === "json") await pipeline(rows, json(table, origin), response);
    else await pipeline(workbook(factsOf(table, origin), { ...table, rows: tabular(rows) }), response);
  } finally {
    // The visitor may have gone: reading ends, and what the engine keeps for it is let go.
    rows.destroy();
  }
}

/** The facts of the list stand in every row, so that rows cut out and put elsewhere still say where they are from. */
function csvRows({ facts }: Table, { query, asOf, id }: Origin) {
  return async function* withFacts(rows: AsyncIterable<Row>) {
    for await (const row of tabular(rows)) yield { ...row, ...facts, as_of: asOf, disclaimer, query, data_version: id };
  };
}

function csv({ columns, facts = {} }: Table) {
  // A byte-order mark, or spreadsheets read Arabic and Chinese as Latin; formulas are disarmed.
  return stringify({
    header: true,
    columns: [...columns, ...Object.keys(facts), "as_of", "disclaimer", "query", "data_version"],
    bom: true,
    escape_formulas: true,
  });
}

function json({ total, facts }: Table, { query, asOf, id }: Origin) {
  return async function* text(rows: AsyncIterable<Row>) {
    yield `${JSON.stringify({ query, asOf, generation: id, disclaimer, ...facts, total }).slice(0, -1)},"items":[`;
    let separator = "\n";
    for await (const row of rows) {
      yield `${separator}${JSON.stringify(row)}`;
      separator = ",\n";
    }
    yield "\n]}\n";
  };
}

/** What the first sheet of a workbook says. */
function factsOf({ name, total, facts = {} }: Table, { query, asOf, id }: Origin): [string, string | number][] {
  const filters = [...new URL(query, "http://localhost").searchParams].map(([filter, value]): [string, string] => [
    `filter: ${filter}`,
    value,
  ]);
  return [
    ["source", `Compendium 1540, ${name}; each law links to where its text is published`],
    ["query", query],
    ...filters,
    ...Object.entries(facts),
    ["rows", total],
    ["as_of", asOf],
    ["data_version", id],
    ["disclaimer", disclaimer],
  ];
}

/** Rows whose cells are single values: lists of codes with blanks between them. */
async function* tabular(rows: AsyncIterable<Row>): AsyncGenerator<Record<string, string | number>> {
  for await (const row of rows)
    yield Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, Array.isArray(value) ? value.join(" ") : value]),
    );
}
