import type { estypes } from "@elastic/elasticsearch";
import { asksForWords, type ExpandedQuery } from "./expansion.ts";
import { provisionsWith, sideBySide } from "./matching.ts";
import type { Query } from "./query.ts";
import type { Search } from "./searching.ts";
import { highlight } from "./snippets.ts";

/** Passages shown under one law or document. */
const shown = 3;

/** Of some laws or documents of one language the passages to show. */
interface Wanted {
  /** Which laws or documents: the field their ids are in, and these. */
  each: { field: "law" | "family"; ids: string[] };
  /** What is looked for in this language; without words, the passages come in their order. */
  query: Query | undefined;
  expanded: ExpandedQuery | undefined;
  /** What narrows the passages besides. */
  filter?: estypes.QueryDslQueryContainer[];
  source: string[];
}

/** What the search answers: its aggregations. */
export type BestPassages<Passage> = {
  each: { buckets: { key: string; best: { hits: { hits: estypes.SearchHit<Passage>[] } } }[] };
};

/**
 * The best passages of each of some laws or documents, by one search for all of them: what it looks for is prepared once
 * and not for each.
 */
export function bestPassages(index: string, { each, query, expanded, filter = [], source }: Wanted): Search {
  const isAsked = asksForWords(query);
  const nearer = isAsked ? sideBySide(query) : undefined;
  return {
    index,
    size: 0,
    track_total_hits: false,
    query: {
      bool: {
        must: isAsked ? [provisionsWith(query, expanded!)] : [],
        ...(nearer !== undefined && { should: [nearer] }),
        filter: [{ terms: { [each.field]: each.ids } }, ...filter],
      },
    },
    aggregations: {
      each: {
        terms: { field: each.field, size: each.ids.length },
        aggregations: {
          best: {
            top_hits: {
              size: shown,
              _source: source,
              highlight: highlight(query, expanded?.english),
              ...(!isAsked && { sort: ["position"] }),
            },
          },
        },
      },
    },
  };
}

/** The passages found, by the id of their law or document. */
export function passagesOf<Passage>({ each }: BestPassages<Passage>): Map<string, estypes.SearchHit<Passage>[]> {
  return new Map(each.buckets.map(({ key, best }) => [key, best.hits.hits]));
}
