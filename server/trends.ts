import { disclaimer } from "#domain/disclaimer.ts";
import type { Measure, TrendsAnswer, TrendsParams } from "#domain/trends.ts";
import { checksumOf, type Figures } from "./figures.ts";
import { servedGeneration } from "./generation.ts";
import { HttpError } from "./http-error.ts";
import type { Engine } from "./searching.ts";
import { matrixFigures } from "./trends-matrix.ts";
import { treatyFigures } from "./trends-treaties.ts";

const figuresOf: Partial<Record<Measure, (engine: Engine, params: TrendsParams) => Promise<Figures>>> = {
  treaties: treatyFigures,
  matrix: matrixFigures,
};

/** Figures over time, each with its date and denominator, and what belongs to them in words. */
export async function readTrends(engine: Engine, params: TrendsParams): Promise<TrendsAnswer> {
  const figures = figuresOf[params.measure];
  if (figures === undefined) throw new HttpError(404, "No matrices are loaded.");
  const [{ series, meta }, generation] = await Promise.all([figures(engine, params), servedGeneration(engine)]);
  return {
    series,
    meta: { measure: params.measure, ...meta, checksum: checksumOf(series), generation: generation.id, disclaimer },
  };
}
