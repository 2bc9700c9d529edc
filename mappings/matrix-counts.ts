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

/** The cells that some of a question's series are counted over. */
export interface Wanted {
  obligations: string[];
  weapons: string[];
  facets: string[];
  /** Of the snapshots. */
  from: string;
  to: string;
}

/** Cells with a value that a State has in a snapshot. */
export interface Count {
  snapshot: string;
  state: string;
  value: CellValue;
  n: number;
}

/** Counts published cells, however it does so. */
export type Counter = (wanted: Wanted[]) => Promise<Count[][]>;

/** What figures are divided by. */
export interface Basis {
  /** The day of each snapshot, for its Member States. */
  days: ReadonlyMap<string, string>;
  /** The States with a published matrix in each snapshot, oldest first. */
  published: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Counts with one uncached aggregation for each series that has cells of its own, in one request. */
export function countInElasticsearch(elasticsearch: Client, index: string): Counter {
  return async (wanted) => {
    const { responses } = await elasticsearch.msearch<never>(
      {
        index,
        searches: wanted.flatMap((cells) => [{ request_cache: false }, aggregationOf(cells)]),
      },
      // A busy machine takes longer than the half minute of the client.
      { requestTimeout: 120_000 },
    );
    return responses.map((response) => {
      if ("error" in response) throw new Error(`Elasticsearch could not count cells: ${response.error.reason}`);
      return (response.aggregations!["snapshots"] as Snapshots).buckets.flatMap(
        ({ key: snapshot, states: withCells }) =>
          withCells.buckets.flatMap(({ key: state, values }) =>
            values.buckets.map(({ key: value, doc_count: n }) => ({ snapshot, state, value, n })),
          ),
      );
    });
  };
}

function aggregationOf({ obligations: codes, weapons: kinds, facets: sides, from, to }: Wanted) {
  return {
    size: 0,
    track_total_hits: false,
    query: {
      bool: {
        filter: [
          { range: { snapshot: { gte: from, lte: to } } },
          { terms: { obligation: codes } },
          ...(kinds.length > 0 ? [{ terms: { weapon: kinds } }] : []),
          ...(sides.length > 0 ? [{ terms: { facet: sides } }] : []),
        ],
      },
    },
    aggregations: {
      snapshots: {
        terms: { field: "snapshot", size: 100 },
        aggregations: {
          states: {
            terms: { field: "state", size: 250 },
            aggregations: { values: { terms: { field: "value", size: cellValues.length } } },
          },
        },
      },
    },
  } satisfies estypes.SearchRequest;
}

interface Bucket<Key = string> {
  key: Key;
  doc_count: number;
}

interface Snapshots {
  buckets: (Bucket & { states: { buckets: (Bucket & { values: { buckets: Bucket<CellValue>[] } })[] } })[];
}

/** What figures are divided by, as an index of cells has it. */
export async function basisIn(elasticsearch: Client, index: string, days: ReadonlyMap<string, string>): Promise<Basis> {
  const { aggregations } = await elasticsearch.search<
    never,
    { snapshots: { buckets: (Bucket & { states: { buckets: Bucket[] } })[] } }
  >({
    index,
    size: 0,
    aggregations: {
      snapshots: {
        terms: { field: "snapshot", size: 100, order: { _key: "asc" } },
        aggregations: { states: { terms: { field: "state", size: 250 } } },
      },
    },
  });
  const published = aggregations!.snapshots.buckets.map(
    ({ key, states: withMatrix }) => [key, new Set(withMatrix.buckets.map((bucket) => bucket.key))] as const,
  );
  return { days, published: new Map(published) };
}

/** What the figures of a series are counted over. */
interface Group {
  key: string;
  cells: Wanted;
  values: readonly CellValue[];
}

/** The figures of a question, and how long the counting took. */
export async function figuresOf(
  question: Question,
  { days, published }: Basis,
  count: Counter,
): Promise<{ series: { key: string; points: TrendPoint[] }[]; milliseconds: number }> {
  const groups = groupsOf(question);
  const wanted = new Map(groups.map(({ cells }) => [JSON.stringify(cells), cells]));
  const start = performance.now();
  const answers = await count([...wanted.values()]);
  const milliseconds = performance.now() - start;
  const counts = new Map([...wanted.keys()].map((key, place) => [key, byStateIn(answers[place]!)]));
  const { from = 0, to = 9999 } = question;
  const snapshots = [...published.keys()].filter((snapshot) => Number(snapshot) >= from && Number(snapshot) <= to);
  const divisions = divisionsOf(question.by);
  const series = groups
    .flatMap((group) =>
      divisions.map((division) => ({
        key: group.key === "all" ? division : group.key,
        points: snapshots
          .map((snapshot) => {
            const members = membersIn(question, division, days.get(snapshot)!);
            const withMatrix = [...published.get(snapshot)!].filter((iso3) => members.has(iso3));
            const counted = counts.get(JSON.stringify(group.cells))!.get(snapshot) ?? new Map<string, Values>();
            return pointOf(
              question,
              group,
              snapshot,
              { members: members.size, published: withMatrix.length },
              [...counted].flatMap(([iso3, values]) => (members.has(iso3) ? [values] : [])),
            );
          })
          .filter(({ of }) => of! > 0),
      })),
    )
    .filter(({ key, points }) => points.length > 0 && isAsked(question, key));
  return { series, milliseconds };
}

/** Cells of one State in one snapshot, by value. */
type Values = ReadonlyMap<CellValue, number>;

/** By snapshot and State. */
function byStateIn(counts: Count[]): Map<string, Map<string, Map<CellValue, number>>> {
  const found = new Map<string, Map<string, Map<CellValue, number>>>();
  for (const { snapshot, state, value, n } of counts) {
    const byState = found.get(snapshot) ?? new Map<string, Map<CellValue, number>>();
    found.set(snapshot, byState);
    byState.set(state, (byState.get(state) ?? new Map<CellValue, number>()).set(value, n));
  }
  return found;
}

function pointOf(
  { unit, base, by, value }: Question,
  group: Group,
  date: string,
  sizes: { members: number; published: number },
  counted: readonly Values[],
): TrendPoint {
  const number = (values: Values, wanted: readonly CellValue[]) =>
    wanted.reduce((sum, one) => sum + (values.get(one) ?? 0), 0);
  if (unit === "cells")
    return {
      date,
      n: counted.reduce((sum, values) => sum + number(values, group.values), 0),
      of: counted.reduce((sum, values) => sum + number(values, cellValues), 0),
    };
  const recorded = counted.filter((values) => number(values, group.values) > 0).length;
  const silent = counted.filter(
    (values) => number(values, group.values) === 0 && number(values, ["Q", "BLANK", "NOT_CODED"]) > 0,
  ).length;
  const isBand = by !== "value" && (value.length === 0 || value.join("") === "X");
  return {
    date,
    n: recorded,
    of: base === "all" ? sizes.members : sizes.published,
    ...(isBand && { unknown: silent + (base === "all" ? sizes.members - sizes.published : 0) }),
  };
}

function groupsOf(question: Question): Group[] {
  const { by, obligation, weapon, facet, value, from = 0, to = 9999 } = question;
  const values: CellValue[] = value.length > 0 ? value : ["X"];
  const codes = codesOf(question);
  const cells: Wanted = { obligations: codes, weapons: weapon, facets: facet, from: String(from), to: String(to) };
  if (by === "obligation")
    return (obligation.length > 0 ? obligation : ["OP2", "OP3A", "OP3B", "OP3C", "OP3D"]).map((code) => {
      const parts = new Set(withParts(code));
      return { key: code, cells: { ...cells, obligations: codes.filter((each) => parts.has(each)) }, values };
    });
  if (by === "weapon")
    return [...weapons, "ALL"]
      .filter((key) => weapon.length === 0 || weapon.includes(key))
      .map((key) => ({ key, cells: { ...cells, weapons: [key] }, values }));
  if (by === "facet")
    return facets
      .filter((key) => facet.length === 0 || facet.includes(key))
      .map((key) => ({ key, cells: { ...cells, facets: [key] }, values }));
  if (by === "value") return (value.length > 0 ? value : cellValues).map((key) => ({ key, cells, values: [key] }));
  return [{ key: "all", cells, values }];
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
