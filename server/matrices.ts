import { disclaimer } from "#domain/disclaimer.ts";
import type { MatrixAnswer, MatrixParams } from "#domain/matrices.ts";
import { obligations } from "#data/obligations.ts";
import { figureNote } from "#data/figure-notes.ts";
import { columnsOf, templates } from "#data/matrix-rows.ts";
import { states } from "#data/states.ts";
import type { IndexedCell } from "#mappings/matrices.ts";
import { servedGeneration } from "./generation.ts";
import { HttpError } from "./http-error.ts";
import { ask, type Engine } from "./searching.ts";

/**
 * A State's published matrix, each cell with its value and sources.
 * @throws HttpError 404 where there is no such State, or none of its matrices is published
 */
export async function readMatrix(engine: Engine, iso3: string, params: MatrixParams): Promise<MatrixAnswer> {
  const { snapshot, language } = params;
  const state = states.get(iso3.toUpperCase());
  if (state === undefined) throw new HttpError(404, `There is no Member State with the code ${iso3}.`);
  const ofState = { term: { state: state.iso3 } };
  const [generation, listed] = await Promise.all([
    servedGeneration(engine),
    ask<never, { snapshots: { buckets: { key: string }[] } }>(engine, {
      index: "matrices",
      size: 0,
      track_total_hits: false,
      query: ofState,
      aggregations: { snapshots: { terms: { field: "snapshot", size: 100, order: { _key: "asc" } } } },
    }),
  ]);
  const snapshots = listed.aggregations?.snapshots.buckets.map(({ key }) => key) ?? [];
  const shown = snapshot ?? snapshots.at(-1);
  if (shown === undefined || !snapshots.includes(shown))
    throw new HttpError(
      404,
      `No matrix of ${state.names[language]} is published${snapshot === undefined ? "" : ` for ${snapshot}`}.${snapshots.length > 0 ? ` There are those of ${snapshots.join(", ")}.` : ""}`,
    );
  const { hits } = await ask<IndexedCell>(engine, {
    index: "matrices",
    size: 1000,
    track_total_hits: false,
    query: { bool: { filter: [ofState, { term: { snapshot: shown } }] } },
  });
  const cellByColumn = new Map(
    hits.hits.map(({ _id: id, _source: cell }) => [
      `${cell!.row}-${cell!.weapon}-${cell!.facet}`,
      { id: id!, ...cell! },
    ]),
  );
  const { template, date, review, demonstration } = hits.hits[0]!._source!;
  const textOf = new Map(templates.get(template)?.map((row) => [row.row, row]));
  return {
    state: state.iso3,
    name: state.names[language],
    snapshot: shown,
    snapshots,
    template,
    date,
    ...(review !== undefined && { review }),
    demonstration,
    cells: columnsOf(template).flatMap(({ key }) => {
      const cell = cellByColumn.get(key);
      if (cell === undefined) return [];
      const { id, row, obligation, weapon, facet, value, basis, sources, remark } = cell;
      return [
        {
          id,
          row,
          obligation,
          weapon,
          facet,
          value,
          ...(basis !== undefined && { basis }),
          sources,
          ...(remark !== undefined && { remark }),
          area: areaOf(obligation),
          label: obligations.get(obligation)!.labels[language],
          text: textOf.get(row)!.text,
          isObligation: textOf.get(row)!.isObligation,
        },
      ];
    }),
    meta: {
      status: demonstration ? "demonstration" : "real",
      source: figureNote(demonstration ? "source-matrix-demonstration" : "source-matrix", language),
      asOf: date,
      generation: generation.id,
      disclaimer,
    },
  };
}

/** The paragraph or area an obligation stands under, as matrices are divided: `OP3D.02.a` → `OP3D`, `OP1.TRT.03` → `OP1.TRT`. */
export function areaOf(code: string): string {
  return /^OP1\.[A-Z]+|^OP\d+[A-D]?/u.exec(code)?.[0] ?? code;
}
