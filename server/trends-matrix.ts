import { facets } from "#domain/codings.ts";
import { disclaimer } from "#domain/disclaimer.ts";
import type { Language } from "#domain/languages.ts";
import { CellWeapon, cellValues, cubeValues, type CellValue } from "#domain/matrices.ts";
import type {
  CubeAnswer,
  HeatMapAnswer,
  HeatMapParams,
  TrendChangesAnswer,
  TrendChangesParams,
  TrendPoint,
  TrendsMeta,
  TrendsParams,
} from "#domain/trends.ts";
import { figureNote } from "#data/figure-notes.ts";
import { membersOn } from "#data/membership.ts";
import { obligations, withParts } from "#data/obligations.ts";
import { states } from "#data/states.ts";
import {
  checkAsked,
  checksumOf,
  chosenMembers,
  divisionNotes,
  divisionsBy,
  hashOf,
  isOfSome,
  refuse,
  unknownCodes,
  unknownOf,
  type Figures,
} from "./figures.ts";
import { servedGeneration } from "./generation.ts";
import { matrixCube, silences, type Cube } from "./matrix-cube.ts";
import type { Engine } from "./searching.ts";

/** Paragraphs and areas that series stand for where none are asked for: those that are obligations. */
const areas = ["OP2", "OP3A", "OP3B", "OP3C", "OP3D"];

type CubeFacts = Omit<CubeAnswer["meta"], "generation" | "disclaimer">;

/** What one series counts: some columns, and the values of a cell that count. */
interface Counted {
  key: string;
  label: string;
  /** One byte a column of the cube: 1 where it counts. */
  columns: Uint8Array;
  values: readonly CellValue[];
}

/** States, or cells, with a measure recorded, at each snapshot. */
export async function matrixFigures(engine: Engine, params: TrendsParams): Promise<Figures> {
  checkAsked(params, {
    by: ["none", "region", "m49", "subregion", "obligation", "weapon", "facet", "value"],
    filters: ["obligation", "weapon", "facet", "region", "state", "value"],
    bases: ["all", "reporting"],
    units: ["states", "cells"],
  });
  const cube = await matrixCube(engine);
  const divisions = divisionsBy(params.by, params.language);
  const asked = cube.snapshots
    .map((snapshot, place) => ({ snapshot, place, day: cube.days[place]! }))
    .filter(
      ({ snapshot, day }) =>
        Number(snapshot) >= (params.from ?? 0) &&
        Number(snapshot) <= (params.to ?? 9999) &&
        day <= (params.cutOff ?? "9999"),
    );
  const membersAt = new Map(asked.map(({ place, day }) => [place, chosenMembers(params, day)]));
  const series = countedBy(params, cube).flatMap((counted) => {
    const tallies = tally(cube, counted);
    return divisions.map((division) => ({
      key: counted.key === "all" ? division.key : counted.key,
      label: counted.key === "all" ? division.label : counted.label,
      status: cube.status,
      points: asked
        .map(({ snapshot, place, day }) =>
          pointOf(
            cube,
            tallies,
            membersAt.get(place)!.filter((iso3) => division.has(iso3, day)),
            { snapshot, place },
            params,
          ),
        )
        .filter(isOfSome),
    }));
  });
  return {
    // A region none of whose States the filters leave is no series.
    series: series.filter(({ points }) => points.length > 0),
    inputs: hashOf([...asked.map(({ day }) => day), cube.cells]),
    meta: {
      ...factsOf(cube, params.language, asked.at(-1)?.day),
      unit: unitOf(params),
      notes: [
        ...(params.unit === "cells" ? [figureNote("matrix-templates", params.language)] : []),
        ...notesOf(cube, params),
        ...divisionNotes(params, params.language),
      ],
    },
  };
}

/** What changed from one snapshot to another in matrices that are published in both, cell by cell. */
export async function matrixChanges(engine: Engine, params: TrendChangesParams): Promise<TrendChangesAnswer> {
  const { language } = params;
  const cube = await matrixCube(engine);
  const [from, to] = [cube.snapshots.indexOf(params.from), cube.snapshots.indexOf(params.to)];
  refuse([
    ...unknownCodes(params),
    ...unknownSnapshot("from", params.from, cube),
    ...unknownSnapshot("to", params.to, cube),
    ...(from < to || from < 0 || to < 0
      ? []
      : [{ path: "from", message: `${params.from} is not before ${params.to}` }]),
  ]);
  const byName = new Intl.Collator(language);
  const nameOf = (iso3: string) => states.get(iso3)?.names[language] ?? iso3;
  const chosen = placesOf(cube, chosenMembers(params, cube.days[to]!))
    .filter((state) => isPublished(cube, state, from) && isPublished(cube, state, to))
    .toSorted((one, other) => byName.compare(nameOf(cube.states[one]!), nameOf(cube.states[other]!)));
  let compared = 0;
  const moved = countedBy({ ...params, by: "obligation", value: [] }, cube).map(({ key, label, columns }) => {
    const moves = new Map<number, { cells: number; states: Set<string> }>();
    for (const state of chosen)
      for (const column of columns.keys()) {
        if (columns[column] === 0) continue;
        const [before, after] = [valueAt(cube, state, column, from), valueAt(cube, state, column, to)];
        if (before === 0 || after === 0) continue;
        compared += 1;
        if (before === after) continue;
        const place = before * cubeValues.length + after;
        const move = moves.get(place) ?? { cells: 0, states: new Set() };
        moves.set(place, { cells: move.cells + 1, states: move.states.add(cube.states[state]!) });
      }
    return {
      code: key,
      label,
      moves: [...moves.keys()]
        .toSorted((one, other) => one - other)
        .map((place) => ({
          from: cubeValues[Math.floor(place / cubeValues.length)] as CellValue,
          to: cubeValues[place % cubeValues.length] as CellValue,
          cells: moves.get(place)!.cells,
          states: [...moves.get(place)!.states],
        })),
    };
  });
  const points = moved.flatMap(({ code, moves }) =>
    moves.map((move) => ({ key: `${code} ${move.from} ${move.to}`, n: move.cells, of: move.states.length })),
  );
  return {
    areas: moved,
    meta: {
      ...(await metaOf(engine, cube, language, cube.days[to], `${params.from}/${params.to}`, points)),
      unit: figureNote("unit-matrix-moves", language),
      notes: [
        figureNote("matrix-not-compared", language, { count: compared }),
        ...notesOf(cube, params),
        ...divisionNotes({ by: "none", region: params.region }, language),
      ],
    },
  };
}

/** Obligation areas, or weapon types, by region at one snapshot. */
export async function matrixHeatMap(engine: Engine, params: HeatMapParams): Promise<HeatMapAnswer> {
  const { language } = params;
  const cube = await matrixCube(engine);
  const date = params.date ?? cube.snapshots.at(-1)!;
  const place = cube.snapshots.indexOf(date);
  refuse([...unknownCodes({ ...params, state: [], region: [] }), ...unknownSnapshot("date", date, cube)]);
  const day = cube.days[place]!;
  const divisions = divisionsBy(params.columns, language)
    .map((division) => ({ ...division, members: membersOn(day).filter((iso3) => division.has(iso3, day)) }))
    .filter(({ members }) => members.length > 0);
  const rows = countedBy({ ...params, by: params.rows, value: [] }, cube);
  const cells = rows.map((row) => {
    const { counts } = tally(cube, row);
    const byValue = cellValues.map((value) => tally(cube, { ...row, values: [value] }).counts);
    return divisions.map(({ members }) => {
      const inside = placesOf(cube, members).map((state) => state * cube.snapshots.length + place);
      return {
        n: inside.filter((at) => counts[at]! > 0).length,
        values: Object.fromEntries(
          cellValues.map((value, at) => [value, sum(inside.map((state) => byValue[at]![state]!))]),
        ) as Record<CellValue, number>,
      };
    });
  });
  const points = rows.flatMap(({ key }, row) =>
    divisions.map((division, column) => ({
      key: `${key} ${division.key}`,
      n: cells[row]![column]!.n,
      of: division.members.length,
    })),
  );
  return {
    date,
    dates: [...cube.snapshots],
    rows: rows.map(({ key, label }) => ({ key, label })),
    columns: divisions.map(({ key, label, members }) => ({ key, label, of: members.length })),
    cells,
    meta: {
      ...(await metaOf(engine, cube, language, day, date, points)),
      unit: figureNote("unit-matrix-states", language),
      notes: [...notesOf(cube, params), ...divisionNotes({ by: params.columns, region: [] }, language)],
    },
  };
}

/** Every published cell, for whoever would rather count by himself. */
export async function matrixCubeAnswer(
  engine: Engine,
): Promise<Omit<CubeAnswer, "measure" | "meta"> & { meta: CubeFacts }> {
  const cube = await matrixCube(engine);
  return {
    axes: [
      { name: "state", keys: [...cube.states] },
      {
        name: "column",
        keys: cube.columns.map(({ key }) => key),
        obligations: cube.columns.map(({ obligation }) => obligation),
      },
      { name: "snapshot", keys: [...cube.snapshots] },
    ],
    values: [...cubeValues],
    cells: Buffer.from(cube.cells).toString("base64"),
    meta: { status: cube.status, source: sourceOf(cube, "en"), asOf: cube.days.at(-1)! },
  };
}

function unknownSnapshot(path: string, snapshot: string, { snapshots }: Cube): { path: string; message: string }[] {
  const known = new Map(snapshots.map((year) => [year, year]));
  return unknownOf(path, [snapshot], known, `a snapshot there is data of: ${snapshots.join(", ")}`);
}

type Chosen = Pick<TrendsParams, "by" | "obligation" | "weapon" | "facet" | "value" | "language">;

/** What each series counts; of all that is chosen where series stand for regions. */
function countedBy(params: Chosen, cube: Cube): Counted[] {
  const { by, obligation, value, language } = params;
  const values: CellValue[] = value.length > 0 ? value : ["X"];
  const chosen = chosenColumns(params, cube);
  const narrowed = (keep: (column: Cube["columns"][number]) => boolean) =>
    chosen.map((one, place) => (one === 1 && keep(cube.columns[place]!) ? 1 : 0));
  if (by === "obligation")
    return (obligation.length > 0 ? obligation : areas).map((code) => {
      const parts = new Set(withParts(code));
      return {
        key: code,
        label: obligations.get(code)!.labels[language],
        columns: narrowed((column) => parts.has(column.obligation)),
        values,
      };
    });
  if (by === "weapon" || by === "facet")
    return (by === "weapon" ? CellWeapon.options : facets)
      .map((key) => ({
        key,
        label: figureNote(key, language),
        columns: narrowed((column) => column[by] === key),
        values,
      }))
      .filter(({ columns }) => columns.includes(1));
  if (by === "value")
    return (value.length > 0 ? value : cellValues).map((one) => ({
      key: one,
      label: figureNote(`value-${one}`, language),
      columns: chosen,
      values: [one],
    }));
  return [{ key: "all", label: "", columns: chosen, values }];
}

/** One byte a column: those of the filters; where no obligation is chosen, those that are obligations. */
function chosenColumns({ obligation, weapon, facet }: Chosen, { columns }: Cube): Uint8Array {
  const codes = new Set(
    obligation.length > 0
      ? obligation.flatMap(withParts)
      : [...obligations.values()].filter(({ kind }) => kind === "obligation").map(({ code }) => code),
  );
  return Uint8Array.from(columns, (column) =>
    codes.has(column.obligation) &&
    (weapon.length === 0 || weapon.includes(column.weapon)) &&
    (facet.length === 0 || facet.includes(column.facet))
      ? 1
      : 0,
  );
}

/** For each State and snapshot, the snapshot running fastest. */
interface Tallies {
  /** Cells with a value that counts, and cells asked. */
  counts: Uint16Array;
  asked: Uint16Array;
  /** 1 where a cell is silent: "?", blank or not coded. */
  isSilent: Uint8Array;
}

function tally({ cells, states: all, columns, snapshots }: Cube, counted: Counted): Tallies {
  const size = all.length * snapshots.length;
  const [counts, asked, isSilent] = [new Uint16Array(size), new Uint16Array(size), new Uint8Array(size)];
  const counts1 = Uint8Array.from(cubeValues, (value) => (value !== "" && counted.values.includes(value) ? 1 : 0));
  const silent1 = Uint8Array.from(cubeValues, (_, place) => (silences.includes(place) ? 1 : 0));
  for (let state = 0; state < all.length; state += 1)
    for (let column = 0; column < columns.length; column += 1) {
      if (counted.columns[column] === 0) continue;
      const first = (state * columns.length + column) * snapshots.length;
      for (let snapshot = 0; snapshot < snapshots.length; snapshot += 1) {
        const value = cells[first + snapshot]!;
        if (value === 0) continue;
        const at = state * snapshots.length + snapshot;
        asked[at]! += 1;
        counts[at]! += counts1[value]!;
        isSilent[at]! |= silent1[value]!;
      }
    }
  return { counts, asked, isSilent };
}

/** One figure of some Member States. A State without a published matrix is as unknown as one whose cells are silent. */
function pointOf(
  cube: Cube,
  { counts, asked, isSilent }: Tallies,
  members: readonly string[],
  { snapshot, place }: { snapshot: string; place: number },
  { unit, base, by, value }: TrendsParams,
): TrendPoint {
  const published = placesOf(cube, members).filter((state) => isPublished(cube, state, place));
  const at = published.map((state) => state * cube.snapshots.length + place);
  if (unit === "cells")
    return { date: snapshot, n: sum(at.map((one) => counts[one]!)), of: sum(at.map((one) => asked[one]!)) };
  const without = base === "all" ? members.length - published.length : 0;
  const isBand = by !== "value" && value.every((one) => one === "X");
  return {
    date: snapshot,
    n: at.filter((one) => counts[one]! > 0).length,
    of: base === "all" ? members.length : published.length,
    ...(isBand && { unknown: at.filter((one) => counts[one] === 0 && isSilent[one] === 1).length + without }),
  };
}

/** Where States stand in the cube; those of whom there is nothing are left out. */
function placesOf(cube: Cube, members: readonly string[]): number[] {
  const wanted = new Set(members);
  return [...cube.states.keys()].filter((state) => wanted.has(cube.states[state]!));
}

function isPublished(cube: Cube, state: number, snapshot: number): boolean {
  return cube.isPublished[state * cube.snapshots.length + snapshot] === 1;
}

function valueAt(cube: Cube, state: number, column: number, snapshot: number): number {
  return cube.cells[(state * cube.columns.length + column) * cube.snapshots.length + snapshot]!;
}

async function metaOf(
  engine: Engine,
  cube: Cube,
  language: Language,
  asOf: string | undefined,
  date: string,
  points: readonly { key: string; n: number; of: number }[],
): Promise<Omit<TrendsMeta, "unit" | "notes">> {
  const { id } = await servedGeneration(engine);
  const series = points.map(({ key, n, of }) => ({ key, label: "", status: cube.status, points: [{ date, n, of }] }));
  return {
    measure: "matrix",
    ...factsOf(cube, language, asOf),
    checksum: checksumOf(series),
    generation: id,
    disclaimer,
  };
}

function factsOf(cube: Cube, language: Language, asOf = cube.days.at(-1) ?? "") {
  return { status: cube.status, source: sourceOf(cube, language), asOf, published: publishedIn(cube) };
}

function sourceOf({ status }: Cube, language: Language): string {
  return figureNote(status === "demonstration" ? "source-matrix-demonstration" : "source-matrix", language);
}

/** States with a published matrix of the newest snapshot, of all Member States of its day. */
function publishedIn(cube: Cube): { n: number; of: number } {
  const newest = cube.snapshots.length - 1;
  return {
    n: [...cube.states.keys()].filter((state) => isPublished(cube, state, newest)).length,
    of: membersOn(cube.days[newest] ?? "").length,
  };
}

function unitOf({ unit, by, value, language }: TrendsParams): string {
  const isOfValue = by === "value" || value.some((one) => one !== "X");
  return figureNote(`unit-matrix-${unit}${isOfValue ? "-value" : ""}`, language);
}

function notesOf(cube: Cube, { obligation, language }: Pick<TrendsParams, "obligation" | "language">): string[] {
  const { n, of } = publishedIn(cube);
  return [
    figureNote("matrix-published", language, { count: n, value: String(of) }),
    ...(obligation.length === 0 ? [figureNote("matrix-obligations-only", language)] : []),
  ];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
