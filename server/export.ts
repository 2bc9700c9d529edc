import type { Client, estypes } from "@elastic/elasticsearch";
import type { IndexedLaw, IndexedProvision } from "#domain/indexed-legislation.ts";
import type { CompareParams } from "#domain/compare.ts";
import type { IndexedReport } from "#domain/indexed-reports.ts";
import { languages } from "#domain/languages.ts";
import type { ReportsParams } from "#domain/reports.ts";
import type { LegislationParams } from "#domain/legislation.ts";
import { states } from "#data/states.ts";
import { compareStates } from "./compare.ts";
import { findLaws } from "./legislation.ts";
import { findProvisions } from "./provisions.ts";
import { findReports } from "./reports.ts";
import { ask, type Engine } from "./searching.ts";

/** A list whole, as it is taken away: every row of a filter, read while it is sent. */
export interface Table {
  /** `legislation` or `provisions`: also the name of the file. */
  name: string;
  total: number;
  columns: string[];
  rows: Iterable<Row> | AsyncIterable<Row>;
  /** What is true of the whole list besides what every export says: in every row of CSV, in the head of the others. */
  facts?: Record<string, string | number>;
  /** The day its source knows until, where that is not when the data was built. */
  asOf?: string;
}

export type Row = Record<string, string | number | string[]>;

const rowsAtATime = 500;

/** Milliseconds for each of them: what is half sent cannot be asked for again. */
const requestTimeout = 30_000;

type LawDocument = Omit<IndexedLaw, "text">;

const lawColumns: Record<string, (law: LawDocument) => Row[string]> = {
  id: (law) => law.law,
  state: (law) => law.state,
  state_name: (law) => states.get(law.state)?.names.en ?? law.state,
  title: (law) => law.title,
  english_title: (law) => law.englishTitle ?? "",
  languages: (law) => law.languages,
  type: (law) => law.type,
  status: (law) => law.status,
  status_note: (law) => law.statusNote ?? "",
  year: (law) => law.year ?? "",
  number: (law) => law.number ?? "",
  citation: (law) => law.citation ?? "",
  obligations: (law) => law.obligations,
  weapons: (law) => law.weapons,
  text_status: (law) => law.textStatus,
  licence: (law) => law.licence ?? "",
  url: (law) => law.url ?? "",
};

/** Every law of a filter, one row a law, however many there are. */
export async function legislationTable(engine: Engine, params: LegislationParams): Promise<Table> {
  const found = await findLaws(engine, params);
  const indices = found.languages.map((language) => `${engine.prefix}-instruments-${language}`);
  const query = { bool: { filter: [found.match, ...found.filters.values()] } };
  const laws = everyHit<LawDocument>(engine.elasticsearch, indices, query, [{ law: "asc" }, { language: "asc" }]);
  return {
    name: "legislation",
    total: found.counted.total.laws!.value,
    columns: Object.keys(lawColumns),
    rows: rowsOf(
      onceEach(laws, ({ law }) => law),
      lawColumns,
    ),
  };
}

const provisionColumns: Record<string, (provision: IndexedProvision) => Row[string]> = {
  id: (provision) => `${provision.law}/${provision.anchor}`,
  law: (provision) => provision.law,
  state: (provision) => provision.state,
  title: (provision) => provision.lawTitle,
  language: (provision) => provision.language,
  status: (provision) => provision.status,
  year: (provision) => provision.year ?? "",
  label: (provision) => provision.label,
  heading: (provision) => provision.heading ?? "",
  path: (provision) => provision.path.join(" > "),
  text: (provision) => provision.text,
  summary: (provision) => provision.summary ?? "",
  obligations: (provision) => provision.codes,
  weapons: (provision) => provision.weapons,
};

/** Every provision of a filter, in the order of the laws. */
export async function provisionsTable(engine: Engine, params: LegislationParams): Promise<Table> {
  const found = await findProvisions(engine, params);
  const query = { bool: { filter: [found.match, ...found.filters.values()] } };
  const counted = await ask<never>(engine, {
    index: found.languages.map((language) => `provisions-${language}`),
    size: 0,
    track_total_hits: true,
    query,
  });
  const provisions = everyHit<IndexedProvision>(
    engine.elasticsearch,
    found.languages.map((language) => `${engine.prefix}-provisions-${language}`),
    query,
    [{ law: "asc" }, { language: "asc" }, { position: "asc" }],
  );
  return {
    name: "provisions",
    total: (counted.hits.total as estypes.SearchTotalHits).value,
    columns: Object.keys(provisionColumns),
    rows: rowsOf(provisions, provisionColumns),
  };
}

const reportColumns: Record<string, (report: Omit<IndexedReport, "text">) => Row[string]> = {
  symbol: ({ facts }) => facts.symbol,
  id: ({ facts }) => facts.id,
  type: ({ facts }) => facts.type,
  state: ({ facts }) => facts.state ?? "",
  ...Object.fromEntries(
    languages.map((language) => [
      `title_${language}`,
      ({ facts }: Omit<IndexedReport, "text">) => facts.titles[language] ?? "",
    ]),
  ),
  dates: ({ facts }) =>
    facts.dates.map(({ of, date, source, mark }) => `${of} ${date} (${source}; ${mark})`).join("; "),
  relations: ({ facts }) => facts.relations.map(({ kind, symbol }) => `${kind} ${symbol}`).join("; "),
  cited_as: ({ facts }) => facts.citedAs.map(({ symbol, by }) => `${symbol} by ${by}`).join("; "),
  languages: ({ languages: loaded }) => loaded,
  source: ({ facts }) => facts.source,
  mark: ({ facts }) => facts.mark,
  note: ({ facts }) => facts.note ?? "",
};

/** Every document of a filter, addenda too, one row each. */
export async function reportsTable(engine: Engine, params: ReportsParams): Promise<Table> {
  const found = await findReports(engine, params);
  const query = { bool: { filter: [found.match, ...found.filters.values()] } };
  const counted = await ask<never, { reports: { value: number } }>(engine, {
    index: languages.map((language) => `reports-${language}`),
    size: 0,
    query,
    aggregations: { reports: { cardinality: { field: "report", precision_threshold: 40_000 } } },
  });
  const reports = everyHit<Omit<IndexedReport, "text">>(
    engine.elasticsearch,
    languages.map((language) => `${engine.prefix}-reports-${language}`),
    query,
    ["report", "_shard_doc"],
  );
  return {
    name: "reports",
    total: counted.aggregations?.reports.value ?? 0,
    columns: Object.keys(reportColumns),
    rows: rowsOf(
      onceEach(reports, ({ report }) => report),
      reportColumns,
    ),
  };
}

const comparisonColumns = [
  "obligation",
  "obligation_label",
  "state",
  "state_name",
  "law",
  "title",
  "language",
  "status",
  "year",
  "anchor",
  "label",
  "summary",
  "weapons",
  "facets",
];

/** States side by side, one row for each provision of each cell; a cell without provisions is a row without a law. */
export async function comparisonTable(engine: Engine, params: CompareParams): Promise<Table> {
  const { states: compared, rows } = await compareStates(engine, params);
  const lines = rows.flatMap(({ code, label, cells }) =>
    cells.flatMap((provisions, place) =>
      (provisions.length > 0 ? provisions : [undefined]).map((provision): Row => ({
        obligation: code,
        obligation_label: label,
        state: compared[place]!.iso3,
        state_name: compared[place]!.name,
        law: provision?.law ?? "",
        title: provision?.title ?? "",
        language: provision?.language ?? "",
        status: provision?.status ?? "",
        year: provision?.year ?? "",
        anchor: provision?.anchor ?? "",
        label: provision?.label ?? "",
        summary: provision?.summary ?? "",
        weapons: provision?.weapons ?? [],
        facets: provision?.facets ?? [],
      })),
    ),
  );
  return { name: "compare", total: lines.length, columns: comparisonColumns, rows: lines };
}

export async function* rowsOf<Document>(
  documents: AsyncIterable<Document>,
  columns: Record<string, (document: Document) => Row[string]>,
): AsyncGenerator<Row> {
  for await (const document of documents)
    yield Object.fromEntries(Object.entries(columns).map(([name, valueOf]) => [name, valueOf(document)]));
}

/** The same law or document in two languages stands in two neighbouring hits. */
async function* onceEach<Hit>(hits: AsyncIterable<Hit>, idOf: (hit: Hit) => string): AsyncGenerator<Hit> {
  let last: string | undefined;
  for await (const hit of hits) {
    if (idOf(hit) !== last) yield hit;
    last = idOf(hit);
  }
}

/** All hits of a query as they were when it was asked, whatever is swapped meanwhile; of each the fields asked for, or all. */
export async function* everyHit<Document>(
  elasticsearch: Client,
  index: string[],
  query: estypes.QueryDslQueryContainer,
  sort: estypes.SortCombinations[],
  fields?: (keyof Document & string)[],
): AsyncGenerator<Document> {
  const { id } = await elasticsearch.openPointInTime(
    { index, keep_alive: "2m", ignore_unavailable: true },
    { requestTimeout },
  );
  try {
    let after: estypes.SortResults | undefined;
    for (;;) {
      const next = {
        pit: { id, keep_alive: "2m" },
        size: rowsAtATime,
        query,
        sort,
        track_total_hits: false,
        allow_partial_search_results: false,
        ...(fields !== undefined && { _source: fields }),
        ...(after !== undefined && { search_after: after }),
      };
      const { hits, timed_out } = await elasticsearch.search<Document>(next, { requestTimeout });
      if (timed_out) throw new Error("the export was cut short by the engine");
      for (const hit of hits.hits) yield hit._source!;
      after = hits.hits.at(-1)?.sort;
      if (hits.hits.length < rowsAtATime || after === undefined) return;
    }
  } finally {
    await elasticsearch.closePointInTime({ id }).catch(() => undefined);
  }
}
