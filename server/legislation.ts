import type { estypes } from "@elastic/elasticsearch";
import { disclaimer } from "#domain/disclaimer.ts";
import type { IndexedLaw, IndexedProvision } from "#domain/indexed-legislation.ts";
import { languages, type Language } from "#domain/languages.ts";
import type { LawHit, LegislationPage, LegislationParams, ProvisionHit } from "#domain/legislation.ts";
import type { QuerySlip, SearchMeta } from "#domain/search.ts";
import { bestPassages, passagesOf, type BestPassages } from "./best-passages.ts";
import { asksForWords, expandedQuery, inEachLanguage, type ExpandedQuery } from "./expansion.ts";
import { facetAggregations, facetsOf, filtersOf, undatedOf, type FacetsAnswer } from "./filters.ts";
import { servedGeneration } from "./generation.ts";
import { canRelax, lawsWith, lawsWithMost, provisionsWith, wordsOfAQuestion } from "./matching.ts";
import { parseQuery, wantedParts } from "./query.ts";
import { queryLanguage } from "./query-language.ts";
import { ask, askAll, valueOnly, type Engine } from "./searching.ts";
import { unknownWords } from "./spelling.ts";
import { unknownStates } from "./unknown-states.ts";
import { isMarked, snippetOf } from "./snippets.ts";

type Clause = estypes.QueryDslQueryContainer;
type LawSource = Omit<IndexedLaw, "text">;

/** Laws whose best provision is looked at for the order; the rest follow by their text alone. */
const fusedLaws = 200;

/** Laws of another language are found by their concepts, which say nothing about their order: their provisions do. */
const fusedForeignLaws = 1000;

/** Searches laws: those in which the query holds, ranked by their text and by their best provision, with three provisions each. */
export async function searchLegislation(engine: Engine, params: LegislationParams): Promise<LegislationPage> {
  const [generation, found] = await Promise.all([servedGeneration(engine), findLaws(engine, params)]);
  const { expanded, counted, relaxed } = found;
  const language = expanded === undefined ? undefined : queryLanguage(params.q);
  const page =
    expanded !== undefined && params.sort === "relevance"
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

/** What decides which laws are found, whatever their order. */
export interface FoundLaws {
  /** What was wrong with what was typed and chosen. */
  slips: QuerySlip[];
  /** Absent when nothing was asked. */
  expanded?: ExpandedQuery;
  /** Which laws: the query, or most of its words; each law by the query in its language. */
  match: Clause;
  /** The same for the laws of one language. */
  matchIn: (language: Language) => Clause;
  filters: Map<string, Clause>;
  languages: Language[];
  counted: FacetsAnswer;
  /** True when laws with most of the words are among them. */
  relaxed: boolean;
}

/** Counts the laws in which the query holds; where a long question or an unanswered one allows it, those with most of its words. */
export async function findLaws(engine: Engine, params: LegislationParams): Promise<FoundLaws> {
  const parsed = parseQuery(params.q);
  const filters = filtersOf(params);
  const count = async (match: Clause): Promise<LawsCounted> => {
    const answer = await ask<never, LawsCounted>(engine, {
      index: languages.map((language) => `instruments-${language}`),
      size: 0,
      track_total_hits: false,
      query: match,
      aggregations: { ...facetAggregations(filters, true, params.on), unfiltered: { terms: { field: "language" } } },
    });
    return answer.aggregations ?? emptyCount;
  };
  const expanded = await expandedQuery(engine, parsed.query, params);
  const strictlyIn = (language: Language): Clause =>
    expanded === undefined ? { match_all: {} } : lawsWith(expanded.queryIn(language), expanded.cited);
  const strictly = inEachLanguage(engine, "instruments", strictlyIn, expanded);
  const searched = params.language.length > 0 ? params.language : [...languages];
  const counted = await count(strictly);
  // Whether the words have an answer is asked of all laws of their language: if it hung on the filters, choosing a
  // value would find more than its count. No law at all under the filters stays so under further ones.
  const isEmpty = counted.total.laws!.value === 0 || !isInOwnLanguage(counted, expanded);
  const base = {
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
  };
  const question = wantedParts(parsed.query).length > wordsOfAQuestion;
  // Who names a resolution in few words asks what cites it: other laws with the same figures are no answer.
  const citesResolution = (expanded?.cited.resolutions.length ?? 0) > 0 && !question;
  if (!canRelax(parsed.query) || citesResolution || (!question && !isEmpty))
    return { ...base, match: strictly, matchIn: strictlyIn, counted, relaxed: false };
  // Laws with all the words stay first: no sum of partial matches reaches a thousand.
  const looselyIn = (language: Language): Clause => ({
    bool: {
      should: [{ constant_score: { filter: strictlyIn(language), boost: 1000 } }, lawsWithMost(mostOf(language))],
      minimum_should_match: 1,
    },
  });
  const mostOf = (language: Language) => (expanded!.isOwn(language) ? parsed.query! : expanded!.queryIn(language));
  const loosely = inEachLanguage(engine, "instruments", looselyIn, expanded);
  const more = await count(loosely);
  const relaxed = more.total.laws!.value > counted.total.laws!.value;
  return relaxed
    ? { ...base, match: loosely, matchIn: looselyIn, counted: more, relaxed }
    : { ...base, match: strictly, matchIn: strictlyIn, counted, relaxed };
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
  const byText = await askAll<never>(
    engine,
    found.languages.map((indexed) => ({
      index: `instruments-${indexed}`,
      size: Math.max(expanded.isOwn(indexed) ? fusedLaws : fusedForeignLaws, from + params.size),
      ...valueOnly("law"),
      track_total_hits: false,
      query: { bool: { must: [found.matchIn(indexed)], filter } },
    })),
  );
  const lawsOf = byText.map(({ hits }) =>
    hits.hits.map((hit) => ({ law: lawOf(hit), strict: (hit._score ?? 0) >= 1000 })),
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
          must: [provisionsWith(expanded.queryIn(indexed), expanded)],
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
        { index: `instruments-${language}`, size: ids.length, query: { terms: { law: ids } } },
        // Without words to look for, a law shows its provisions on the obligation chosen, if one is.
        ...(asksForWords(query) || own.length > 0
          ? [
              bestPassages(`provisions-${language}`, {
                each: { field: "law", ids },
                query,
                expanded,
                filter: own,
                source,
              }),
            ]
          : []),
      ];
    }),
  );
  const laws = new Map(answers.flatMap(({ hits }) => hits.hits.map(({ _id, _source }) => [_id, _source!])));
  const provisions = new Map(
    answers.flatMap(({ aggregations }) => (aggregations === undefined ? [] : [...passagesOf(aggregations)])),
  );
  return page.flatMap(({ law, language }) => {
    const found = laws.get(`${law}@${language}`);
    if (found === undefined) return [];
    return [{ ...lawHit(found), provisions: (provisions.get(law) ?? []).map((hit) => provisionHit(hit, params)) }];
  });
}

/** What is shown of a provision. */
const source = ["law", "anchor", "label", "heading", "path", "summary", "codes", "language"];

function lawHit(law: LawSource): Omit<LawHit, "provisions"> {
  const {
    state,
    title,
    englishTitle,
    language,
    type,
    status,
    statusNote,
    year,
    number,
    citation,
    url,
    textStatus,
    sourcePath,
  } = law;
  return {
    id: law.law,
    state,
    title,
    ...(englishTitle !== undefined && { englishTitle }),
    language,
    languages: law.languages,
    type,
    status,
    ...(statusNote !== undefined && { statusNote }),
    ...(year !== undefined && { year }),
    ...(number !== undefined && { number }),
    ...(citation !== undefined && { citation }),
    ...(url !== undefined && { url }),
    textStatus,
    sourcePath,
  };
}

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
