import type { Client, estypes } from "@elastic/elasticsearch";
import { facets, weapons } from "#domain/codings.ts";
import { cellValues, type CellValue } from "#domain/matrices.ts";
import type { TrendPoint } from "#domain/trends.ts";
import { allColumns } from "#data/matrix-rows.ts";
import { groupOn, membersOn } from "#data/membership.ts";
import { obligations, withParts } from "#data/obligations.ts";
import { regions, states } from "#data/states.ts";

/*
 * The figures of matrices as Elasticsearch counts them, cell by cell: what the cube is held to, by a test and by a benchmark.
 */

/** A question to `/api/v1/trends?measure=matrix`. */
export interface Question {
  by: "none" | "region" | "m49" | "subregion" | "obligation" | "weapon" | "facet" | "value";
  unit: "states" | "cells";
  base: "all" | "reporting";
  obligation: string[];
  weapon: string[];
  facet: string[];
  region: string[];
  state: string[];
  value: CellValue[];
  from?: number;
  to?: number;
}

/** Questions of every kind, the same for the same seed. */
export function randomQuestions(count: number, seed = 1540): Question[] {
  const random = randomFrom(seed);
  const one = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;
  const some = <Item>(items: readonly Item[], share: number, most: number) =>
    random() < share ? [...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => one(items)))] : [];
  return Array.from({ length: count }, () => ({
    by: one(["none", "region", "m49", "subregion", "obligation", "weapon", "facet", "value"] as const),
    unit: one(["states", "cells"] as const),
    base: one(["all", "reporting"] as const),
    obligation: some([...obligations.keys()], 0.5, 4),
    weapon: some([...weapons, "ALL"], 0.3, 2),
    facet: some(facets, 0.3, 1),
    region: some(
      regions.map(({ code }) => code),
      0.25,
      3,
    ),
    state: some([...states.keys()], 0.15, 20),
    value: some(cellValues, 0.25, 3),
    ...(random() < 0.2 && { from: one([2005, 2008, 2011]) }),
    ...(random() < 0.2 && { to: one([2011, 2016, 2021]) }),
  }));
}

export function addressOf({ from, to, ...question }: Question): string {
  const search = new URLSearchParams({
    measure: "matrix",
    ...Object.fromEntries(Object.entries(question).map(([name, value]) => [name, String(value)])),
    ...(from !== undefined && { from: String(from) }),
    ...(to !== undefined && { to: String(to) }),
  });
  return `/api/v1/trends?${search}`;
}

/** What series are counted over: some obligations, weapon, facet or value; and the States each is divided into. */
interface Group {
  key: string;
  filter: estypes.QueryDslQueryContainer;
  values: readonly CellValue[];
}

/** One aggregation over the cells that holds all a question needs. */
function aggregationOf(question: Question, index: string): estypes.SearchRequest {
  const { weapon, facet, from = 0, to = 9999 } = question;
  return {
    index,
    size: 0,
    track_total_hits: false,
    request_cache: false,
    query: {
      range: { snapshot: { gte: String(from), lte: String(to) } },
    },
    aggregations: {
      matrices: {
        terms: { field: "snapshot", size: 100, order: { _key: "asc" } },
        aggregations: { states: { terms: { field: "state", size: 250 } } },
      },
      chosen: {
        filter: {
          bool: {
            filter: [
              { terms: { obligation: codesOf(question) } },
              ...(weapon.length > 0 ? [{ terms: { weapon } }] : []),
              ...(facet.length > 0 ? [{ terms: { facet } }] : []),
            ],
          },
        },
        aggregations: {
          groups: {
            filters: { filters: Object.fromEntries(groupsOf(question).map(({ key, filter }) => [key, filter])) },
            aggregations: {
              snapshots: {
                terms: { field: "snapshot", size: 100, order: { _key: "asc" } },
                aggregations: {
                  states: {
                    terms: { field: "state", size: 250 },
                    aggregations: { values: { terms: { field: "value", size: cellValues.length } } },
                  },
                },
              },
            },
          },
        },
      },
    },
  };
}

interface Bucket {
  key: string;
  doc_count: number;
}

interface Aggregations {
  matrices: { buckets: (Bucket & { states: { buckets: Bucket[] } })[] };
  chosen: {
    groups: {
      buckets: Record<
        string,
        {
          snapshots: { buckets: (Bucket & { states: { buckets: (Bucket & { values: { buckets: Bucket[] } })[] } })[] };
        }
      >;
    };
  };
}

/**
 * The figures of a question as Elasticsearch counts them, and how long it took to answer.
 * @param days the day of each snapshot, for its Member States
 */
export async function askElasticsearch(
  elasticsearch: Client,
  index: string,
  question: Question,
  days: ReadonlyMap<string, string>,
): Promise<{ series: { key: string; points: TrendPoint[] }[]; milliseconds: number }> {
  const start = performance.now();
  const { aggregations } = await elasticsearch.search<never, Aggregations>(aggregationOf(question, index));
  const milliseconds = performance.now() - start;
  const { matrices, chosen } = aggregations!;
  const divisions = divisionsOf(question.by);
  const series = groupsOf(question)
    .flatMap((group) =>
      divisions.map((division) => ({
        key: group.key === "all" ? division : group.key,
        points: matrices.buckets
          .map(({ key: snapshot, states: withMatrix }) => {
            const members = membersIn(question, division, days.get(snapshot)!);
            const published = withMatrix.buckets.filter(({ key }) => members.has(key));
            const counted = chosen.groups.buckets[group.key]!.snapshots.buckets.find(({ key }) => key === snapshot);
            return pointOf(
              question,
              group,
              snapshot,
              { members: members.size, published: published.length },
              counted?.states.buckets.filter(({ key }) => members.has(key)) ?? [],
            );
          })
          .filter(({ of }) => of! > 0),
      })),
    )
    .filter(({ key, points }) => points.length > 0 && isAsked(question, key));
  return { series, milliseconds };
}

function pointOf(
  { unit, base, by, value }: Question,
  group: Group,
  date: string,
  sizes: { members: number; published: number },
  counted: readonly (Bucket & { values: { buckets: Bucket[] } })[],
): TrendPoint {
  const number = (values: { buckets: Bucket[] }, wanted: readonly string[]) =>
    values.buckets.filter(({ key }) => wanted.includes(key)).reduce((sum, bucket) => sum + bucket.doc_count, 0);
  if (unit === "cells")
    return {
      date,
      n: counted.reduce((sum, { values }) => sum + number(values, group.values), 0),
      of: counted.reduce((sum, { doc_count }) => sum + doc_count, 0),
    };
  const recorded = counted.filter(({ values }) => number(values, group.values) > 0).length;
  const silent = counted.filter(
    ({ values }) => number(values, group.values) === 0 && number(values, ["Q", "BLANK", "NOT_CODED"]) > 0,
  ).length;
  const isBand = by !== "value" && (value.length === 0 || value.join("") === "X");
  return {
    date,
    n: recorded,
    of: base === "all" ? sizes.members : sizes.published,
    ...(isBand && { unknown: silent + (base === "all" ? sizes.members - sizes.published : 0) }),
  };
}

function groupsOf({ by, obligation, value }: Question): Group[] {
  const values: CellValue[] = value.length > 0 ? value : ["X"];
  if (by === "obligation")
    return (obligation.length > 0 ? obligation : ["OP2", "OP3A", "OP3B", "OP3C", "OP3D"]).map((code) => ({
      key: code,
      filter: { terms: { obligation: withParts(code) } },
      values,
    }));
  if (by === "weapon") return [...weapons, "ALL"].map((key) => ({ key, filter: { term: { weapon: key } }, values }));
  if (by === "facet") return facets.map((key) => ({ key, filter: { term: { facet: key } }, values }));
  if (by === "value")
    return (value.length > 0 ? value : cellValues).map((key) => ({ key, filter: { match_all: {} }, values: [key] }));
  return [{ key: "all", filter: { match_all: {} }, values }];
}

function divisionsOf(by: Question["by"]): string[] {
  const kind = { region: "group", m49: "region", subregion: "subregion" }[by as string];
  return kind === undefined ? ["all"] : regions.filter((region) => region.kind === kind).map(({ code }) => code);
}

function membersIn({ region, state }: Question, division: string, day: string): Set<string> {
  const places = (iso3: string) => [groupOn(iso3, day), states.get(iso3)!.region, states.get(iso3)!.subregion];
  return new Set(
    membersOn(day).filter(
      (iso3) =>
        (division === "all" || places(iso3).includes(division)) &&
        (state.length === 0 || state.includes(iso3)) &&
        (region.length === 0 || places(iso3).some((code) => code !== undefined && region.includes(code))),
    ),
  );
}

/** A weapon or facet that no cell of the filter has is no series. */
function isAsked(question: Question, key: string): boolean {
  if (question.by !== "weapon" && question.by !== "facet") return true;
  const codes = codesOf(question);
  const { by, weapon, facet } = question;
  return allColumns.some(
    (column) =>
      codes.includes(column.obligation) &&
      (weapon.length === 0 || weapon.includes(column.weapon)) &&
      (facet.length === 0 || facet.includes(column.facet)) &&
      (by === "weapon" ? column.weapon : column.facet) === key,
  );
}

/** Those chosen with all that stands under them; without a choice, those that are obligations. */
function codesOf({ obligation }: Question): string[] {
  return obligation.length > 0
    ? obligation.flatMap(withParts)
    : [...obligations.values()].filter(({ kind }) => kind === "obligation").map(({ code }) => code);
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
