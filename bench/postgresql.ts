import { execFile, spawn } from "node:child_process";
import { chmod, chown, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Counter } from "#mappings/matrix-counts.ts";
import { cellColumns, countInSql, type CellRow, type SqlRow } from "./matrix-cells.ts";

const run = promisify(execFile);

/** PostgreSQL refuses to run as root; this is nobody. */
const nobody = 65_534;

/**
 * A PostgreSQL of its own in a folder, with the cells in an unlogged table and an index that covers it, asked through one open
 * `psql`.
 * @returns undefined where it is not installed (Debian's `postgresql-15`)
 */
export async function startPostgreSQL(
  cells: CellRow[],
  folder: string,
): Promise<{ count: Counter; stop: () => Promise<void> } | undefined> {
  const versions = await readdir("/usr/lib/postgresql").catch((): string[] => []);
  if (versions.length === 0) return undefined;
  const program = (name: string) => join("/usr/lib/postgresql", versions.toSorted().at(-1)!, "bin", name);
  const asUser = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  if ("uid" in asUser) await chown(folder, nobody, nobody);
  const data = join(folder, "postgresql");
  await run(program("initdb"), ["-D", data, "-U", "bench", "--no-sync", "-E", "UTF8", "--locale=C"], asUser);
  const server = spawn(program("postgres"), ["-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off"], {
    ...asUser,
    stdio: "ignore",
  });
  const gone = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const connection = ["-h", folder, "-U", "bench", "-d", "postgres", "-XAtq", "-F", ","];
  for (let tries = 0; tries < 300; tries += 1) {
    const isReady = await run(program("pg_isready"), ["-h", folder, "-t", "1"]).then(
      () => true,
      () => false,
    );
    if (isReady) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const file = join(folder, "postgresql.csv");
  await writeFile(file, cells.map((cell) => cellColumns.map((column) => cell[column]).join(",")).join("\n"));
  await chmod(file, 0o644);
  for (const statement of [
    `create unlogged table cells (${cellColumns.map((column) => `${column} text not null`).join(", ")})`,
    `copy cells from '${file}' (format csv)`,
    "create index on cells (obligation, weapon, facet, snapshot) include (state, value)",
    "vacuum analyze cells",
  ])
    await run("psql", [...connection, "-c", statement]);
  // Into a pipe psql writes when its buffer is full; line by line it answers each question at once.
  const session = spawn("stdbuf", ["-oL", "psql", ...connection], { stdio: ["pipe", "pipe", "inherit"] });
  let read = "";
  let onRead: () => void = () => undefined;
  session.stdout.setEncoding("utf8").on("data", (text: string) => {
    read += text;
    onRead();
  });
  const answer = (statements: string[]) =>
    new Promise<SqlRow[][]>((resolve) => {
      onRead = () => {
        const parts = read.split("done\n");
        if (parts.length <= statements.length) return;
        read = "";
        resolve(
          parts
            .slice(0, -1)
            .map((part) =>
              part.split("\n").flatMap((line) => (line === "" ? [] : [line.split(",") as unknown as SqlRow])),
            ),
        );
      };
      session.stdin.write(statements.map((statement) => `${statement};\nselect 'done';\n`).join(""));
    });
  return {
    count: countInSql(answer),
    stop: async () => {
      session.stdin.end();
      server.kill("SIGINT"); // its fast way to stop
      await gone;
    },
  };
}
