import type { estypes } from "@elastic/elasticsearch";
import type { IndexedProvision } from "#domain/indexed-legislation.ts";
import { languages, type Language } from "#domain/languages.ts";
import type { LegislationParams, ProvisionsPage } from "#domain/legislation.ts";
import { facetAggregations, facetsOf, filtersOf, undatedOf, type FacetsAnswer } from "./filters.ts";
import { servedGeneration } from "./generation.ts";
import { asksForWords, expandedQuery, inEachLanguage, madeOnce, type ExpandedQuery } from "./expansion.ts";
import { isCited, metaOf, provisionHit } from "./legislation.ts";
import { provisionsWith, rescoring } from "./matching.ts";
import { parseQuery, type ParsedQuery } from "./query.ts";
import { queryLanguage } from "./query-language.ts";
import { askAll, type Engine } from "./searching.ts";
import { highlight } from "./snippets.ts";
import { unknownStates } from "./unknown-states.ts";

type Clause = estypes.QueryDslQueryContainer;

/** A passage in another language than the question's stands behind about fifteen in its own. */
const otherLanguageWeight = 0.8;

/**
 * Searches provisions, ranked by the words they hold, any of them; over several languages the ranks are fused.
 * `score` orders this answer and means nothing beside another's.
 */
export async function searchProvisions(engine: Engine, params: LegislationParams): Promise<ProvisionsPage> {
  const { parsed, expanded, matchIn, match, filters, languages: chosen } = await findProvisions(engine, params);
  const wanted = expanded !== undefined;
  const from = (params.page - 1) * params.size;
  const language = wanted ? queryLanguage(params.q) : undefined;
  const rescore = wanted ? rescoring(parsed.query!) : undefined;
  const [generation, [counted, ...found]] = await Promise.all([
    servedGeneration(engine),
    askAll<IndexedProvision, FacetsAnswer>(engine, [
      {
        index: languages.map((indexed) => `provisions-${indexed}`),
        size: 0,
        track_total_hits: false,
        query: match,
        aggregations: facetAggregations(filters, false, params.on),
      },
      ...chosen.map((indexed) => ({
        index: `provisions-${indexed}`,
        size: from + params.size,
        query: { bool: { must: [matchIn(indexed)], filter: [...filters.values()] } },
        ...(rescore !== undefined && { rescore }),
        ...(!wanted && { sort: ["law", "position"] }),
        track_total_hits: false,
        highlight: highlight(expanded?.queryIn(indexed), expanded?.english),
      })),
    ]),
  ]);
  const ranked = found
    .flatMap(({ hits }, position) => {
      const weight = language === undefined || language === chosen[position] ? 1 : otherLanguageWeight;
      // What is cited stands first whatever the other languages hold.
      return hits.hits.map((hit, rank) => ({ hit, score: Number(isCited(hit)) + weight / (60 + rank + 1) }));
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(from, from + params.size);
  return {
    total: counted!.aggregations!.total.doc_count,
    items: ranked.map(({ hit, score }) => {
      const { law, lawTitle, state, language: written, status, year, sourcePath } = hit._source!;
      return {
        ...provisionHit(hit, params),
        instrument: {
          id: law,
          title: lawTitle,
          state,
          language: written,
          status,
          ...(year !== undefined && { year }),
          sourcePath,
        },
        score,
      };
    }),
    facets: facetsOf(counted!.aggregations!, params),
    meta: {
      ...metaOf([...parsed.slips, ...unknownStates(params.state)], expanded, generation, language, false),
      ...undatedOf(counted!.aggregations!),
    },
  };
}

/** What decides which provisions are found, whatever their order. */
interface FoundProvisions {
  parsed: ParsedQuery;
  /** Absent when no words are looked for: every provision is found then. */
  expanded?: ExpandedQuery;
  /** Which provisions, each by the query in its language. */
  match: Clause;
  /** The same for the provisions of one language. */
  matchIn: (language: Language) => Clause;
  filters: ReturnType<typeof filtersOf>;
  languages: Language[];
}

/** Reads what a search asks of provisions, and widens it. */
export async function findProvisions(engine: Engine, params: LegislationParams): Promise<FoundProvisions> {
  const parsed = parseQuery(params.q);
  const expanded = asksForWords(parsed.query) ? await expandedQuery(engine, parsed.query, params) : undefined;
  const matchIn = madeOnce((language) =>
    expanded === undefined ? { match_all: {} } : provisionsWith(expanded.queryIn(language), expanded),
  );
  return {
    parsed,
    ...(expanded !== undefined && { expanded }),
    match: inEachLanguage(engine, "provisions", matchIn, expanded),
    matchIn,
    filters: filtersOf(params),
    languages: params.language.length > 0 ? params.language : [...languages],
  };
}
