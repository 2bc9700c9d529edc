import type { estypes } from "@elastic/elasticsearch";
import type { FacetName, LegislationParams } from "#domain/legislation.ts";
import type { FacetBucket } from "#domain/search.ts";
import { heldOn, undatedOn } from "./law-on-a-day.ts";

type Clause = estypes.QueryDslQueryContainer;

/** The field each facet counts. */
const facetFields: Record<FacetName, string> = {
  state: "state",
  region: "regions",
  language: "language",
  type: "type",
  status: "status",
  year: "year",
  obligation: "obligations",
  weapon: "weapons",
  facet: "facets",
  concept: "concepts",
};

const names = Object.keys(facetFields) as FacetName[];

/** What narrows a search: a facet, what a program proposes, or the day on which laws are to be in force. */
type FilterName = FacetName | "proposed" | "on";

/** The filters that are set, by facet; several values of one filter mean any of them. */
export function filtersOf(params: LegislationParams): Map<FilterName, Clause> {
  const years = params.yearFrom !== undefined || params.yearTo !== undefined;
  return new Map<FilterName, Clause>([
    ...names.flatMap((name): [FacetName, Clause][] => {
      const values = name === "year" ? [] : chosenValues(params, name);
      return values.length > 0 ? [[name, { terms: { [facetFields[name]]: values } }]] : [];
    }),
    ...(years
      ? ([["year", { range: { year: { gte: params.yearFrom, lte: params.yearTo } } }]] as [FacetName, Clause][])
      : []),
    ...(params.proposed.length > 0
      ? ([["proposed", { terms: { proposed: params.proposed } }]] as [FilterName, Clause][])
      : []),
    ...(params.on === undefined
      ? []
      : ([["on", heldOn({ on: params.on, undated: params.undated })]] as [FilterName, Clause][])),
  ]);
}

interface FacetAnswer {
  values: { buckets: { key: string | number; doc_count: number; laws?: { value: number } }[] };
}
interface Counted {
  laws?: { value: number };
  doc_count: number;
}
export type FacetsAnswer = Record<FacetName, FacetAnswer> & { total: Counted; undated?: Counted };

/**
 * Counts each facet under all other filters, so that a reader sees what another choice would give.
 * @param distinct count laws and not their language versions
 * @param on also count what the filter for this day cannot tell
 */
export function facetAggregations(
  filters: Map<FilterName, Clause>,
  distinct: boolean,
  on?: string,
): Record<string, estypes.AggregationsAggregationContainer> {
  // Counting by hashes is exact to a few in a million below 40,000 laws, the most Elasticsearch keeps apart.
  const laws = distinct
    ? { aggregations: { laws: { cardinality: { field: "law", precision_threshold: 40_000 } } } }
    : {};
  const others = (name: FilterName | undefined) => ({
    bool: { filter: [...filters].filter(([other]) => other !== name).map(([, clause]) => clause) },
  });
  return {
    total: { filter: others(undefined), ...laws },
    ...(on !== undefined && { undated: { filter: { bool: { filter: [others("on"), undatedOn(on)] } }, ...laws } }),
    ...Object.fromEntries(
      names.map((name) => [
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
              ...laws,
            },
          },
        },
      ]),
    ),
  };
}

/** For `meta`: how many the filter for a day cannot tell; nothing where no day is asked for. */
export function undatedOf({ undated }: Pick<FacetsAnswer, "undated">): { undated?: number } {
  return undated === undefined ? {} : { undated: undated.laws?.value ?? undated.doc_count };
}

/** Facets as the answer gives them: largest first, years newest first, chosen values kept at zero. */
export function facetsOf(answer: FacetsAnswer, params: LegislationParams): Record<FacetName, FacetBucket[]> {
  return Object.fromEntries(
    names.map((name) => {
      const buckets = answer[name].values.buckets.map(({ key, doc_count, laws }) => ({
        value: String(key),
        count: laws?.value ?? doc_count,
      }));
      const counted =
        name === "year" ? buckets : buckets.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
      const missing = chosenValues(params, name).filter((value) => !counted.some((bucket) => bucket.value === value));
      return [name, [...counted, ...missing.map((value) => ({ value, count: 0 }))]];
    }),
  ) as Record<FacetName, FacetBucket[]>;
}

function chosenValues(params: LegislationParams, name: FacetName): string[] {
  return name === "year" ? [] : params[name];
}
