import type { Client, estypes } from "@elastic/elasticsearch";
import type { Language } from "#domain/languages.ts";
import type { Concept } from "#domain/thesaurus.ts";
import { withAncestors } from "#domain/obligations.ts";
import { concepts } from "#data/thesaurus.ts";
import { ExitError, exitCodes } from "./exit.ts";

/** Provisions fetched at a time: sorted pages of 10,000 filled a heap of 512 MB. */
const provisionsAtATime = 2000;

/**
 * Finds, with the index's own analyzer, the provisions or passages that name each concept of the thesaurus in their
 * words, their heading or our summary. Concepts too wide to widen a search by are too wide to sort texts by.
 * @param index of one language, refreshed
 * @param sort gives each document a place of its own
 * @param among looks in these documents only
 * @returns concept ids by the id of the document, in the order of the thesaurus
 */
export async function conceptsNamed(
  elasticsearch: Client,
  index: string,
  language: Language,
  sort: estypes.SortCombinations[],
  among: estypes.QueryDslQueryContainer = { match_all: {} },
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const sought = [...concepts.values()].filter(({ expand }) => expand);
  for (let first = 0; first < sought.length; first += conceptsAtATime) {
    const some = sought.slice(first, first + conceptsAtATime);
    const { responses } = await elasticsearch.msearch(
      {
        searches: some.flatMap((concept) => [
          { index, allow_partial_search_results: false },
          searchFor(concept, language, sort, among),
        ]),
        max_concurrent_searches: 2,
      },
      { requestTimeout: 120_000 },
    );
    for (const [place, concept] of some.entries()) {
      const response = responses[place]!;
      // The queries are ours and always the same: what fails is the engine, a part of which is gone or too busy.
      if ("error" in response)
        throw new ExitError(
          exitCodes.tryAgain,
          `The concept ${concept.id} could not be looked for in all of ${index} (${response.error.reason}), and readers stay on the old data: run the command again`,
        );
      let { hits } = response.hits;
      for (;;) {
        for (const hit of hits) found.set(hit._id!, [...(found.get(hit._id!) ?? []), concept.id]);
        if (hits.length < provisionsAtATime) break;
        const next = {
          index,
          allow_partial_search_results: false,
          ...searchFor(concept, language, sort, among),
          search_after: hits.at(-1)!.sort!,
        };
        ({ hits } = (await elasticsearch.search(next)).hits);
      }
    }
  }
  return found;
}

/** Concepts asked for in one request. */
const conceptsAtATime = 20;

function searchFor(
  { terms }: Concept,
  language: Language,
  sort: estypes.SortCombinations[],
  among: estypes.QueryDslQueryContainer,
) {
  const clauses: estypes.QueryDslQueryContainer[] = [
    ...terms[language].map((term) => ({
      multi_match: { query: term, type: "phrase" as const, fields: ["text", "heading"] },
    })),
    ...terms.en.map((term) => ({ match_phrase: { summary: term } })),
  ];
  return {
    size: provisionsAtATime,
    query: { bool: { filter: [{ bool: { should: clauses } }, among] } },
    sort,
    track_total_hits: false,
    _source: false,
  };
}

/**
 * Obligations, with all they stand under, that the concepts of a provision point to: a concept that bears on an
 * obligation, in a provision that also names a weapon or its materials. What a person has confirmed is left out.
 */
export function proposedObligations(named: string[], confirmed: string[]): string[] {
  const own = named.map((id) => concepts.get(id)).filter((concept): concept is Concept => concept !== undefined);
  if (own.every(({ weapons }) => weapons.length === 0)) return [];
  const codes = own.flatMap(({ obligations }) => obligations.flatMap(withAncestors));
  return [...new Set(codes)].filter((code) => !confirmed.includes(code)).toSorted();
}
