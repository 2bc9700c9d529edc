import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@elastic/elasticsearch";
import { inject } from "vitest";
import { alone } from "#engine/lock.ts";
import { build } from "#indexer/build.ts";
import { buildRecords } from "#indexer/build-records.ts";
import { generations, serve } from "#indexer/generations.ts";
import { Library } from "#indexer/library.ts";
import { readLegislation, type Account } from "#indexer/read-legislation.ts";
import type { RecordType } from "#indexer/record-type.ts";
import { loadRecords } from "#indexer/load-records.ts";
import { reports } from "#indexer/reports.ts";

/** The small laws of our own that tests load. */
export const sampleLaws = join(import.meta.dirname, "../input/legislation");

/** The small documents of our own that tests load. */
export const sampleReports = join(import.meta.dirname, "../input/reports");

/** The Elasticsearch of this test run. */
export function testElasticsearch(): Client {
  const apiKey = process.env["ELASTICSEARCH_API_KEY"];
  return new Client({
    nodes: inject("elasticsearchUrl").split(","),
    redaction: { type: "off" },
    ...(apiKey && { auth: { apiKey } }),
  });
}

/** Loads a folder of laws under a prefix of the test's own; the samples once a test run. */
export async function loadLaws(elasticsearch: Client, prefix: string, folder = sampleLaws): Promise<Account> {
  const load = (under: string) => buildLaws(elasticsearch, under, folder);
  return folder === sampleLaws ? loadShared(elasticsearch, prefix, "sample-laws", load) : load(prefix);
}

/**
 * Loads what several files need once a test run, under a prefix of its own, and copies its indices for each file, which is a
 * fifth of the work.
 * @param name of what is loaded
 * @param load loads it under a prefix, and gives what the files are to know of it, as JSON has it
 */
export async function loadShared<Result>(
  elasticsearch: Client,
  prefix: string,
  name: string,
  load: (prefix: string) => Promise<Result>,
): Promise<Result> {
  const shared = `${inject("shared").prefix}-${name}`;
  const result = await onceARun(name, async () => {
    const loaded = await load(shared);
    const index = (await generations(elasticsearch, shared)).map((original) => original.index).join(",");
    await elasticsearch.indices.addBlock({ index, block: "write" });
    return loaded;
  });
  const originals = (await generations(elasticsearch, shared)).filter(({ serving }) => serving);
  const copies = originals.map((original) => ({
    ...original,
    index: original.index.replace(shared, prefix),
    alias: original.alias.replace(shared, prefix),
  }));
  await Promise.all(
    originals.map(({ index }, place) =>
      elasticsearch.indices.clone(
        { index, target: copies[place]!.index, settings: { "index.blocks.write": null } },
        { requestTimeout: 120_000 },
      ),
    ),
  );
  await serve(elasticsearch, prefix, copies);
  return result;
}

/** Does a work for the first file of a test run that asks, and gives the others what came of it, as JSON has it. */
async function onceARun<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const { folder } = inject("shared");
  await mkdir(folder, { recursive: true });
  return alone(
    join(folder, `${name}.lock`),
    () => undefined,
    async () => {
      const done = join(folder, `${name}.json`);
      if (existsSync(done)) return JSON.parse(await readFile(done, "utf8")) as Result;
      const result = await work();
      await writeFile(done, JSON.stringify(result ?? null));
      return result;
    },
  );
}

/** Reads and builds as the command does, in a home that is removed again. */
async function buildLaws(elasticsearch: Client, prefix: string, folder: string): Promise<Account> {
  const home = await mkdtemp(join(tmpdir(), "compendium-test-"));
  try {
    const library = new Library(home);
    const signal = new AbortController().signal;
    const account = await readLegislation(folder, library, {
      source: "samples",
      defaults: {},
      dryRun: false,
      signal,
      check: () => undefined,
    });
    await build(elasticsearch, library, { prefix, all: false, signal, log: () => undefined });
    return account;
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** Loads a folder of documents beside those of the register, likewise. */
export async function loadReports(elasticsearch: Client, prefix: string): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), "compendium-test-"));
  try {
    const options = { source: "samples", given: {}, dryRun: false, check: () => undefined };
    await loadRecords(reports, home, sampleReports, options);
    const signal = new AbortController().signal;
    await buildRecords(elasticsearch, home, reports, { prefix, all: false, signal, log: () => undefined });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** Loads the records of a type that ship with the project under a prefix of the test's own. */
export async function loadBundled(elasticsearch: Client, prefix: string, type: RecordType): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), "compendium-test-"));
  try {
    const { signal } = new AbortController();
    await buildRecords(elasticsearch, home, type, { prefix, all: false, signal, log: () => undefined });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

export async function removeIndices(elasticsearch: Client, prefix: string): Promise<void> {
  for (const { index } of await generations(elasticsearch, prefix))
    await elasticsearch.indices.delete({ index, ignore_unavailable: true });
}
