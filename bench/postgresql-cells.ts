import type { Counter } from "#mappings/matrix-counts.ts";
import { cellColumns, countInSql, type CellRow, type SqlRow } from "./matrix-cells.ts";
import { startPostgresql } from "./postgresql.ts";
import { inBatches, literal } from "./rival.ts";

/**
 * A PostgreSQL with the cells in an unlogged table and an index that covers it.
 * @returns undefined where it is not installed (Debian's `postgresql-15`)
 */
export async function startPostgresqlCells(
  cells: CellRow[],
): Promise<{ count: Counter; stop: () => Promise<void> } | undefined> {
  const postgresql = await startPostgresql(1);
  if (postgresql === undefined) return undefined;
  const { ask, stop } = postgresql;
  await ask(`create unlogged table cells (${cellColumns.map((column) => `${column} text not null`).join(", ")});`);
  for (const batch of inBatches(cells, 5000))
    await ask(
      `insert into cells values ${batch.map((cell) => `(${cellColumns.map((column) => literal(cell[column])).join(",")})`).join(",")};`,
    );
  await ask("create index on cells (obligation, weapon, facet, snapshot) include (state, value);");
  await ask("vacuum analyze cells;");
  const count = countInSql(async (statements) => {
    const answers: SqlRow[][] = [];
    for (const statement of statements) answers.push(rowsOf(await ask(`${statement};`)));
    return answers;
  });
  return { count, stop };
}

function rowsOf(answer: string): SqlRow[] {
  return answer.split("\n").flatMap((line) => (line === "" ? [] : [line.split(",") as unknown as SqlRow]));
}
