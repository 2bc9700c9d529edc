import { disclaimer } from "#domain/disclaimer.ts";
import type { IndexedReport } from "#domain/indexed-reports.ts";
import { languages } from "#domain/languages.ts";
import type { ReportType } from "#domain/reports.ts";
import { lastDayOf, type FirstReportsAnswer, type FirstReportsParams } from "#domain/trends.ts";
import { figureNote } from "#data/figure-notes.ts";
import { membersOn } from "#data/membership.ts";
import { states } from "#data/states.ts";
import type { Row, Table } from "./export.ts";
import { refuse } from "./figures.ts";
import { newestOf, servedGeneration } from "./generation.ts";
import { ask, type Engine } from "./searching.ts";

/**
 * Of each Member State of a day the first national report that is held here, dated by then. That none is held does not
 * mean that none was sent.
 * @param today the day where none is asked for, and the last that can be
 * @throws HttpError 400 when the day is yet to come, or before there were Member States
 */
export async function readFirstReports(
  engine: Engine,
  { on: asked, language }: FirstReportsParams,
  today: string,
): Promise<FirstReportsAnswer> {
  const on = asked ?? today;
  const members = membersOn(on);
  refuse([
    ...(on > today ? [{ path: "on", message: `${on} is yet to come` }] : []),
    ...(members.length === 0 ? [{ path: "on", message: `the United Nations had no Member States on ${on} yet` }] : []),
  ]);
  const [generation, { dated, undated }] = await Promise.all([servedGeneration(engine), nationalReports(engine)]);
  const byName = new Intl.Collator(language);
  const items = members
    .map((state) => ({ state, name: states.get(state)!.names[language], ...firstOf(state, dated, on) }))
    .toSorted((a, b) => byName.compare(a.name, b.name));
  return {
    date: on,
    n: items.filter(({ first }) => first !== undefined).length,
    of: items.length,
    items,
    undated: items.flatMap(({ state, name }) =>
      undated.filter((report) => report.state === state).map((report) => ({ ...report, name })),
    ),
    meta: {
      status: "real",
      source: figureNote("source-first-reports", language),
      asOf: newestOf(generation, "reports") ?? generation.asOf,
      generation: generation.id,
      disclaimer,
    },
  };
}

/** The same list, one row a Member State. */
export async function firstReportsTable(engine: Engine, params: FirstReportsParams, today: string): Promise<Table> {
  const { date: on, n, of, items, undated, meta } = await readFirstReports(engine, params, today);
  return {
    name: "first-reports",
    total: of,
    columns: ["state", "name", "symbol", "date", "id", "source", "status"],
    rows: items.map(({ state, name, first: { symbol = "", date = "", id = "" } = {} }): Row => {
      return { state, name, symbol, date, id, source: meta.source, status: meta.status };
    }),
    facts: { on, n, of, undated: undated.length },
    asOf: meta.asOf,
  };
}

interface HeldReport {
  id: string;
  symbol: string;
  state: string;
}
type DatedReport = HeldReport & { date: string };

/** National reports of States, each once, in however many languages it is loaded; by the earliest date stated for it. */
async function nationalReports(engine: Engine): Promise<{ dated: DatedReport[]; undated: HeldReport[] }> {
  const type: ReportType = "national-report";
  const { hits } = await ask<Pick<IndexedReport, "facts">>(engine, {
    index: languages.map((language) => `reports-${language}`),
    size: 10_000, // all of them: States have sent some two hundred in twenty years
    _source: ["facts"],
    track_total_hits: false,
    query: { bool: { filter: [{ term: { type } }, { exists: { field: "state" } }] } },
    sort: [{ report: "asc" }],
    collapse: { field: "report" },
  });
  const reports = hits.hits.map(({ _source }) => {
    const { id, symbol, state, dates } = _source!.facts;
    // The period a document covers is no date of the document, and what is read in a source goes before what is remembered.
    const [first] = dates
      .filter(({ of }) => of !== "covers")
      .toSorted((a, b) => Number(a.mark === "M") - Number(b.mark === "M") || byLastDay(a, b));
    return { id, symbol, state: state!, date: first?.date };
  });
  return {
    dated: reports
      .flatMap(({ date, ...report }) => (date === undefined ? [] : [{ ...report, date }]))
      .toSorted(byLastDay),
    undated: reports.flatMap(({ date, ...report }) => (date === undefined ? [report] : [])),
  };
}

/** A year counts from its end: by then the report was there. */
function byLastDay(a: { date: string }, b: { date: string }): number {
  return lastDayOf(a.date).localeCompare(lastDayOf(b.date));
}

function firstOf(of: string, dated: readonly DatedReport[], day: string): { first?: Omit<DatedReport, "state"> } {
  const found = dated.find(({ state, date }) => state === of && lastDayOf(date) <= day);
  if (found === undefined) return {};
  const { state: _, ...first } = found;
  return { first };
}
