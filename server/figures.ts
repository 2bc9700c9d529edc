import { createHash } from "node:crypto";
import type { Language } from "#domain/languages.ts";
import type { TrendKey, TrendPoint, TrendSeries, TrendsMeta, TrendsParams } from "#domain/trends.ts";
import { figureNote } from "#data/figure-notes.ts";
import { groupOn, membersOn } from "#data/membership.ts";
import { obligations } from "#data/obligations.ts";
import { regions, states } from "#data/states.ts";
import { HttpError } from "./http-error.ts";

/** What one measure answers; the rest of `meta` is the same for all. */
export interface Figures {
  series: TrendSeries[];
  meta: Omit<TrendsMeta, "measure" | "checksum" | "generation" | "disclaimer">;
  /** Hash of the records that were counted: where it is the same and the figures are not, the way of counting has changed. */
  inputs: string;
}

/** Some States, and the word for them: those of a region, or all. */
export interface Division {
  key: string;
  label: string;
  has: (iso3: string, day: string) => boolean;
}

/** The divisions of the States that series stand for, in the order of their table; one of all States where they stand for something else. */
export function divisionsBy(by: TrendKey, language: Language): Division[] {
  const kind = { region: "group", m49: "region", subregion: "subregion" }[by as string];
  if (kind === undefined) return [{ key: "all", label: figureNote("all", language), has: () => true }];
  return regions
    .filter((region) => region.kind === kind)
    .map(({ code, names }) => ({
      key: code,
      label: names[language],
      has: (iso3, day) => placesOf(iso3, day).includes(code),
    }));
}

/** The Member States of a day that the filters by State and region leave. */
export function chosenMembers({ state, region }: Pick<TrendsParams, "state" | "region">, day: string): string[] {
  return membersOn(day).filter(
    (iso3) =>
      (state.length === 0 || state.includes(iso3)) &&
      (region.length === 0 || placesOf(iso3, day).some((code) => region.includes(code))),
  );
}

/** A State's regional group on a day, its M49 region and sub-region. */
function placesOf(iso3: string, day: string): string[] {
  const state = states.get(iso3);
  return state === undefined ? [] : [groupOn(iso3, day) ?? "", state.region, state.subregion];
}

/** False for a figure of nothing: a region none of whose States the filters leave, or before its first is admitted. */
export function isOfSome({ of }: TrendPoint): boolean {
  return of !== 0;
}

/** The words on how States were divided, for `meta.notes`. */
export function divisionNotes({ by, region }: Pick<TrendsParams, "by" | "region">, language: Language): string[] {
  const groups = by === "region" || region.some((code) => !/^\d+$/u.test(code));
  const m49 = by === "m49" || by === "subregion" || region.some((code) => /^\d+$/u.test(code));
  return [
    ...(groups ? [figureNote("groups-of-2014", language)] : []),
    ...(m49 ? [figureNote("m49", language)] : []),
    figureNote("members-only", language),
  ];
}

type YearParams = Pick<TrendsParams, "from" | "to" | "cutOff">;

/** The ends of the years from one day to another that are asked for; the last is no later than that other day and the cut-off. */
export function yearEnds(first: string, end: string, { from, to, cutOff = end }: YearParams): string[] {
  const last = [end, cutOff].toSorted()[0]!;
  const start = Math.max(from ?? 0, Number(first.slice(0, 4)));
  const final = Math.min(to ?? 9999, Number(last.slice(0, 4)));
  return Array.from({ length: Math.max(0, final - start + 1) }, (_, place) => {
    const day = `${start + place}-12-31`;
    return day < last ? day : last;
  });
}

/** What one measure can be asked; the other parameters of trends do not fit it. */
interface Askable {
  by: TrendKey[];
  filters: Filter[];
  bases: TrendsParams["base"][];
  units: TrendsParams["unit"][];
}

const filterNames = ["treaty", "obligation", "weapon", "facet", "region", "state", "value", "series"] as const;
type Filter = (typeof filterNames)[number];

/** @throws HttpError 400 that names each parameter that does not fit the measure, and each code there is nothing of */
export function checkAsked(params: TrendsParams, askable: Askable): void {
  const { by, base, unit, measure, from, to } = params;
  refuse([
    ...notAmong("by", by, askable.by, measure),
    ...notAmong("base", base, askable.bases, measure),
    ...notAmong("unit", unit, askable.units, measure),
    ...filterNames
      .filter((name) => params[name].length > 0 && !askable.filters.includes(name))
      .map((name) => ({ path: name, message: `measure=${measure} cannot be filtered by it` })),
    ...unknownCodes(params),
    ...(from !== undefined && to !== undefined && from > to
      ? [{ path: "from", message: `${from} is after ${to}, the last year asked for` }]
      : []),
  ]);
}

function notAmong(path: string, value: string, possible: readonly string[], measure: string) {
  if (possible.includes(value)) return [];
  return [{ path, message: `with measure=${measure} it can be ${possible.join(", ")}` }];
}

/** Each State, region and obligation there is none of. */
export function unknownCodes({ state, region, obligation }: Pick<TrendsParams, "state" | "region" | "obligation">) {
  const regionCodes = new Map(regions.map(({ code }) => [code, code]));
  return [
    ...unknownOf("state", state, states, "the code of a Member State, as in /api/v1/states"),
    ...unknownOf("region", region, regionCodes, "the code of a region, as in /api/v1/states"),
    ...unknownOf("obligation", obligation, obligations, "a code of /api/v1/obligations"),
  ];
}

/** Each value that a table does not have, in the words of an error. */
export function unknownOf(
  path: string,
  values: readonly string[],
  known: ReadonlyMap<string, unknown>,
  expected: string,
): { path: string; message: string }[] {
  return values
    .filter((value) => !known.has(value))
    .map((value) => ({ path, message: `"${value}" is not ${expected}` }));
}

/** @throws HttpError 400 when there is an error */
export function refuse(errors: { path: string; message: string }[]): void {
  if (errors.length === 0) return;
  const words = errors.map(({ path, message }) => `${path}: ${message}`).join("; ");
  throw new HttpError(400, `These figures cannot be given: ${words}`, errors);
}

/**
 * The first 16 hex digits of the SHA-256 of one line a point: `key|date|n|of|unknown`, absent numbers empty. Whoever holds the
 * figures, in any form, can compute it; labels do not count, so that it is the same in every language.
 */
export function checksumOf(series: readonly TrendSeries[]): string {
  return hashOf(linesOf(series).map((line) => `${line}\n`));
}

/** `AFR|2011-12-31|50|54|`: one figure. */
export function linesOf(series: readonly TrendSeries[]): string[] {
  return series.flatMap(({ key, points }) =>
    points.map(({ date, n, of, unknown }) => [key, date, n, of, unknown].map((part) => part ?? "").join("|")),
  );
}

/** The first 16 hex digits of the SHA-256 of texts or bytes, one after the other. */
export function hashOf(parts: Iterable<string | Uint8Array>): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex").slice(0, 16);
}
