import type { MatrixCell, MatrixCube } from "#domain/matrices.ts";
import { kept, keyword } from "./fields.ts";
import type { IndexDefinition } from "./index-definition.ts";

/** A cell of a published matrix as it is indexed; its id is that of the document. */
export type IndexedCell = Omit<MatrixCell, "id" | "published">;

/** One document a cell of a State's matrix in a snapshot. */
export const matricesIndex: IndexDefinition<IndexedCell> = {
  name: "matrices",
  settings: { number_of_shards: 1, auto_expand_replicas: "0-1" },
  fields: {
    state: keyword,
    template: kept,
    row: kept,
    obligation: keyword,
    weapon: keyword,
    facet: keyword,
    snapshot: keyword,
    value: keyword,
    basis: kept,
    sources: kept,
    remark: kept,
    review: kept,
    date: kept,
    demonstration: { type: "boolean", index: false, doc_values: false },
  },
};

/** One document: all published cells as one array, built with the cells and swapped with them. */
export const matrixCubeIndex: IndexDefinition<MatrixCube> = {
  name: "matrices-cube",
  settings: { number_of_shards: 1, auto_expand_replicas: "0-1" },
  fields: {
    states: kept,
    columns: kept,
    obligations: kept,
    snapshots: kept,
    days: kept,
    demonstration: { type: "boolean", index: false, doc_values: false },
    cells: { type: "binary" },
  },
};
