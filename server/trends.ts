import { disclaimer } from "#domain/disclaimer.ts";
import type { CubeAnswer, CubeParams, Measure, TrendsAnswer, TrendsParams } from "#domain/trends.ts";
import type { Row, Table } from "./export.ts";
import { checksumOf, type Figures } from "./figures.ts";
import { servedGeneration } from "./generation.ts";
import type { Engine } from "./searching.ts";
import { legislationFigures } from "./trends-legislation.ts";
import { matrixCubeAnswer, matrixFigures } from "./trends-matrix.ts";
import { firstReportFigures, publishedTotals } from "./trends-published.ts";
import { treatyCube, treatyFigures } from "./trends-treaties.ts";

const figuresOf: Record<Measure, (engine: Engine, params: TrendsParams) => Figures | Promise<Figures>> = {
  treaties: treatyFigures,
  legislation: legislationFigures,
  firstReports: (_engine, params) => firstReportFigures(params),
  published: (_engine, params) => publishedTotals(params),
  matrix: matrixFigures,
};

/** Figures over time, each with its date and denominator, and what belongs to them in words. */
export async function readTrends(engine: Engine, params: TrendsParams): Promise<TrendsAnswer> {
  return (await countTrends(engine, params)).answer;
}

/** The answer, and the hash of the records it was counted from. */
export async function countTrends(
  engine: Engine,
  params: TrendsParams,
): Promise<{ answer: TrendsAnswer; inputs: string }> {
  const [{ series, meta, inputs }, { id }] = await Promise.all([
    figuresOf[params.measure](engine, params),
    servedGeneration(engine),
  ]);
  const { measure } = params;
  return {
    answer: { series, meta: { measure, ...meta, checksum: checksumOf(series), generation: id, disclaimer } },
    inputs,
  };
}

/** The same figures, one row a point. */
export async function trendsTable(engine: Engine, params: TrendsParams): Promise<Table> {
  return tableOf(await readTrends(engine, params));
}

export function tableOf({ series, meta }: TrendsAnswer): Table & { rows: Row[] } {
  const rows = series.flatMap(({ key, label, status, points }) =>
    points.map(({ date, n = "", of = "", unknown = "", note = "", source = meta.source, mark = "" }) => ({
      key,
      label,
      date,
      n,
      of,
      unknown,
      note,
      source,
      mark,
      status,
    })),
  );
  return {
    name: "trends",
    total: rows.length,
    columns: ["key", "label", "date", "n", "of", "unknown", "note", "source", "mark", "status"],
    rows,
    facts: { measure: meta.measure, unit: meta.unit, notes: meta.notes.join(" "), checksum: meta.checksum },
    asOf: meta.asOf,
  };
}

/** A whole measure as one typed array. */
export async function readCube(engine: Engine, { measure }: CubeParams): Promise<CubeAnswer> {
  const [cube, generation] = await Promise.all([
    measure === "matrix" ? matrixCubeAnswer(engine) : treatyCube(engine),
    servedGeneration(engine),
  ]);
  return { measure, ...cube, meta: { ...cube.meta, generation: generation.id, disclaimer } };
}
