import { cellValues } from "#domain/matrices.ts";
import type { HeatMapParams, TrendChangesParams, TrendsMeta } from "#domain/trends.ts";
import type { Row, Table } from "./export.ts";
import type { Engine } from "./searching.ts";
import { matrixChanges, matrixHeatMap } from "./trends-matrix.ts";

/** Areas by region at one date, one row a cell: States with a measure recorded, of those there are, and cells by answer. */
export async function heatMapTable(engine: Engine, params: HeatMapParams): Promise<Table> {
  const { date, rows, columns, cells, meta } = await matrixHeatMap(engine, params);
  const lines = rows.flatMap(({ key, label }, row) =>
    columns.map((column, place): Row => ({
      key,
      label,
      region: column.key,
      region_label: column.label,
      date,
      n: cells[row]![place]!.n,
      of: column.of,
      ...Object.fromEntries(cellValues.map((value) => [value, cells[row]![place]!.values[value] ?? 0])),
      source: meta.source,
      status: meta.status,
    })),
  );
  const columnNames = ["key", "label", "region", "region_label", "date", "n", "of", ...cellValues, "source", "status"];
  return { name: "heat-map", total: lines.length, columns: columnNames, rows: lines, ...factsOf(meta) };
}

/** What changed between two snapshots, one row for each area and pair of answers, with the States that moved. */
export async function trendChangesTable(engine: Engine, params: TrendChangesParams): Promise<Table> {
  const { areas, meta } = await matrixChanges(engine, params);
  const lines = areas.flatMap(({ code, label, moves }) =>
    moves.map(({ from, to, cells, states }): Row => ({
      key: code,
      label,
      snapshot_from: params.from,
      snapshot_to: params.to,
      from,
      to,
      cells,
      states,
      source: meta.source,
      status: meta.status,
    })),
  );
  const columns = ["key", "label", "snapshot_from", "snapshot_to", "from", "to", "cells", "states", "source", "status"];
  return { name: "changes", total: lines.length, columns, rows: lines, ...factsOf(meta) };
}

function factsOf({ measure, unit, notes, checksum, asOf }: TrendsMeta): Required<Pick<Table, "facts" | "asOf">> {
  return { facts: { measure, unit, notes: notes.join(" "), checksum }, asOf };
}
