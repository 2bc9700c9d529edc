import { gunzipSync } from "node:zlib";
import { allColumns, type MatrixColumn } from "#data/matrix-rows.ts";
import { cubeValues, type MatrixCube } from "#domain/matrices.ts";
import type { DataStatus } from "#domain/trends.ts";
import { servedGeneration } from "./generation.ts";
import { HttpError } from "./http-error.ts";
import { ask, type Engine } from "./searching.ts";

/** All published matrices in memory. */
export interface Cube {
  states: readonly string[];
  columns: readonly MatrixColumn[];
  snapshots: readonly string[];
  /** The day of the newest published matrix of each snapshot. */
  days: readonly string[];
  status: DataStatus;
  /** One byte a cell, the snapshot running fastest, then the column, then the State: places in `cubeValues`. */
  cells: Uint8Array;
  /** One byte for each State and snapshot, the snapshot running fastest: 1 where a matrix is published. */
  isPublished: Uint8Array;
}

const cubes = new WeakMap<Engine, { builtAt: string; cube: Promise<Cube> }>();

/**
 * The cube of the generation served now, read once for each.
 * @throws HttpError 404 when there is none
 */
export async function matrixCube(engine: Engine): Promise<Cube> {
  const builtAt = (await servedGeneration(engine)).builtAt.get("matrices-cube");
  if (builtAt === undefined) throw new HttpError(404, "No matrices are loaded.");
  const held = cubes.get(engine);
  if (held?.builtAt === builtAt) return held.cube;
  const cube = readCube(engine);
  cubes.set(engine, { builtAt, cube });
  cube.catch(() => cubes.delete(engine));
  return cube;
}

async function readCube(engine: Engine): Promise<Cube> {
  const { hits } = await ask<MatrixCube>(engine, { index: "matrices-cube", size: 1 });
  const document = hits.hits[0]?._source;
  if (document === undefined) throw new HttpError(404, "No matrices are loaded.");
  const columnByKey = new Map(allColumns.map((column) => [column.key, column]));
  const { states, snapshots, days, demonstration } = document;
  const cells = gunzipSync(Buffer.from(document.cells, "base64"));
  const perState = document.columns.length * snapshots.length;
  const isPublished = new Uint8Array(states.length * snapshots.length);
  for (const [place, value] of cells.entries())
    if (value !== 0) isPublished[Math.floor(place / perState) * snapshots.length + (place % snapshots.length)] = 1;
  return {
    states,
    columns: document.columns.map((key, place) => ({
      ...columnByKey.get(key)!,
      obligation: document.obligations[place]!,
    })),
    snapshots,
    days,
    status: demonstration ? "demonstration" : "real",
    cells,
    isPublished,
  };
}

/** Places in `cubeValues` of what says that nothing is known: neither a measure nor that none is needed. */
export const silences = [cubeValues.indexOf("Q"), cubeValues.indexOf("BLANK"), cubeValues.indexOf("NOT_CODED")];
