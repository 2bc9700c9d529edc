import { gzipSync } from "node:zlib";
import { allColumns, columnsOf } from "#data/matrix-rows.ts";
import { states } from "#data/states.ts";
import { cubeValues, Matrix, type MatrixCube } from "#domain/matrices.ts";
import { lastDayOf } from "#domain/trends.ts";
import { matricesIndex, matrixCubeIndex, type IndexedCell } from "#mappings/matrices.ts";
import { demonstrationMatrices } from "./demonstration-matrices.ts";
import { readMatrices } from "./read-matrices.ts";
import type { RecordDocument, RecordType } from "./record-type.ts";

/** Matrices of States: a document a cell, and the cube of all that is published. */
export const matrices: RecordType<Matrix> = {
  slug: "matrices",
  schema: Matrix,
  read: readMatrices,
  describe: ({ id, state, snapshot }) => ({
    id,
    title: `Matrix of ${states.get(state)!.names.en}, ${snapshot}`,
    language: "en",
    state,
    address: `/states/${state}#matrix`,
  }),
  isPublic: ({ published }) => published,
  bundled: [],
  demonstration: demonstrationMatrices,
  indices: [matricesIndex, matrixCubeIndex],
  documents: matrixDocuments,
  madeBy: [
    "matrices.ts",
    "demonstration-matrices.ts",
    "../data/matrix-rows.csv",
    "../data/matrix-rows.ts",
    "../data/obligations.csv",
    "../data/membership.csv",
  ],
};

function* matrixDocuments(records: readonly Matrix[]): Generator<RecordDocument> {
  for (const matrix of records) yield* cellDocuments(matrix);
  yield { index: matrixCubeIndex.name, id: "cube", document: cubeOf(records) };
}

/** A document for every cell the template asks, so that silence is counted and not inferred. */
function* cellDocuments(matrix: Matrix): Generator<RecordDocument> {
  const { state, snapshot, template, review, date, demonstration } = matrix;
  const given = new Map(matrix.cells.map((cell) => [cell.column, cell]));
  for (const { key, row, weapon, facet, obligation } of columnsOf(template)) {
    const { value, basis, sources, remark } = given.get(key) ?? uncoded;
    // Written out: spreading some 300,000 of them takes eight times as long.
    const document: IndexedCell = {
      state,
      template,
      row,
      obligation,
      weapon,
      facet,
      snapshot,
      value,
      basis,
      sources,
      remark,
      review,
      date,
      demonstration,
    };
    yield { index: matricesIndex.name, id: `${matrix.id}/${template}/${key}`, document };
  }
}

const uncoded: Matrix["cells"][number] = { column: "", value: "NOT_CODED", sources: [] };

/** All cells of published matrices as one array. */
export function cubeOf(published: readonly Matrix[]): MatrixCube {
  const withMatrix = [...new Set(published.map(({ state }) => state))].toSorted();
  const snapshots = [...new Set(published.map(({ snapshot }) => snapshot))].toSorted();
  const templates = new Set(published.map(({ template }) => template));
  const asked = new Set([...templates].flatMap((template) => columnsOf(template).map(({ key }) => key)));
  const columns = allColumns.filter(({ key }) => asked.has(key));
  const placeOf = new Map(columns.map(({ key }, place) => [key, place]));
  const days = snapshots.map(() => "");
  const cells = new Uint8Array(withMatrix.length * columns.length * snapshots.length);
  for (const matrix of published) {
    const snapshot = snapshots.indexOf(matrix.snapshot);
    const first = withMatrix.indexOf(matrix.state) * columns.length;
    const put = (key: string, value: (typeof cubeValues)[number]) => {
      cells[(first + placeOf.get(key)!) * snapshots.length + snapshot] = cubeValues.indexOf(value);
    };
    for (const { key } of columnsOf(matrix.template)) put(key, "NOT_CODED");
    for (const cell of matrix.cells) put(cell.column, cell.value);
    const day = lastDayOf(matrix.date);
    if (day > days[snapshot]!) days[snapshot] = day;
  }
  return {
    states: withMatrix,
    columns: columns.map(({ key }) => key),
    obligations: columns.map(({ obligation }) => obligation),
    snapshots,
    days,
    demonstration: published.some(({ demonstration }) => demonstration),
    cells: gzipSync(cells, { level: 9 }).toString("base64"),
  };
}
