import * as z from "zod/mini";
import { languages } from "#domain/languages.ts";
import { Mark, ReportFacts, ReportType, relationKinds, StatedDate, type ReportRecord } from "#domain/reports.ts";
import { symbolId } from "#domain/symbols.ts";
import { readTable } from "./table.ts";

const text = z.optional(z.string());
const Row = z.object({
  symbol: z.string(),
  type: ReportType,
  state: text,
  /** `of|date|source|mark`, several with `; ` between them. */
  dates: text,
  /** `kind symbol`, likewise. */
  relations: text,
  /** `symbol by symbol`, likewise. */
  cited_as: text,
  title_ar: text,
  title_zh: text,
  title_en: text,
  title_fr: text,
  title_ru: text,
  title_es: text,
  source: z.string(),
  mark: Mark,
  note: text,
});

/** The register of documents that ships with the project: facts with their sources, no text. */
export const reportRegister: readonly ReportRecord[] = readTable("reports.csv", Row).map((row) => ({
  id: symbolId(row.symbol),
  facts: z.parse(ReportFacts, {
    symbol: row.symbol,
    type: row.type,
    titles: Object.fromEntries(
      languages.flatMap((language) =>
        row[`title_${language}`] === undefined ? [] : [[language, row[`title_${language}`]]],
      ),
    ),
    ...(row.state !== undefined && { state: row.state }),
    dates: statedDates(row.dates),
    relations: parts(row.relations).map(relation),
    citedAs: parts(row.cited_as).map((part) => {
      const [symbol, by] = part.split(" by ");
      return { symbol, by };
    }),
    source: row.source,
    mark: row.mark,
    ...(row.note !== undefined && { note: row.note }),
  }),
}));

/** @throws ZodError for a date that is not as `of|date|source|mark` */
function statedDates(cell: string | undefined): StatedDate[] {
  return parts(cell).map((part) => {
    const [of, date, source, mark] = part.split("|");
    return z.parse(StatedDate, { of, date, source, mark });
  });
}

/** `extends S/RES/1810 (2008)`; what is wrong with it is said where the facts are parsed. */
export function relation(part: string): { kind: (typeof relationKinds)[number]; symbol: string } {
  const [kind = "", ...symbol] = part.split(" ");
  return { kind: kind as (typeof relationKinds)[number], symbol: symbol.join(" ") };
}

export function parts(cell: string | undefined): string[] {
  return (cell ?? "")
    .split(/;\s+/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
