import * as z from "zod/mini";
import { Facet } from "./codings.ts";
import { endpoint } from "./endpoint.ts";
import { isDay } from "./in-force.ts";
import { Language } from "./languages.ts";
import { CellValue, CellWeapon, cellValues } from "./matrices.ts";
import { listOf } from "./search.ts";

/** What is counted. `published` are totals that others printed, as they printed them. */
export const measures = ["matrix", "treaties", "firstReports", "legislation", "published"] as const;
export const Measure = z.enum(measures);
export type Measure = z.infer<typeof Measure>;

/** What series stand for: regional groups, M49 regions, M49 sub-regions, obligation areas, weapon types, facets, answer states, or treaties. */
export const TrendKey = z.enum([
  "none",
  "region",
  "m49",
  "subregion",
  "obligation",
  "weapon",
  "facet",
  "value",
  "treaty",
]);
export type TrendKey = z.infer<typeof TrendKey>;

/** Where figures are from. They never share an axis unmarked. */
export const DataStatus = z.enum(["real", "published", "demonstration"]);
export type DataStatus = z.infer<typeof DataStatus>;

/** Which States a count is of: all Member States of the date, or those that had reported (matrices: those with a matrix). */
export const bases = ["all", "reporting"] as const;
const Base = z.enum(bases);
export type Base = z.infer<typeof Base>;

/** What one number counts: States for which at least one cell, act or provision of the filter is recorded; or the cells, acts, provisions themselves. */
export const units = ["states", "cells"] as const;
const Unit = z.enum(units);
export type Unit = z.infer<typeof Unit>;

export const TrendsParams = z.object({
  measure: z._default(Measure, "treaties"),
  by: z._default(TrendKey, "none"),
  treaty: listOf(z.string()),
  /** Any code of the taxonomy: an area stands for all its rows. */
  obligation: listOf(z.string()),
  weapon: listOf(CellWeapon),
  facet: listOf(Facet),
  /** Regional groups and M49 codes. */
  region: listOf(z.string()),
  state: listOf(z.string()),
  /** Which values count as a measure recorded; `X` alone unless asked otherwise. */
  value: listOf(CellValue),
  /** Of treaties: States party, or those that have signed and are not party. */
  standing: z._default(z.enum(["party", "signatory"]), "party"),
  /** Series of `published`: `first-reports-submitted`. */
  series: listOf(z.string()),
  unit: z._default(Unit, "states"),
  base: z._default(Base, "all"),
  /** Years, both included. */
  from: z.optional(z.coerce.number().check(z.int(), z.gte(1900), z.lte(2200))),
  to: z.optional(z.coerce.number().check(z.int(), z.gte(1900), z.lte(2200))),
  /** Nothing dated after this day counts or shows. */
  cutOff: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  /** Labels are in this language. */
  language: z._default(Language, "en"),
});
export type TrendsParams = z.infer<typeof TrendsParams>;

/** One figure: `n` of `of`, on a date. */
export const TrendPoint = z.object({
  /** A day, month or year, ISO 8601: the end of the year for yearly series, the snapshot for matrices. */
  date: z.string(),
  /** Absent where the source gives no exact number. */
  n: z.optional(z.number()),
  /** The denominator: Member States of the date in this series, or those of the base; cells where cells are counted. */
  of: z.optional(z.int()),
  /** With `unit=states` and matrices: how many more would count if "?", blank and not coded were measures. The band from `n` to `n + unknown`. */
  unknown: z.optional(z.int()),
  /** A word on this point: a note of the source, a conflict. */
  note: z.optional(z.string()),
  source: z.optional(z.string()),
  /** How far a published figure was checked: V read in the source, D computed from it, M from memory. */
  mark: z.optional(z.enum(["V", "D", "M"])),
});
export type TrendPoint = z.infer<typeof TrendPoint>;

/** The last day that the date of a point may stand for: `2004` → `2004-12-31`, `2004-04` → `2004-04-30`. */
export function lastDayOf(date: string): string {
  const [year, month = "12", day] = date.split("-");
  return day === undefined ? new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10) : date;
}

export const TrendSeries = z.object({
  /** `AFR`, `OP3A`, `NW`, `CWC`, or `all`. */
  key: z.string(),
  label: z.string(),
  status: DataStatus,
  points: z.array(TrendPoint),
});
export type TrendSeries = z.infer<typeof TrendSeries>;

/** What travels with every figure. */
export const TrendsMeta = z.object({
  measure: Measure,
  status: DataStatus,
  /** Where the figures are from, in words. */
  source: z.string(),
  /** The day until which the source knows, ISO 8601. */
  asOf: z.string(),
  /** What `n` counts, in words in the language asked: "States", "cells of the matrix". */
  unit: z.string(),
  /** Words that belong to the figures: double membership of Türkiye, unpublished matrices, template versions. */
  notes: z.array(z.string()),
  /** States with a published matrix of the newest snapshot, of all Member States; matrices only. */
  published: z.optional(z.object({ n: z.int(), of: z.int() })),
  /** Of the series, 16 hex digits: equal in page, CSV and JSON; unchanged as long as the figures are. */
  checksum: z.string(),
  generation: z.string(),
  disclaimer: z.string(),
});
export type TrendsMeta = z.infer<typeof TrendsMeta>;

/** Of answers that are no series. */
const SourceMeta = z.pick(TrendsMeta, { status: true, source: true, asOf: true, generation: true, disclaimer: true });

export const TrendsAnswer = z.object({ series: z.array(TrendSeries), meta: TrendsMeta });
export type TrendsAnswer = z.infer<typeof TrendsAnswer>;

/** An axis of the cube: the keys along it, in order, and of the columns of a matrix the obligation of each. */
const CubeAxis = z.object({
  name: z.string(),
  keys: z.array(z.string()),
  obligations: z.optional(z.array(z.string())),
});

/**
 * A whole measure as one typed array: `cells` is base64 of one unsigned byte a cell, the last axis running fastest. Matrices:
 * state, column (`OP2.05-CW-framework`), snapshot → place in `values`. Treaties: state, treaty, year → 0 none, 1 signatory, 2 party,
 * 3 where the source of the treaty ends before.
 */
export const CubeAnswer = z.object({
  measure: Measure,
  axes: z.array(CubeAxis),
  values: z.array(z.string()),
  cells: z.string(),
  meta: SourceMeta,
});
export type CubeAnswer = z.infer<typeof CubeAnswer>;

const CubeParams = z.object({ measure: z._default(z.enum(["matrix", "treaties"]), "matrix") });
export type CubeParams = z.infer<typeof CubeParams>;

/** What changed between two snapshots: each State and cell whose value is another, so that a change leads to States and evidence. */
const TrendChangesParams = z.object({
  from: z.string().check(z.regex(/^\d{4}$/)),
  to: z.string().check(z.regex(/^\d{4}$/)),
  obligation: listOf(z.string()),
  weapon: listOf(CellWeapon),
  facet: listOf(Facet),
  region: listOf(z.string()),
  state: listOf(z.string()),
  language: z._default(Language, "en"),
});
export type TrendChangesParams = z.infer<typeof TrendChangesParams>;

export const TrendChangesAnswer = z.object({
  /** By obligation area: cells that went from one value to another. */
  areas: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      moves: z.array(z.object({ from: CellValue, to: CellValue, cells: z.int(), states: z.array(z.string()) })),
    }),
  ),
  meta: TrendsMeta,
});
export type TrendChangesAnswer = z.infer<typeof TrendChangesAnswer>;

/** Counts of two dimensions at one snapshot or year: obligation areas by region, each with the five answer states. */
const HeatMapParams = z.object({
  measure: z._default(z.enum(["matrix", "legislation"]), "matrix"),
  /** The snapshot or year; the newest without it. */
  date: z.optional(z.string().check(z.regex(/^\d{4}$/))),
  rows: z._default(z.enum(["obligation", "weapon"]), "obligation"),
  columns: z._default(z.enum(["region", "m49", "subregion"]), "region"),
  obligation: listOf(z.string()),
  weapon: listOf(CellWeapon),
  facet: listOf(Facet),
  language: z._default(Language, "en"),
});
export type HeatMapParams = z.infer<typeof HeatMapParams>;

const Key = z.object({ key: z.string(), label: z.string() });

export const HeatMapAnswer = z.object({
  date: z.string(),
  /** Dates there are data of, oldest first. */
  dates: z.array(z.string()),
  rows: z.array(Key),
  columns: z.array(z.extend(Key, { of: z.int() })),
  /** `cells[row][column]`: States with a measure recorded of `of` in that column, and cells by answer state. */
  cells: z.array(z.array(z.object({ n: z.int(), values: z.record(z.enum(cellValues), z.int()) }))),
  meta: TrendsMeta,
});
export type HeatMapAnswer = z.infer<typeof HeatMapAnswer>;

const FirstReportsParams = z.object({
  /** The day by which a report must be dated; today if not given. */
  on: z.optional(z.string().check(z.refine(isDay, "a day of the calendar, as 2012-05-31"))),
  language: z._default(Language, "en"),
});
export type FirstReportsParams = z.infer<typeof FirstReportsParams>;

const HeldReport = z.object({ id: z.string(), symbol: z.string() });

/** Of which States a first national report is held here: another count than what was sent to the Committee. */
export const FirstReportsAnswer = z.object({
  /** The day asked for, or today. */
  date: z.string(),
  /** Member States of that day of which a national report dated by then is held. */
  n: z.int(),
  /** All Member States of that day. */
  of: z.int(),
  /** All of them, by name in the language asked for. */
  items: z.array(
    z.object({
      state: z.string(),
      name: z.string(),
      /** The first by date, with that date as precise as its source states it; absent where none is held. */
      first: z.optional(z.extend(HeldReport, { date: z.string() })),
    }),
  ),
  /** Their national reports of which no source states a date: held, and counted on no day. */
  undated: z.array(z.extend(HeldReport, { state: z.string(), name: z.string() })),
  /** `asOf`: when the documents were built, ISO 8601. */
  meta: SourceMeta,
});
export type FirstReportsAnswer = z.infer<typeof FirstReportsAnswer>;

export const trendEndpoints = {
  trends: endpoint(
    "/api/v1/trends",
    "Figures over time, each with date, source and denominator",
    TrendsParams,
    TrendsAnswer,
  ),
  trendsCube: endpoint("/api/v1/trends/cube", "A whole measure as one typed array", CubeParams, CubeAnswer),
  trendChanges: endpoint(
    "/api/v1/trends/changes",
    "What changed between two snapshots of the matrices",
    TrendChangesParams,
    TrendChangesAnswer,
  ),
  heatMap: endpoint("/api/v1/trends/heat-map", "Obligation areas by region at one date", HeatMapParams, HeatMapAnswer),
  firstReports: endpoint(
    "/api/v1/trends/first-reports",
    "Of which States a first national report is held here on a day",
    FirstReportsParams,
    FirstReportsAnswer,
  ),
};
