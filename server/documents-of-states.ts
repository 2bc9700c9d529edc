import * as z from "zod/mini";
import { languages, type Language } from "#domain/languages.ts";
import type { Documents, ListedDocument } from "#domain/profiles.ts";
import { ReportsParams, type ReportType, type ShownReport } from "#domain/reports.ts";
import { newestOf, servedGeneration } from "./generation.ts";
import { searchReports } from "./reports.ts";
import type { Engine } from "./searching.ts";

/** What a State tells the Committee under paragraph 4: the first report, and what it adds later. */
const reporting: ReportType[] = ["national-report", "additional-information"];

/** The documents of these States, and the last report among them. */
export async function documentsOf(
  engine: Engine,
  ofStates: { state: string[] } | { region: string[] },
  language: Language,
): Promise<Documents> {
  const search = (more: { type?: string[] }) =>
    searchReports(engine, z.parse(ReportsParams, { ...ofStates, ...more, size: "100" }));
  const [generation, all, reports] = await Promise.all([
    servedGeneration(engine),
    search({}),
    search({ type: reporting }),
  ]);
  const asOf = newestOf(generation, "reports");
  const lastReport = reports.items
    .flatMap((report) => [report, ...report.addenda])
    .filter(({ type }) => reporting.includes(type))
    .map((report) => listed(report, language))
    .toSorted((a, b) => (b.date ?? "").localeCompare(a.date ?? ""))[0];
  return {
    ...(asOf !== undefined && { asOf }),
    total: all.total,
    items: all.items.map((report) => listed(report, language)),
    ...(lastReport !== undefined && { lastReport }),
    reporting: reports.facets["state"]?.filter(({ count }) => count > 0).length ?? 0,
  };
}

function listed({ id, symbol, type, titles, state, dates }: ShownReport, language: Language): ListedDocument {
  const known = [language, "en" as const, ...languages].find((code) => titles[code] !== undefined) ?? language;
  // The period a document covers is no date of the document.
  const date = dates
    .flatMap(({ of, date: day }) => (of === "covers" ? [] : [day]))
    .toSorted()
    .at(-1);
  return {
    id,
    symbol,
    type,
    title: titles[known] ?? symbol,
    language: known,
    ...(state !== undefined && { state }),
    ...(date !== undefined && { date }),
  };
}
