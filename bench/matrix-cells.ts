import { cellValues, type CellValue } from "#domain/matrices.ts";
import type { CubeAnswer } from "#domain/trends.ts";
import type { Count, Counter, Wanted } from "#mappings/matrix-counts.ts";

/** A published cell, as a row of a table. */
export interface CellRow {
  state: string;
  obligation: string;
  weapon: string;
  facet: string;
  snapshot: string;
  value: CellValue;
}

/** The columns of such a table. */
export const cellColumns = ["state", "obligation", "weapon", "facet", "snapshot", "value"] as const;

/** Every cell of the cube that the API sends. */
export function cellsOf({ axes, values, cells: encoded }: CubeAnswer): CellRow[] {
  const bytes = Buffer.from(encoded, "base64");
  const [states, columns, snapshots] = axesOf(axes);
  const rows: CellRow[] = [];
  for (const [place, code] of bytes.entries()) {
    if (code === 0) continue;
    const column = columns[Math.floor(place / snapshots.length) % columns.length]!;
    rows.push({
      state: states[Math.floor(place / snapshots.length / columns.length)]!,
      ...column,
      snapshot: snapshots[place % snapshots.length]!,
      value: values[code] as CellValue,
    });
  }
  return rows;
}

/** Counts by going through the bytes of the cube, in this process. */
export function countInCube({ axes, values, cells: encoded }: CubeAnswer): Counter {
  const bytes = Buffer.from(encoded, "base64");
  const [states, columns, snapshots] = axesOf(axes);
  const places = cellValues.map((value) => values.indexOf(value));
  return async (wanted) =>
    wanted.map((cells) => {
      const isWanted = columns.map((column) => isAmong(column, cells));
      const counts = new Uint32Array(snapshots.length * values.length);
      const found: Count[] = [];
      for (const [state, iso3] of states.entries()) {
        counts.fill(0);
        for (let column = 0; column < columns.length; column += 1) {
          if (!isWanted[column]) continue;
          const first = (state * columns.length + column) * snapshots.length;
          for (let snapshot = 0; snapshot < snapshots.length; snapshot += 1)
            counts[snapshot * values.length + bytes[first + snapshot]!]! += 1;
        }
        for (const [place, snapshot] of snapshots.entries()) {
          if (snapshot < cells.from || snapshot > cells.to) continue;
          for (const [at, value] of cellValues.entries()) {
            const n = counts[place * values.length + places[at]!]!;
            if (n > 0) found.push({ snapshot, state: iso3, value, n });
          }
        }
      }
      return found;
    });
}

/** A row of an answer; its number as a library has it, or as text. */
export type SqlRow = [snapshot: string, state: string, value: string, n: number | bigint | string];

/** Counts with SQL over a table `cells`; `ask` gives rows of snapshot, State, value and number. */
export function countInSql(ask: (statements: string[]) => Promise<SqlRow[][]>): Counter {
  const listed = (names: readonly string[]) => names.map((name) => `'${name}'`).join(", ");
  return async (wanted) => {
    const answers = await ask(
      wanted.map(({ obligations, weapons, facets, from, to }) =>
        [
          "select snapshot, state, value, count(*) from cells",
          `where snapshot between '${from}' and '${to}' and obligation in (${listed(obligations)})`,
          ...(weapons.length > 0 ? [`and weapon in (${listed(weapons)})`] : []),
          ...(facets.length > 0 ? [`and facet in (${listed(facets)})`] : []),
          "group by 1, 2, 3",
        ].join(" "),
      ),
    );
    return answers.map((rows) =>
      rows.map(([snapshot, state, value, n]) => ({ snapshot, state, value: value as CellValue, n: Number(n) })),
    );
  };
}

type Column = Pick<CellRow, "obligation" | "weapon" | "facet">;

function axesOf(axes: CubeAnswer["axes"]): [string[], Column[], string[]] {
  const [states, columns, snapshots] = ["state", "column", "snapshot"].map((name) =>
    axes.find((axis) => axis.name === name)!,
  );
  return [
    states!.keys,
    // `OP2.05-CW-framework`: row, weapon, facet.
    columns!.keys.map((key, place) => {
      const [, weapon = "", facet = ""] = key.split("-");
      return { obligation: columns!.obligations![place]!, weapon, facet };
    }),
    snapshots!.keys,
  ];
}

function isAmong({ obligation, weapon, facet }: Column, { obligations, weapons, facets }: Wanted): boolean {
  return (
    obligations.includes(obligation) &&
    (weapons.length === 0 || weapons.includes(weapon)) &&
    (facets.length === 0 || facets.includes(facet))
  );
}
