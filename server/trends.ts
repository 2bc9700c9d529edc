import { disclaimer } from "#domain/disclaimer.ts";
import type { Measure, TrendsAnswer, TrendsParams } from "#domain/trends.ts";
import { checksumOf, type Figures } from "./figures.ts";
import { servedGeneration } from "./generation.ts";
import { HttpError } from "./http-error.ts";
import type { Engine } from "./searching.ts";
import { legislationFigures } from "./trends-legislation.ts";
import { firstReportFigures, publishedTotals } from "./trends-published.ts";
import { treatyFigures } from "./trends-treaties.ts";

const figuresOf: Record<Measure, (engine: Engine, params: TrendsParams) => Figures | Promise<Figures>> = {
  treaties: treatyFigures,
  legislation: legislationFigures,
  firstReports: (_engine, params) => firstReportFigures(params),
  published: (_engine, params) => publishedTotals(params),
  matrix: () => {
    throw new HttpError(404, "No matrices are loaded.");
  },
};

/** Figures over time, each with its date and denominator, and what belongs to them in words. */
export async function readTrends(engine: Engine, params: TrendsParams): Promise<TrendsAnswer> {
  const [{ series, meta }, generation] = await Promise.all([
    figuresOf[params.measure](engine, params),
    servedGeneration(engine),
  ]);
  return {
    series,
    meta: { measure: params.measure, ...meta, checksum: checksumOf(series), generation: generation.id, disclaimer },
  };
}
