import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import type { Client, estypes } from "@elastic/elasticsearch";
import { stringify } from "csv-stringify";
import type { Response } from "express";
import { disclaimer } from "#domain/disclaimer.ts";
import type { IndexedLaw, IndexedProvision } from "#domain/indexed-legislation.ts";
import type { CompareParams } from "#domain/compare.ts";
import type { LegislationParams } from "#domain/legislation.ts";
import { states } from "#data/states.ts";
import { compareStates } from "./compare.ts";
import { filtersOf } from "./filters.ts";
import { servedGeneration } from "./generation.ts";
import { asksForWords } from "./expansion.ts";
import { expandedQuery, findLaws, inEachLanguage } from "./legislation.ts";
import { provisionsWith } from "./matching.ts";
import { parseQuery } from "./query.ts";
import type { Engine } from "./searching.ts";
import { languages } from "#domain/languages.ts";

const rowsAtATime = 500;

/** Sends every law of a filter as CSV, one row a law, however many there are. */
export async function exportLegislation(engine: Engine, params: LegislationParams, response: Response): Promise<void> {
  const [found, { asOf }] = await Promise.all([findLaws(engine, params), servedGeneration(engine)]);
  const indices = found.languages.map((language) => `${engine.prefix}-instruments-${language}`);
  const query = { bool: { filter: [found.match, ...found.filters.values()] } };
  const laws = everyHit<Omit<IndexedLaw, "text">>(engine.elasticsearch, indices, query, [
    { law: "asc" },
    { language: "asc" },
  ]);
  await sendCsv(response, "legislation.csv", onceALaw(laws), (law) => ({
    id: law.law,
    state: law.state,
    state_name: states.get(law.state)?.names.en ?? law.state,
    title: law.title,
    english_title: law.englishTitle ?? "",
    languages: law.languages.join(" "),
    type: law.type,
    status: law.status,
    status_note: law.statusNote ?? "",
    year: law.year ?? "",
    number: law.number ?? "",
    citation: law.citation ?? "",
    obligations: law.obligations.join(" "),
    weapons: law.weapons.join(" "),
    text_status: law.textStatus,
    licence: law.licence ?? "",
    url: law.url ?? "",
    as_of: asOf,
    disclaimer,
  }));
}

/** Sends every provision of a filter as CSV, in the order of the laws. */
export async function exportProvisions(engine: Engine, params: LegislationParams, response: Response): Promise<void> {
  const parsed = parseQuery(params.q);
  const expanded = asksForWords(parsed.query) ? await expandedQuery(engine, parsed, params) : undefined;
  const { asOf } = await servedGeneration(engine);
  const chosen = params.language.length > 0 ? params.language : languages;
  const query = {
    bool: {
      filter: [
        ...(expanded === undefined
          ? []
          : [
              inEachLanguage(
                engine,
                "provisions",
                (language) => provisionsWith(expanded.queryIn(language), expanded.cited),
                expanded,
              ),
            ]),
        ...filtersOf(params).values(),
      ],
    },
  };
  const provisions = everyHit<IndexedProvision>(
    engine.elasticsearch,
    chosen.map((language) => `${engine.prefix}-provisions-${language}`),
    query,
    [{ law: "asc" }, { language: "asc" }, { position: "asc" }],
  );
  await sendCsv(response, "provisions.csv", provisions, (provision) => ({
    id: `${provision.law}/${provision.anchor}`,
    law: provision.law,
    state: provision.state,
    title: provision.lawTitle,
    language: provision.language,
    status: provision.status,
    year: provision.year ?? "",
    label: provision.label,
    heading: provision.heading ?? "",
    path: provision.path.join(" > "),
    text: provision.text,
    summary: provision.summary ?? "",
    obligations: provision.codes.join(" "),
    weapons: provision.weapons.join(" "),
    as_of: asOf,
    disclaimer,
  }));
}

/** Sends a comparison as CSV, one row for each provision of each cell; a cell without provisions is a row without a law. */
export async function exportComparison(engine: Engine, params: CompareParams, response: Response): Promise<void> {
  const { states: compared, rows, meta } = await compareStates(engine, params);
  const lines = rows.flatMap(({ code, label, cells }) =>
    cells.flatMap((provisions, place) =>
      (provisions.length > 0 ? provisions : [undefined]).map((provision) => ({
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
        weapons: provision?.weapons.join(" ") ?? "",
        facets: provision?.facets.join(" ") ?? "",
        as_of: meta.asOf,
        disclaimer,
      })),
    ),
  );
  await sendCsv(response, "compare.csv", lines, (line) => line);
}

async function sendCsv<Document>(
  response: Response,
  name: string,
  documents: Iterable<Document> | AsyncIterable<Document>,
  row: (document: Document) => Record<string, unknown>,
): Promise<void> {
  response.set("Content-Type", "text/csv; charset=utf-8");
  response.set("Content-Disposition", `attachment; filename="${name}"`);
  // A byte-order mark, or spreadsheets read Arabic and Chinese as Latin; formulas are disarmed.
  const csv = stringify({ header: true, bom: true, escape_formulas: true });
  await pipeline(
    Readable.from(documents),
    async function* rows(source: AsyncIterable<Document>) {
      for await (const document of source) yield row(document);
    },
    csv,
    response,
  );
}

/** The same law in two languages stands in two neighbouring hits. */
async function* onceALaw<Law extends { law: string }>(hits: AsyncIterable<Law>): AsyncGenerator<Law> {
  let last: string | undefined;
  for await (const hit of hits) {
    if (hit.law !== last) yield hit;
    last = hit.law;
  }
}

/** All hits of a query as they were when it was asked, whatever is swapped meanwhile. */
async function* everyHit<Document>(
  elasticsearch: Client,
  index: string[],
  query: estypes.QueryDslQueryContainer,
  sort: estypes.SortCombinations[],
): AsyncGenerator<Document> {
  const { id } = await elasticsearch.openPointInTime({ index, keep_alive: "2m", ignore_unavailable: true });
  try {
    let after: estypes.SortResults | undefined;
    for (;;) {
      const { hits, timed_out } = await elasticsearch.search<Document>({
        pit: { id, keep_alive: "2m" },
        size: rowsAtATime,
        query,
        sort,
        track_total_hits: false,
        allow_partial_search_results: false,
        ...(after !== undefined && { search_after: after }),
      });
      if (timed_out) throw new Error("the export was cut short by the engine");
      for (const hit of hits.hits) yield hit._source!;
      after = hits.hits.at(-1)?.sort;
      if (hits.hits.length < rowsAtATime || after === undefined) return;
    }
  } finally {
    await elasticsearch.closePointInTime({ id }).catch(() => undefined);
  }
}
