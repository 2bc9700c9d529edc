import type { estypes } from "@elastic/elasticsearch";
import { disclaimer } from "#domain/disclaimer.ts";
import type { IndexedLaw, IndexedProvision } from "#domain/indexed-legislation.ts";
import { languages, type Language } from "#domain/languages.ts";
import type { LawHit, LegislationPage, LegislationParams, ProvisionHit } from "#domain/legislation.ts";
import type { QuerySlip, SearchMeta } from "#domain/search.ts";
import { bestPassages, passagesOf, type BestPassages } from "./best-passages.ts";
import { asksForWords, expandedQuery, inEachLanguage, madeOnce, type ExpandedQuery } from "./expansion.ts";
import { facetAggregations, facetsOf, filtersOf, undatedOf, type FacetsAnswer } from "./filters.ts";
import { servedGeneration } from "./generation.ts";
import { canRelax, lawsWith, lawsWithMost, provisionsWith, unnamed, wordsOfAQuestion } from "./matching.ts";
import { parseQuery, wantedParts } from "./query.ts";
import { queryLanguage } from "./query-language.ts";
import { ask, askAll, valueOnly, type Engine, type Search } from "./searching.ts";
import { unknownWords } from "./spelling.ts";
import { unknownStates } from "./unknown-states.ts";
import { isMarked, snippetOf } from "./snippets.ts";

type Clause = estypes.QueryDslQueryContainer;
type LawSource = Pick<IndexedLaw, "law" | (typeof ofLaw)[number]>;

/** Laws whose best provision is looked at for the order; the rest follow by their text alone. */
const fusedLaws = 200;

/** Laws of another language are found by their concepts, which say nothing about their order: their provisions do. */
const fusedForeignLaws = 1000;

/** Searches laws: those in which the query holds, ranked by their text and by their best provision, with three provisions each. */
export async function searchLegislation(engine: Engine, params: LegislationParams): Promise<LegislationPage> {
  const listed = params.sort === "relevance" ? params.page * params.size : 0;
  const [generation, found] = await Promise.all([servedGeneration(engine), findLaws(engine, params, listed)]);
  const { expanded, counted, relaxed } = found;
  const language = expanded === undefined ? undefined : queryLanguage(params.q);
  const page =
    expanded !== undefined && listed > 0
      ? await rankedPage(engine, params, found, expanded, language)
      : await sortedPage(engine, params, found);
  const items = await withProvisions(engine, params, expanded, page);
  return {
    total: counted.total.laws!.value,
    items,
    facets: facetsOf(counted, params),
    meta: { ...metaOf(found.slips, expanded, generation, language, relaxed), ...undatedOf(counted) },
  };
}

export function metaOf(
  slips: QuerySlip[],
  expanded: ExpandedQuery | undefined,
  generation: { id: string; asOf: string },
  language: Language | undefined,
  relaxed: boolean,
): SearchMeta {
  return {
    generation: generation.id,
    asOf: generation.asOf,
    disclaimer,
    ...(language !== undefined && { queryLanguage: language }),
    relaxed,
    expansions: expanded?.expansions ?? [],
    learned: expanded?.learned ?? [],
    slips,
  };
}

/** Which laws are found, whatever their order. */
export interface FoundLaws extends Answered {
  /** What was wrong with what was typed and chosen. */
  slips: QuerySlip[];
  /** Absent when nothing was asked. */
  expanded?: ExpandedQuery;
  filters: ReturnType<typeof filtersOf>;
  languages: Language[];
  /** True when laws with most of the words are among them. */
  relaxed: boolean;
}

/** The laws that are found one way: by the query, or by most of its words. */
interface Answered {
  /** Each law by the query in its language. */
  match: Clause;
  counted: LawsCounted;
  /** The best by their text in each of the languages; none where no list was asked for. */
  byText: estypes.SearchHit[][];
}

/**
 * Counts the laws in which the query holds; where a long question or an unanswered one allows it, those with most of its words.
 * @param listed lists at least so many of each language, the best by their text. They are asked for together with the
 * count: one more turn to the engine costs more than a list that is then not needed
 */
export async function findLaws(engine: Engine, params: LegislationParams, listed = 0): Promise<FoundLaws> {
  const parsed = parseQuery(params.q);
  const filters = filtersOf(params);
  const expanded = await expandedQuery(engine, parsed.query, params);
  const searched = params.language.length > 0 ? params.language : [...languages];
  const strictlyIn = madeOnce((language) =>
    expanded === undefined ? { match_all: {} } : lawsWith(expanded.queryIn(language), expanded.cited),
  );
  // Laws with all the words stay first: no sum of partial matches reaches a thousand.
  const looselyIn = madeOnce((language) => ({
    bool: {
      should: [{ constant_score: { filter: strictlyIn(language), boost: 1000 } }, lawsWithMost(mostOf(language))],
      minimum_should_match: 1,
    },
  }));
  const mostOf = (language: Language) => (expanded!.isOwn(language) ? parsed.query! : expanded!.queryIn(language));
  const listsOf = (matchIn: typeof strictlyIn) =>
    expanded === undefined || listed === 0
      ? []
      : searched.map((language) => ({
          index: `instruments-${language}`,
          size: Math.max(expanded.isOwn(language) ? fusedLaws : fusedForeignLaws, listed),
          ...valueOnly("law"),
          track_total_hits: false,
          query: { bool: { must: [matchIn(language)], filter: [...filters.values()] } },
        }));
  const find = async (...ways: (typeof strictlyIn)[]): Promise<Answered[]> => {
    const asked = ways.map((matchIn) => {
      const match = inEachLanguage(engine, "instruments", matchIn, expanded);
      return { match, searches: [countOf(match, filters, params), ...listsOf(matchIn)] };
    });
    const answers = await askAll<never, LawsCounted>(
      engine,
      asked.flatMap(({ searches }) => searches),
    );
    return asked.map(({ match, searches }) => {
      const [counted, ...lists] = answers.splice(0, searches.length);
      return { match, counted: counted!.aggregations ?? emptyCount, byText: lists.map(({ hits }) => hits.hits) };
    });
  };

  const isQuestion = wantedParts(parsed.query).length > wordsOfAQuestion;
  // Who names a resolution in few words asks what cites it: other laws with the same figures are no answer.
  const citesResolution = (expanded?.cited.resolutions.length ?? 0) > 0 && !isQuestion;
  const mayRelax = canRelax(parsed.query) && !citesResolution;
  const [strict, most] = await (mayRelax && isQuestion ? find(strictlyIn, looselyIn) : find(strictlyIn));
  // Whether the words have an answer is asked of all laws of their language: if it hung on the filters, choosing a
  // value would find more than its count. No law at all under the filters stays so under further ones.
  const isEmpty = strict!.counted.total.laws!.value === 0 || !isInOwnLanguage(strict!.counted, expanded);
  const [loose] = most !== undefined ? [most] : mayRelax && isEmpty ? await find(looselyIn) : [];
  const relaxed = loose !== undefined && loose.counted.total.laws!.value > strict!.counted.total.laws!.value;
  return {
    slips: [
      ...parsed.slips,
      ...unknownStates(params.state),
      ...(isEmpty && parsed.query !== undefined
        ? await unknownWords(
            engine,
            parsed.query,
            params.q,
            languages.filter((language) => expanded!.isOwn(language)),
          )
        : []),
    ],
    ...(expanded !== undefined && { expanded }),
    filters,
    languages: searched,
    ...(relaxed ? loose : strict!),
    relaxed,
  };
}

/** Asks for a `LawsCounted`: counts without hits, which the engine keeps. */
function countOf(match: Clause, filters: FoundLaws["filters"], { on }: LegislationParams): Search {
  return {
    index: languages.map((language) => `instruments-${language}`),
    size: 0,
    track_total_hits: false,
    query: match,
    aggregations: { ...facetAggregations(filters, true, on), unfiltered: { terms: { field: "language" } } },
  };
}

/** True when a law in the language of the question is found: what other languages have does not answer for it, but where they cite the resolution asked for. */
function isInOwnLanguage({ unfiltered }: LawsCounted, expanded: ExpandedQuery | undefined): boolean {
  return (
    expanded === undefined ||
    expanded.cited.resolutions.length > 0 ||
    unfiltered.buckets.some(({ key, doc_count }) => doc_count > 0 && expanded.isOwn(key as Language))
  );
}

/** Laws by facet under the filters, and their versions by language under none. */
type LawsCounted = FacetsAnswer & { unfiltered: { buckets: { key: string; doc_count: number }[] } };

const emptyCount = Object.fromEntries(
  [
    "state",
    "region",
    "language",
    "type",
    "status",
    "year",
    "obligation",
    "weapon",
    "facet",
    "concept",
    "total",
    "unfiltered",
  ].map((name) => [name, { values: { buckets: [] }, buckets: [], laws: { value: 0 }, doc_count: 0 }]),
) as unknown as LawsCounted;

/** A law as a list shows it, in the language version that ranked best. */
interface ListedLaw {
  law: string;
  language: Language;
}

/** Ranks laws in each language by text and by best provision, fuses the ranks, and takes the page asked for. */
async function rankedPage(
  engine: Engine,
  params: LegislationParams,
  found: FoundLaws,
  expanded: ExpandedQuery,
  language: Language | undefined,
): Promise<ListedLaw[]> {
  const from = (params.page - 1) * params.size;
  const filter = [...found.filters.values()];
  const lawsOf = found.byText.map((hits) =>
    hits.map((hit) => ({ law: lawOf(hit), strict: (hit._score ?? 0) >= 1000 })),
  );
  const byProvision = await askAll<never>(
    engine,
    found.languages.map((indexed, position) => ({
      index: `provisions-${indexed}`,
      size: fusedLaws,
      ...valueOnly("law"),
      track_total_hits: false,
      query: {
        bool: {
          must: [provisionsWith(expanded.queryIn(indexed), expanded, unnamed)],
          filter: [{ terms: { law: lawsOf[position]!.map(({ law }) => law) } }, ...filter],
        },
      },
      collapse: { field: "law" },
    })),
  );
  const listed = new Map<string, ListedLaw & { score: number }>();
  for (const [position, indexed] of found.languages.entries()) {
    const weight = language === undefined || language === indexed ? 1 : otherLanguageWeight;
    const provisionRank = new Map(byProvision[position]!.hits.hits.map((hit, rank) => [lawOf(hit), rank + 1]));
    for (const [rank, { law, strict }] of lawsOf[position]!.entries()) {
      const inProvisions = provisionRank.get(law);
      const byWords = expanded.isOwn(indexed) ? rank + 1 : (inProvisions ?? fusedForeignLaws);
      const score =
        // Concepts in another language are fewer than the words: they do not stand before words that are nearly all there.
        (strict && found.relaxed && expanded.isOwn(indexed) ? 1 : 0) +
        weight * (reciprocal(byWords) + (inProvisions === undefined ? 0 : provisionWeight * reciprocal(inProvisions)));
      if (score > (listed.get(law)?.score ?? 0)) listed.set(law, { law, language: indexed, score });
    }
  }
  return [...listed.values()]
    .toSorted((a, b) => b.score - a.score || (a.law < b.law ? -1 : 1))
    .slice(from, from + params.size);
}

/** Reciprocal rank fusion with its usual constant. */
function reciprocal(rank: number): number {
  return 1 / (60 + rank);
}

/** A best provision says more than a whole text that holds the words somewhere. */
const provisionWeight = 1;

/** A law in another language than the question's stands behind about fifteen in its own. */
const otherLanguageWeight = 0.8;

function lawOf(hit: estypes.SearchHit): string {
  return (hit.fields!["law"] as string[])[0]!;
}

const sortings: Record<LegislationParams["sort"], estypes.SortCombinations[]> = {
  // Without a question there is no relevance: the newest first.
  relevance: [{ year: { order: "desc", missing: "_last" } }, { "title.sort": "asc" }],
  newest: [{ year: { order: "desc", missing: "_last" } }, { "title.sort": "asc" }],
  oldest: [{ year: { order: "asc", missing: "_last" } }, { "title.sort": "asc" }],
  title: [{ "title.sort": "asc" }],
};

async function sortedPage(engine: Engine, params: LegislationParams, found: FoundLaws): Promise<ListedLaw[]> {
  const { hits } = await ask<LawSource>(engine, {
    index: found.languages.map((language) => `instruments-${language}`),
    from: (params.page - 1) * params.size,
    size: params.size,
    _source: ["law", "language"],
    track_total_hits: false,
    query: { bool: { filter: [found.match, ...found.filters.values()] } },
    sort: [...sortings[params.sort], { law: "asc" }, { language: "asc" }],
    collapse: { field: "law" },
  });
  return hits.hits.map((hit) => ({ law: hit._source!.law, language: hit._source!.language }));
}

/** Fetches the laws of a page and, for each, its three best provisions. */
async function withProvisions(
  engine: Engine,
  params: LegislationParams,
  expanded: ExpandedQuery | undefined,
  page: ListedLaw[],
): Promise<LawHit[]> {
  if (page.length === 0) return [];
  const own: Clause[] = [
    ...(params.obligation.length > 0 ? [{ terms: { obligations: params.obligation } }] : []),
    ...(params.proposed.length > 0 ? [{ terms: { proposed: params.proposed } }] : []),
    ...(params.weapon.length > 0 ? [{ terms: { weapons: params.weapon } }] : []),
    ...(params.facet.length > 0 ? [{ terms: { facets: params.facet } }] : []),
    ...(params.concept.length > 0 ? [{ terms: { concepts: params.concept } }] : []),
  ];
  const shown = [...new Set(page.map(({ language }) => language))];
  const answers = await askAll<LawSource, BestPassages<IndexedProvision>>(
    engine,
    shown.flatMap((language) => {
      const ids = page.flatMap((listed) => (listed.language === language ? [listed.law] : []));
      const query = expanded?.queryIn(language);
      return [
        {
          index: `instruments-${language}`,
          size: ids.length,
          _source: ["law", ...ofLaw],
          query: { terms: { law: ids } },
        },
        // Without words to look for, a law shows its provisions on the obligation chosen, if one is.
        ...(asksForWords(query) || own.length > 0
          ? [
              bestPassages(`provisions-${language}`, {
                each: { field: "law", ids },
                query,
                expanded,
                filter: own,
                source: ofProvision,
              }),
            ]
          : []),
      ];
    }),
  );
  const laws = new Map(answers.flatMap(({ hits }) => hits.hits.map(({ _source }) => [_source!.law, _source!])));
  const provisions = new Map(
    answers.flatMap(({ aggregations }) => (aggregations === undefined ? [] : [...passagesOf(aggregations)])),
  );
  return page.flatMap(({ law }) => {
    const found = laws.get(law);
    // A load that was swapped in meanwhile may have dropped it.
    if (found === undefined) return [];
    const { law: id, ...facts } = found;
    return [{ id, ...facts, provisions: (provisions.get(law) ?? []).map((hit) => provisionHit(hit, params)) }];
  });
}

/** What is shown of a law besides its id. */
const ofLaw = [
  "state",
  "title",
  "englishTitle",
  "language",
  "languages",
  "type",
  "status",
  "statusNote",
  "year",
  "number",
  "citation",
  "url",
  "textStatus",
  "sourcePath",
] as const satisfies (keyof IndexedLaw)[];

/** What is shown of a provision. */
const ofProvision = ["law", "anchor", "label", "heading", "path", "summary", "codes", "language"];

export function provisionHit(
  hit: estypes.SearchHit<IndexedProvision>,
  { obligation, weapon, facet }: LegislationParams,
): ProvisionHit {
  const { law, anchor, label, heading, path, summary, codes } = hit._source!;
  const marks = hit.highlight ?? {};
  const named = (hit.matched_queries as string[] | undefined) ?? [];
  const matchedConcepts = named.flatMap((name) => /^concept:(.+)$/u.exec(name)?.[1] ?? []);
  const hasWords = named.includes("words") && (isMarked(marks["text"]) || isMarked(marks["heading"]));
  const matchedBy: ProvisionHit["matchedBy"] = [
    ...(hasWords ? (["words"] as const) : []),
    ...(isMarked(marks["summary"]) ? (["summary"] as const) : []),
    ...(matchedConcepts.length > 0 ? (["concept"] as const) : []),
    ...(named.includes("learned") ? (["learned"] as const) : []),
    ...(isCited(hit) ? (["citation"] as const) : []),
    ...(obligation.length + weapon.length + facet.length > 0 ? (["coding"] as const) : []),
  ];
  return {
    id: `${law}/${anchor}`,
    anchor,
    label,
    ...(heading !== undefined && { heading }),
    path,
    snippet: snippetOf(marks["text"]),
    ...(summary !== undefined && { summary }),
    obligations: codes,
    matchedBy: matchedBy.length > 0 ? matchedBy : ["title"],
    matchedConcepts,
  };
}

/** True for a provision that was asked for by its number, or as one of a law asked for by its own. */
export function isCited({ matched_queries: named }: estypes.SearchHit<IndexedProvision>): boolean {
  return Array.isArray(named) && named.includes("citation");
}
