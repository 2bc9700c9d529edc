import type { estypes } from "@elastic/elasticsearch";
import type { IndexedPassage, IndexedReport } from "#domain/indexed-reports.ts";
import { languages, type Language } from "#domain/languages.ts";
import {
  reportFacets,
  type PassageHit,
  type ReportFacet,
  type ReportHit,
  type ReportsPage,
  type ReportsParams,
  type ShownReport,
} from "#domain/reports.ts";
import { plainSymbol } from "#domain/symbols.ts";
import type { FacetBucket } from "#domain/search.ts";
import { ownWords } from "#data/mandate.ts";
import { bestPassages, passagesOf, type BestPassages } from "./best-passages.ts";
import { asksForWords, expandedQuery, inEachLanguage, madeOnce, type ExpandedQuery } from "./expansion.ts";
import { servedGeneration } from "./generation.ts";
import { metaOf } from "./legislation.ts";
import { canRelax, lawsWith, lawsWithMost, provisionsWith, unnamed } from "./matching.ts";
import { parseQuery } from "./query.ts";
import { queryLanguage } from "./query-language.ts";
import { ask, askAll, valueOnly, type Engine, type Search } from "./searching.ts";
import { isMarked, snippetOf } from "./snippets.ts";
import { unknownStates } from "./unknown-states.ts";

type Clause = estypes.QueryDslQueryContainer;
type ReportSource = Omit<IndexedReport, "text">;

/** Documents whose best passage is looked at for the order. */
const fusedReports = 500;

/**
 * Searches documents: those in which the query holds, ranked by their whole text and by their best passage, with three
 * passages each. Addenda, revisions and corrigenda stand under their document, and count with it as one.
 */
export async function searchReports(engine: Engine, params: ReportsParams): Promise<ReportsPage> {
  const [generation, found] = await Promise.all([servedGeneration(engine), findReports(engine, params)]);
  const { expanded, counted } = found;
  const language = expanded === undefined ? undefined : queryLanguage(params.q);
  const families =
    expanded === undefined
      ? await newestFirst(engine, params, found)
      : await ranked(engine, params, found, expanded, language);
  return {
    total: counted.total.documents.value,
    items: await withPassages(engine, params, expanded, families),
    facets: facetsOf(counted, params),
    meta: metaOf(found.slips, expanded, generation, language, found.relaxed),
  };
}

/** What decides which documents are found, whatever their order. */
interface FoundReports {
  slips: ReportsPage["meta"]["slips"];
  expanded?: ExpandedQuery;
  match: Clause;
  matchIn: (language: Language) => Clause;
  filters: Map<ReportFacet | "symbol", Clause>;
  counted: Counted;
  relaxed: boolean;
}

/** Documents in which the query holds; where there are none, those with most of its words. */
export async function findReports(engine: Engine, params: ReportsParams): Promise<FoundReports> {
  const parsed = parseQuery(params.q);
  const filters = filtersOf(params);
  const expanded = await expandedQuery(engine, parsed.query, params);
  const slips = [...parsed.slips, ...unknownStates(params.state)];
  const strictly = (language: Language): Clause =>
    expanded === undefined ? { match_all: {} } : lawsWith(expanded.queryIn(language), expanded.cited);
  const found = async (clauseIn: FoundReports["matchIn"], relaxed: boolean): Promise<FoundReports> => {
    const matchIn = madeOnce(clauseIn);
    const match = inEachLanguage(engine, "reports", matchIn, expanded);
    const counted = await count(engine, match, filters);
    return { slips, ...(expanded !== undefined && { expanded }), match, matchIn, filters, counted, relaxed };
  };
  const all = await found(strictly, false);
  if (all.counted.unfiltered.documents.value > 0 || expanded === undefined || !canRelax(parsed.query)) return all;
  const most = await found((language) => lawsWithMost(expanded.queryIn(language)), true);
  return most.counted.total.documents.value > 0 ? most : all;
}

const facetFields: Record<ReportFacet, string> = {
  type: "type",
  state: "state",
  region: "regions",
  language: "languages",
  year: "years",
};

function filtersOf({
  type,
  state,
  region,
  symbol,
  language,
  yearFrom,
  yearTo,
}: ReportsParams): FoundReports["filters"] {
  const any = (field: string, values: string[]): Clause[] =>
    values.length > 0 ? [{ terms: { [field]: values } }] : [];
  const years =
    yearFrom === undefined && yearTo === undefined ? [] : [{ range: { years: { gte: yearFrom, lte: yearTo } } }];
  const entries: [ReportFacet | "symbol", Clause[]][] = [
    ["type", any("type", type)],
    ["state", any("state", state)],
    ["region", any("regions", region)],
    ["symbol", any("symbols", symbol.map(plainSymbol))],
    ["language", any("languages", language)],
    ["year", years],
  ];
  return new Map(entries.flatMap(([name, clauses]) => clauses.map((clause) => [name, clause] as const)));
}

interface Documents {
  documents: { value: number };
}
type Counted = Record<ReportFacet, { values: { buckets: ({ key: string | number } & Documents)[] } }> & {
  total: Documents;
  unfiltered: Documents;
};

/** Counts documents, not their language versions, each facet under all other filters. */
async function count(engine: Engine, match: Clause, filters: FoundReports["filters"]): Promise<Counted> {
  const documents = { documents: { cardinality: { field: "family", precision_threshold: 40_000 } } };
  const others = (name?: ReportFacet) => ({
    bool: { filter: [...filters].filter(([other]) => other !== name).map(([, clause]) => clause) },
  });
  const { aggregations } = await ask<never, Counted>(engine, {
    index: languages.map((language) => `reports-${language}`),
    size: 0,
    track_total_hits: false,
    query: match,
    aggregations: {
      total: { filter: others(), aggregations: documents },
      unfiltered: { filter: { match_all: {} }, aggregations: documents },
      ...Object.fromEntries(
        reportFacets.map((name) => [
          name,
          {
            filter: others(name),
            aggregations: {
              values: {
                terms: {
                  field: facetFields[name],
                  size: 500,
                  ...(name === "year" && { order: { _key: "desc" as const } }),
                },
                aggregations: documents,
              },
            },
          },
        ]),
      ),
    },
  });
  return aggregations ?? nothingCounted;
}

/** What is counted where no documents are loaded at all. */
const nothingCounted = Object.fromEntries(
  [...reportFacets, "total", "unfiltered"].map((name) => [name, { values: { buckets: [] }, documents: { value: 0 } }]),
) as unknown as Counted;

/** Largest first, years newest first; chosen values are kept at zero. */
function facetsOf(counted: Counted, params: ReportsParams): Record<ReportFacet, FacetBucket[]> {
  return Object.fromEntries(
    reportFacets.map((name) => {
      const buckets = counted[name].values.buckets.map(({ key, documents }) => ({
        value: String(key),
        count: documents.value,
      }));
      const chosen = name === "year" ? [] : params[name];
      const missing = chosen.filter((value) => !buckets.some((bucket) => bucket.value === value));
      const ordered =
        name === "year" ? buckets : buckets.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
      return [name, [...ordered, ...missing.map((value) => ({ value, count: 0 }))]];
    }),
  ) as Record<ReportFacet, FacetBucket[]>;
}

/** Ranks documents in each language by text and by best passage, and fuses the ranks. */
async function ranked(
  engine: Engine,
  params: ReportsParams,
  { matchIn, filters }: FoundReports,
  expanded: ExpandedQuery,
  language: Language | undefined,
): Promise<string[]> {
  const filter = [...filters.values()];
  const common = { ...valueOnly("family"), size: fusedReports, track_total_hits: false };
  const byText = await askAll<never>(
    engine,
    languages.map((indexed) => ({
      index: `reports-${indexed}`,
      ...common,
      query: { bool: { must: [matchIn(indexed)], filter } },
      collapse: { field: "family" },
    })),
  );
  const byPassage = await askAll<never>(
    engine,
    languages.map((indexed, place) => ({
      index: `report-passages-${indexed}`,
      ...common,
      query: {
        bool: {
          must: [provisionsWith(expanded.queryIn(indexed), expanded, unnamed)],
          filter: [{ terms: { family: familiesOf(byText[place]!) } }, ...filter],
        },
      },
      collapse: { field: "family" },
    })),
  );
  const scores = new Map<string, number>();
  for (const [place, indexed] of languages.entries()) {
    const weight = language === undefined || language === indexed ? 1 : otherLanguageWeight;
    const passages = familiesOf(byPassage[place]!);
    for (const [rank, family] of familiesOf(byText[place]!).entries()) {
      const inPassages = passages.indexOf(family);
      const isCited = (byText[place]!.hits.hits[rank]!._score ?? 0) >= 1000;
      const score = (isCited ? 1 : 0) + weight * (1 / (61 + rank) + (inPassages === -1 ? 0 : 1 / (61 + inPassages)));
      scores.set(family, Math.max(score, scores.get(family) ?? 0));
    }
  }
  const from = (params.page - 1) * params.size;
  return [...scores]
    .toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .slice(from, from + params.size)
    .map(([family]) => family);
}

/** A document in another language than the question's stands behind about fifteen in its own. */
const otherLanguageWeight = 0.8;

function familiesOf({ hits }: estypes.SearchResponse<never>): string[] {
  return hits.hits.map((hit) => (hit.fields!["family"] as string[])[0]!);
}

async function newestFirst(engine: Engine, params: ReportsParams, { match, filters }: FoundReports): Promise<string[]> {
  const { hits } = await ask<ReportSource>(engine, {
    index: languages.map((language) => `reports-${language}`),
    from: (params.page - 1) * params.size,
    size: params.size,
    _source: ["family"],
    track_total_hits: false,
    query: { bool: { filter: [match, ...filters.values()] } },
    sort: [{ sortDate: { order: "desc", missing: "_last" } }, { family: "asc" }],
    collapse: { field: "family" },
  });
  return hits.hits.map((hit) => hit._source!.family);
}

/** Addenda shown under one document. */
const mostAddenda = 50;

async function withPassages(
  engine: Engine,
  params: ReportsParams,
  expanded: ExpandedQuery | undefined,
  families: string[],
): Promise<ReportHit[]> {
  if (families.length === 0) return [];
  const searched = params.language.length > 0 ? params.language : [...languages];
  const asked = searched.filter((language) => asksForWords(expanded?.queryIn(language)));
  const answers = await askAll<ReportSource, BestPassages<IndexedPassage>>(engine, [
    ...families.map(membersOf),
    ...asked.map((language) =>
      bestPassages(`report-passages-${language}`, {
        each: { field: "family", ids: families },
        query: expanded!.queryIn(language),
        expanded,
        source,
      }),
    ),
  ]);
  const byLanguage = answers.slice(families.length).map(({ aggregations }) => passagesOf(aggregations!));
  return families.flatMap((family, place) => {
    const passages = byLanguage.map((found) => (found.get(family) ?? []).map(passageHit));
    const members = answers[place]!.hits.hits;
    const [report, ...addenda] = shownMembers(family, members);
    if (report === undefined) return [];
    const best = passages
      // The language that has the words first, then the others.
      .toSorted(([one], [other]) => Number(other !== undefined) - Number(one !== undefined))
      .flat()
      .toSorted((one, other) => Number(other.matchedBy.includes("words")) - Number(one.matchedBy.includes("words")));
    return [{ ...report, addenda, passages: best.slice(0, 3) }];
  });
}

/** What is shown of a passage. */
const source = ["report", "symbol", "anchor", "kind", "label", "path"];

/** Every document of a family, in every language it has a title in. */
export function membersOf(family: string): Search {
  return {
    index: languages.map((language) => `reports-${language}`),
    size: mostAddenda * languages.length,
    _source: ["report", "facts"],
    track_total_hits: false,
    query: { bool: { filter: [{ term: { family } }] } },
    sort: [{ report: "asc" }],
  };
}

/** The document first, then its addenda in the order of their numbers; each once. */
export function shownMembers(family: string, hits: estypes.SearchHit<ReportSource>[]): ShownReport[] {
  const members = new Map(hits.map((hit) => [hit._source!.report, hit._source!.facts]));
  const order = new Intl.Collator("en", { numeric: true });
  return [...members.values()].toSorted(
    (a, b) => Number(b.id === family) - Number(a.id === family) || order.compare(a.id, b.id),
  );
}

function passageHit(hit: estypes.SearchHit<IndexedPassage>): PassageHit {
  const { report, symbol, anchor, kind, label, path } = hit._source!;
  const own = ownWords(report, anchor);
  const named = (hit.matched_queries as string[] | undefined) ?? [];
  const marked = hit.highlight?.["text"];
  const matchedBy: PassageHit["matchedBy"] = [
    ...(named.includes("words") && isMarked(marked) ? (["words"] as const) : []),
    ...(isMarked(hit.highlight?.["summary"]) ? (["summary"] as const) : []),
    ...(named.some((name) => name.startsWith("concept:")) ? (["concept"] as const) : []),
  ];
  const language = languages.find((code) => hit._id!.endsWith(`@${code}`))!;
  return {
    report,
    symbol,
    language,
    anchor,
    kind,
    label,
    path,
    snippet: snippetOf(marked),
    ...(own !== undefined && { ownWords: own }),
    matchedBy,
  };
}
