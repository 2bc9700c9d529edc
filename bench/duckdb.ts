import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Counter } from "#mappings/matrix-counts.ts";
import { cellColumns, countInSql, type CellRow, type SqlRow } from "./matrix-cells.ts";

/** What is used of its package, which is no dependency of ours: 70 MB for one comparison. */
interface DuckDB {
  DuckDBInstance: {
    create: (
      path: string,
      options: Record<string, string>,
    ) => Promise<{
      connect: () => Promise<{
        run: (statement: string) => Promise<unknown>;
        runAndReadAll: (statement: string) => Promise<{ getRows: () => SqlRow[] }>;
        closeSync: () => void;
      }>;
    }>;
  };
}

/**
 * DuckDB in this process with the cells in memory, each column an enumeration, on two threads.
 * @returns undefined where it is not installed (`npm install --no-save @duckdb/node-api`)
 */
export async function openDuckDB(
  cells: CellRow[],
  folder: string,
): Promise<{ count: Counter; stop: () => Promise<void> } | undefined> {
  const name: string = "@duckdb/node-api";
  const duckdb = (await import(name).catch(() => undefined)) as DuckDB | undefined;
  if (duckdb === undefined) return undefined;
  const file = join(folder, "duckdb.csv");
  await writeFile(file, cells.map((cell) => cellColumns.map((column) => cell[column]).join(",")).join("\n"));
  const instance = await duckdb.DuckDBInstance.create(":memory:", { threads: "2" });
  const connection = await instance.connect();
  const names = cellColumns.map((column) => `'${column}': 'VARCHAR'`).join(", ");
  await connection.run(`create table read as from read_csv('${file}', header = false, columns = {${names}})`);
  for (const column of cellColumns)
    await connection.run(`create type ${column}_names as enum (select distinct ${column} from read order by 1)`);
  await connection.run(
    `create table cells as select ${cellColumns.map((column) => `${column}::${column}_names as ${column}`).join(", ")} from read order by obligation, weapon, facet`,
  );
  return {
    count: countInSql(async (statements) => {
      const answers: SqlRow[][] = [];
      for (const statement of statements) answers.push((await connection.runAndReadAll(statement)).getRows());
      return answers;
    }),
    stop: async () => connection.closeSync(),
  };
}
