import type { estypes } from "@elastic/elasticsearch";
import { disclaimer } from "#domain/disclaimer.ts";
import {
  PracticeHit,
  practiceFilters,
  type EffectivePractice,
  type EffectivePracticesPage,
  type EffectivePracticesParams,
  type PracticeFilter,
} from "#domain/effective-practices.ts";
import type { IndexedPractice } from "#domain/indexed-practice.ts";
import { languages } from "#domain/languages.ts";
import type { FacetBucket } from "#domain/search.ts";
import { organisations } from "#data/effective-practices.ts";
import { asksForWords, expandedQuery, type ExpandedQuery } from "./expansion.ts";
import { everyHit, rowsOf, type Row, type Table } from "./export.ts";
import { servedGeneration, type ServedGeneration } from "./generation.ts";
import { practicesWith } from "./practice-matching.ts";
import { parseQuery, wantedParts } from "./query.ts";
import { queryLanguage } from "./query-language.ts";
import { ask, type Engine } from "./searching.ts";

type Clause = estypes.QueryDslQueryContainer;

/** The field each filter looks at and counts. */
const filterFields: Record<PracticeFilter, keyof IndexedPractice> = {
  obligation: "obligations",
  weapon: "weapons",
  category: "category",
  kind: "kind",
  contributor: "contributors",
  region: "regions",
  language: "languages",
  checked: "checked",
};

type Facets = Record<PracticeFilter, { values: { buckets: { key: string; doc_count: number }[] } }>;
type Counts = Facets & { total: { doc_count: number } };

/** Searches effective practices: best match first, or, where nothing is asked, newest first. */
export async function searchEffectivePractices(
  engine: Engine,
  params: EffectivePracticesParams,
): Promise<EffectivePracticesPage> {
  const [generation, found] = await Promise.all([servedGeneration(engine), findPractices(engine, params)]);
  const { match, filters, counts, relaxed, expanded } = found;
  const { hits } = await ask<Pick<IndexedPractice, "practice">>(engine, {
    index: "effective-practices",
    from: (params.page - 1) * params.size,
    size: params.size,
    _source: ["practice"],
    track_total_hits: false,
    query: { bool: { must: [match], filter: [...filters.values()] } },
    sort: [...(expanded === undefined ? [] : ["_score"]), { date: "desc" }, { id: "asc" }],
  });
  const language = expanded === undefined ? undefined : queryLanguage(params.q);
  return {
    total: counts.total.doc_count,
    items: hits.hits.map((hit) => practiceHit(hit._source!.practice)),
    facets: facetsOf(counts, params),
    meta: {
      ...practicesMeta(generation),
      ...(language !== undefined && { queryLanguage: language }),
      relaxed,
      expansions: expanded?.expansions ?? [],
      // Practices are in all languages: nothing is learned for them.
      learned: [],
      slips: found.slips,
    },
  };
}

/** What travels with every answer about practices. */
export function practicesMeta({ id, asOf, builtAt }: ServedGeneration) {
  return {
    generation: id,
    asOf: builtAt.get("effective-practices") ?? asOf,
    disclaimer,
    organisations: [...organisations].map(([code, names]) => ({ code, names })),
  };
}

/** What a list shows of a practice. */
export function practiceHit(practice: EffectivePractice): PracticeHit {
  const shown = Object.keys(PracticeHit.shape);
  return Object.fromEntries(Object.entries(practice).filter(([name]) => shown.includes(name))) as PracticeHit;
}

interface FoundPractices {
  /** Which practices: the query, or most of its words. */
  match: Clause;
  filters: Map<PracticeFilter, Clause>;
  counts: Counts;
  relaxed: boolean;
  /** Absent when nothing was asked. */
  expanded?: ExpandedQuery;
  slips: EffectivePracticesPage["meta"]["slips"];
}

/** Counts the practices in which the query holds; where none has all its words, those with most of them. */
async function findPractices(engine: Engine, params: EffectivePracticesParams): Promise<FoundPractices> {
  const { query, slips } = parseQuery(params.q);
  const filters = filtersOf(params);
  const expanded = await expandedQuery(engine, query, params);
  const base = { filters, slips, ...(expanded !== undefined && { expanded }) };
  const count = async (match: Clause) => {
    const { aggregations } = await ask<never, Counts & { unfiltered: { doc_count: number } }>(engine, {
      index: "effective-practices",
      size: 0,
      track_total_hits: false,
      query: match,
      aggregations: { ...facetAggregations(filters), unfiltered: { filter: { match_all: {} } } },
    });
    return aggregations ?? nothingCounted;
  };
  const strictly: Clause = expanded === undefined ? { match_all: {} } : practicesWith(expanded, "100%");
  const counts = await count(strictly);
  // Whether the words have an answer is asked of all practices: no choice of a filter may find more than its count.
  if (
    counts.unfiltered.doc_count > 0 ||
    expanded === undefined ||
    !asksForWords(query) ||
    wantedParts(query).length < 2
  )
    return { ...base, match: strictly, counts, relaxed: false };
  const loosely = practicesWith(expanded, "60%");
  const more = await count(loosely);
  return { ...base, match: loosely, counts: more, relaxed: more.unfiltered.doc_count > 0 };
}

const nothingCounted = Object.fromEntries(
  [...practiceFilters, "total", "unfiltered"].map((name) => [name, { values: { buckets: [] }, doc_count: 0 }]),
) as unknown as Counts & { unfiltered: { doc_count: number } };

function filtersOf(params: EffectivePracticesParams): Map<PracticeFilter, Clause> {
  return new Map(
    practiceFilters
      .filter((name) => params[name].length > 0)
      .map((name) => [name, { terms: { [filterFields[name]]: params[name] } }]),
  );
}

/** Each filter counted under all others, so that a reader sees what another choice would give. */
function facetAggregations(
  filters: Map<PracticeFilter, Clause>,
): Record<string, estypes.AggregationsAggregationContainer> {
  const others = (name?: PracticeFilter) => ({
    bool: { filter: [...filters].filter(([other]) => other !== name).map(([, clause]) => clause) },
  });
  return {
    total: { filter: others() },
    ...Object.fromEntries(
      practiceFilters.map((name) => [
        name,
        { filter: others(name), aggregations: { values: { terms: { field: filterFields[name], size: 500 } } } },
      ]),
    ),
  };
}

function facetsOf(counts: Counts, params: EffectivePracticesParams): Record<PracticeFilter, FacetBucket[]> {
  return Object.fromEntries(
    practiceFilters.map((name) => {
      const counted = counts[name].values.buckets.map(({ key, doc_count }) => ({ value: key, count: doc_count }));
      const chosen: string[] = params[name];
      const missing = chosen.filter((value) => !counted.some((bucket) => bucket.value === value));
      return [name, [...counted, ...missing.map((value) => ({ value, count: 0 }))]];
    }),
  ) as Record<PracticeFilter, FacetBucket[]>;
}

/** The columns of an export are those of a table to load, so that a list taken away can be brought back. */
const columns: Record<string, (practice: EffectivePractice) => Row[string]> = {
  id: ({ id }) => id,
  kind: ({ kind }) => kind,
  category: ({ category }) => category,
  ...textColumns("title", ({ titles }) => titles),
  ...textColumns("summary", ({ summaries }) => summaries),
  ...textColumns("description", ({ descriptions }) => descriptions),
  ...textColumns("conditions", ({ conditions }) => conditions),
  ...textColumns("lessons", ({ lessons }) => lessons),
  obligations: ({ obligations }) => obligations,
  weapons: ({ weapons }) => weapons,
  states: ({ states }) => states,
  organisations: (practice) => practice.organisations.join(";"),
  date: ({ date }) => date,
  checked_on: ({ checkedOn }) => checkedOn ?? "",
  valid_until: ({ validUntil }) => validUntil ?? "",
  languages: (practice) => practice.languages,
  consent: ({ consent }) => consent,
  checked: ({ checked }) => checked,
  source_title: ({ source }) => source.title,
  source_publisher: ({ source }) => source.publisher,
  source_symbol: ({ source }) => source.symbol ?? "",
  source_address: ({ source }) => source.address ?? "",
  evidence: ({ evidence }) => evidence,
  contact_role: ({ contactRole }) => contactRole ?? "",
  provisions: ({ provisions }) => provisions.map(({ law, anchor }) => `${law}/${anchor}`),
  concepts: ({ concepts }) => concepts,
};

function textColumns(
  name: string,
  textsOf: (practice: EffectivePractice) => EffectivePractice["titles"],
): Record<string, (practice: EffectivePractice) => string> {
  return Object.fromEntries(
    languages.map((language) => [`${name}_${language}`, (practice) => textsOf(practice)[language] ?? ""]),
  );
}

/** Every practice of a filter. */
export async function effectivePracticesTable(engine: Engine, params: EffectivePracticesParams): Promise<Table> {
  const { match, filters, counts } = await findPractices(engine, params);
  const hits = everyHit<IndexedPractice>(
    engine.elasticsearch,
    [`${engine.prefix}-effective-practices`],
    { bool: { filter: [match, ...filters.values()] } },
    [{ id: "asc" }],
  );
  return {
    name: "effective-practices",
    total: counts.total.doc_count,
    columns: Object.keys(columns),
    rows: rowsOf(practicesIn(hits), columns),
  };
}

async function* practicesIn(hits: AsyncIterable<IndexedPractice>): AsyncGenerator<EffectivePractice> {
  for await (const { practice } of hits) yield practice;
}
