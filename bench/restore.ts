import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Client } from "@elastic/elasticsearch";
import { readEnvironment } from "#domain/environment.ts";
import { connectConfigured } from "#engine/configured.ts";
import { printMachine, printTable } from "./table.ts";

const run = promisify(execFile);

/** What docs/operating.md tells to back up. */
const keptByBackup = ["library", "records", "feedback.ndjson", "news.ndjson"];

interface Folders {
  laws: string;
  documents: string;
}

/**
 * Loads everything into an empty home; then loses home and indices and brings them back twice: from the backup that
 * docs/operating.md describes, and from nothing but the folders that were loaded. Prints minutes, and whether each
 * index holds the same documents as before, by their digest.
 */
export async function restore({ laws, documents }: Folders): Promise<void> {
  printMachine();
  const environment = readEnvironment(process.env);
  const connection = await connectConfigured(environment, (line) => process.stderr.write(`${line}\n`));
  const folder = await mkdtemp(join(tmpdir(), "compendium-restore-"));
  const drill = async (name: string, steps: (home: string) => Promise<void>) => {
    const home = join(folder, name);
    await mkdir(home);
    const prefix = `restore-${name}`;
    await removeIndices(connection.client, prefix);
    process.stderr.write(`\n${name}\n`);
    const start = performance.now();
    await steps(home);
    await indexer(connection.url, home, prefix, ["bundled"]);
    const minutes = (performance.now() - start) / 60_000;
    const digests = await digestsOf(connection.client, prefix);
    await removeIndices(connection.client, prefix);
    return { minutes, digests };
  };
  const load = async (name: string, home: string) => {
    await indexer(connection.url, home, `restore-${name}`, ["legislation", laws]);
    await indexer(connection.url, home, `restore-${name}`, ["reports", documents]);
  };
  try {
    const archive = join(folder, "backup.tar.gz");
    const before = await drill("before", (home) => load("before", home));
    await backUp(join(folder, "before"), archive);
    await rm(join(folder, "before"), { recursive: true });
    const fromBackup = await drill("from-backup", (home) => unpack(archive, home));
    const fromFolders = await drill("from-folders", (home) => load("from-folders", home));

    console.log(`Backup: ${((await stat(archive)).size / 1e6).toFixed(1)} MB.`);
    printTable(
      "From an empty home until all is served",
      ["", "minutes", "indices", "documents", "indices that differ from before"],
      Object.entries({ before, "from the backup": fromBackup, "from the folders": fromFolders }).map(
        ([home, { minutes, digests }]) => [
          home,
          minutes.toFixed(1),
          digests.size,
          [...digests.values()].reduce((sum, { documents: count }) => sum + count, 0),
          differing(before.digests, digests).join(", ") || 0,
        ],
      ),
    );
  } finally {
    await connection.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function backUp(home: string, archive: string): Promise<void> {
  await run("tar", ["-czf", archive, "-C", home, ...keptByBackup.filter((name) => existsSync(join(home, name)))]);
}

async function unpack(archive: string, home: string): Promise<void> {
  await run("tar", ["-xzf", archive, "-C", home]);
}

/** Runs one command of the indexer, its progress on stderr; rejects are no failure here. */
async function indexer(url: string, home: string, prefix: string, args: string[]): Promise<void> {
  const child = spawn(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), join(import.meta.dirname, "../indexer/main.ts"), ...args],
    {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, ELASTICSEARCH_URL: url, COMPENDIUM_HOME: home, INDEX_PREFIX: prefix },
    },
  );
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  if (code !== 0 && code !== 3)
    throw new Error(`"${args.join(" ")}" ended with ${String(code)}; the lines above say why.`);
}

interface Digest {
  documents: number;
  sha256: string;
}

/** Of every index that is served, by name: its documents, each with its id, in whatever order. */
async function digestsOf(elasticsearch: Client, prefix: string): Promise<Map<string, Digest>> {
  const digests = new Map<string, Digest>();
  for (const [index, { aliases }] of Object.entries(await elasticsearch.indices.getAlias({ index: `${prefix}-*` }))) {
    const [alias] = Object.keys(aliases);
    if (alias === undefined) continue; // kept for going back
    const hashes: string[] = [];
    const hits = elasticsearch.helpers.scrollSearch<object>({ index, size: 2000, sort: "_doc" });
    for await (const { body } of hits)
      for (const { _id: id, _source: source } of body.hits.hits) hashes.push(hashOf(JSON.stringify([id, source])));
    digests.set(alias.slice(prefix.length + 1), {
      documents: hashes.length,
      sha256: hashOf(hashes.toSorted().join("\n")),
    });
  }
  return digests;
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function differing(one: ReadonlyMap<string, Digest>, other: ReadonlyMap<string, Digest>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (name) => one.get(name)?.sha256 !== other.get(name)?.sha256,
  );
}

async function removeIndices(elasticsearch: Client, prefix: string): Promise<void> {
  const indices = Object.keys(await elasticsearch.indices.get({ index: `${prefix}-*` }));
  if (indices.length > 0) await elasticsearch.indices.delete({ index: indices });
}
