import type { Language } from "#domain/languages.ts";
import { cellValues, cubeValues, type CellValue } from "#domain/matrices.ts";
import type { MatricesOfRegion, MatrixOfState } from "#domain/profiles.ts";
import { figureNote } from "#data/figure-notes.ts";
import { obligations } from "#data/obligations.ts";
import { servedGeneration } from "./generation.ts";
import { HttpError } from "./http-error.ts";
import { areaOf, readMatrix } from "./matrices.ts";
import { matrixCube, type Cube } from "./matrix-cube.ts";
import type { Engine } from "./searching.ts";

type Areas = NonNullable<MatrixOfState["matrix"]>["areas"];

/** The newest published matrix of a State, its cells counted by area and value. */
export async function matrixOfState(engine: Engine, iso3: string, language: Language): Promise<MatrixOfState> {
  const asOf = (await servedGeneration(engine)).builtAt.get("matrices");
  if (asOf === undefined) return {};
  const answer = await readMatrix(engine, iso3, { language }).catch(ifPublished);
  if (answer === undefined) return { asOf };
  const { snapshot, date, demonstration, cells, meta } = answer;
  return {
    asOf,
    matrix: { snapshot, date, demonstration, source: meta.source, areas: areasOf(cells, language) },
  };
}

/** The matrices of these States at the newest snapshot, their cells counted by area and value. */
export async function matricesOfRegion(
  engine: Engine,
  members: readonly string[],
  language: Language,
): Promise<MatricesOfRegion> {
  const asOf = (await servedGeneration(engine)).builtAt.get("matrices");
  const cube = await matrixCube(engine).catch(ifPublished);
  if (asOf === undefined || cube === undefined || cube.snapshots.length === 0)
    return { ...(asOf !== undefined && { asOf }) };
  const last = cube.snapshots.length - 1;
  const places = [...cube.states.entries()].flatMap(([place, iso3]) =>
    members.includes(iso3) && cube.isPublished[place * cube.snapshots.length + last] === 1 ? [place] : [],
  );
  if (places.length === 0) return { asOf };
  const demonstration = cube.status === "demonstration";
  return {
    asOf,
    matrices: {
      snapshot: cube.snapshots[last]!,
      date: cube.days[last]!,
      demonstration,
      source: figureNote(demonstration ? "source-matrix-demonstration" : "source-matrix", language),
      published: places.length,
      areas: areasOf(
        places.flatMap((place) => cellsOf(cube, place, last)),
        language,
      ),
    },
  };
}

function cellsOf(cube: Cube, state: number, snapshot: number): { area: string; value: CellValue }[] {
  return cube.columns.flatMap(({ obligation }, column) => {
    const value =
      cubeValues[cube.cells[(state * cube.columns.length + column) * cube.snapshots.length + snapshot] ?? 0] ?? "";
    return value === "" ? [] : [{ area: areaOf(obligation), value }];
  });
}

/** In the order of the resolution; only areas that the matrix asks about. */
function areasOf(cells: readonly { area: string; value: CellValue }[], language: Language): Areas {
  return [...obligations.values()].flatMap(({ code, labels, kind }) => {
    const own = cells.filter(({ area }) => area === code);
    if (own.length === 0) return [];
    const values = Object.fromEntries(
      cellValues.map((value) => [value, own.filter((cell) => cell.value === value).length]),
    ) as Record<CellValue, number>;
    return [{ code, label: labels[language], kind, values }];
  });
}

/** That there is no matrix is an answer, and not an error, on a page about more than matrices. */
function ifPublished(error: unknown): undefined {
  if (error instanceof HttpError && error.status === 404) return undefined;
  throw error;
}
