import type { estypes } from "@elastic/elasticsearch";
import type { IndexedLaw } from "#domain/indexed-legislation.ts";
import { languages, type Language } from "#domain/languages.ts";
import type { Laws } from "#domain/profiles.ts";
import type { Search } from "./searching.ts";

interface Bucket<Key> {
  key: Key;
  laws: { value: number };
}

export interface LawCounts {
  laws: { value: number };
  states: { value: number };
  years: { buckets: Bucket<number>[] };
  languages: { buckets: Bucket<Language>[] };
  byState: { buckets: (Bucket<string> & { newest: { value: number | null } })[] };
}

export type ListedLaw = Pick<IndexedLaw, "law" | "state" | "title" | "language" | "status" | "year">;

/** Counts the laws of these States and lists the newest, in one search. */
export function lawsSearch(ofStates: estypes.QueryDslQueryContainer): Search {
  const laws = { laws: { cardinality: { field: "law", precision_threshold: 40_000 } } };
  return {
    index: languages.map((code) => `instruments-${code}`),
    size: 5,
    track_total_hits: false,
    query: { bool: { filter: [ofStates] } },
    _source: ["law", "state", "title", "language", "status", "year"],
    sort: [{ year: { order: "desc", missing: "_last" } }, { law: "asc" }, { language: "asc" }],
    collapse: { field: "law" },
    aggregations: {
      ...laws,
      states: { cardinality: { field: "state" } },
      years: { terms: { field: "year", size: 1000, order: { _key: "asc" } }, aggregations: laws },
      languages: { terms: { field: "language", order: { _key: "asc" } }, aggregations: laws },
      byState: {
        terms: { field: "state", size: 250 },
        aggregations: { ...laws, newest: { max: { field: "year" } } },
      },
    },
  };
}

/** The block that the answer makes. */
export function lawsOf(
  { aggregations, hits }: estypes.SearchResponse<ListedLaw, LawCounts>,
  asOf: string | undefined,
): Laws {
  return {
    ...(asOf !== undefined && { asOf }),
    total: aggregations?.laws.value ?? 0,
    states: aggregations?.states.value ?? 0,
    years: (aggregations?.years.buckets ?? []).map(({ key, laws }) => ({ year: key, laws: laws.value })),
    languages: (aggregations?.languages.buckets ?? []).map(({ key, laws }) => ({ language: key, laws: laws.value })),
    newest: hits.hits.map(({ _source }) => {
      const { law, year, ...rest } = _source!;
      return { id: law, ...rest, ...(year !== undefined && { year }) };
    }),
  };
}
