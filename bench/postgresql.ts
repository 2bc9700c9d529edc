import { execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { chown, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { converse, stopped, type Conversation } from "./command-line.ts";
import { versionOf } from "./rival.ts";

/** A PostgreSQL of its own in a folder of its own, which ends with it, asked by so many at once; undefined where none is installed. */
export async function startPostgresql(clients: number): Promise<(Conversation & { version: string }) | undefined> {
  const programs = newestPrograms();
  if (programs === undefined) return undefined;
  const folder = await mkdtemp(join(tmpdir(), "compendium-postgresql-"));
  const owner = await ownerOf(folder);
  const data = join(folder, "data");
  execFileSync(
    join(programs, "initdb"),
    ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"],
    {
      stdio: "ignore",
      ...owner,
    },
  );
  const settings = {
    listen_addresses: "",
    unix_socket_directories: folder,
    shared_buffers: "512MB",
    work_mem: "64MB",
    // It would tell of every question that holds nothing but little words.
    client_min_messages: "warning",
    // It compiles a question for longer than it takes to answer it.
    jit: "off",
  };
  const server = spawn(
    join(programs, "postgres"),
    ["-D", data, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    { stdio: "ignore", ...owner },
  );
  while (server.exitCode === null && !existsSync(join(folder, ".s.PGSQL.5432"))) await sleep(50);
  const shells = converse(
    clients,
    join(programs, "psql"),
    ["-XqAt", "-F", ",", "-v", "ON_ERROR_STOP=1", "-h", folder, "-U", "postgres", "postgres"],
    (line) => `\\echo ${line}`,
  );
  return {
    version: versionOf(join(programs, "postgres"))!,
    ask: shells.ask,
    stop: async () => {
      await shells.stop();
      await stopped(server, "SIGINT");
      await rm(folder, { recursive: true });
    },
  };
}

/** Debian keeps the programs of each version in a folder of its own. */
function newestPrograms(): string | undefined {
  const versions = existsSync("/usr/lib/postgresql") ? readdirSync("/usr/lib/postgresql") : [];
  const newest = versions.toSorted((one, other) => Number(other) - Number(one))[0];
  return newest === undefined ? undefined : join("/usr/lib/postgresql", newest, "bin");
}

/** PostgreSQL refuses to run as root: there, it is the user that its package made. */
async function ownerOf(folder: string): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const number = (option: string) => Number(execFileSync("id", [option, "postgres"], { encoding: "utf8" }));
  const [uid, gid] = [number("-u"), number("-g")];
  await chown(folder, uid, gid);
  return { uid, gid };
}
