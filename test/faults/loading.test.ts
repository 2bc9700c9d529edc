import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@elastic/elasticsearch";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { treatyActions } from "#data/treaties.ts";
import { buildRecords } from "#indexer/build-records.ts";
import { createIndex, generations, serveBuilt } from "#indexer/generations.ts";
import { loadRecords } from "#indexer/load-records.ts";
import { treaties } from "#indexer/treaties.ts";
import { runIndexer, startIndexer } from "../support/command.ts";
import { removeIndices, testElasticsearch } from "../support/load.ts";
import { startFaultProxy, type FaultProxy } from "./fault-proxy.ts";
import { record } from "./record.ts";

/** Kill the indexer at each of its requests in turn; without STEPS=all, at a few. */
const everyStep = process.env["STEPS"] === "all";

const prefix = "test-faults-loading";
const elasticsearch = testElasticsearch();
let proxy: FaultProxy;
let throughProxy: Client;
let home: string;
let rows = 300;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "compendium-test-"));
  proxy = await startFaultProxy(inject("elasticsearchUrl").split(",")[0]!);
  throughProxy = new Client({ node: proxy.url, redaction: { type: "off" } });
});

afterEach(() => {
  proxy.fault = () => undefined;
});

afterAll(async () => {
  await throughProxy.close();
  await proxy.stop();
  await removeIndices(elasticsearch, prefix);
  await rm(home, { recursive: true, force: true });
});

/** A table of acts that differ in their days; each call makes it a row longer, so that there is something to build. */
async function longerTable(): Promise<string> {
  rows += 1;
  const table = join(home, "acts.csv");
  const line = (row: number) =>
    `CWC,KEN,signature,${1900 + (row % 100)}-${String(1 + Math.floor(row / 100)).padStart(2, "0")}-01,test,2026-01-01`;
  await writeFile(
    table,
    `treaty,state,act,date,source,sourceAsOf\n${Array.from({ length: rows }, (_, row) => line(row)).join("\n")}\n`,
  );
  return table;
}

async function served() {
  const serving = (await generations(elasticsearch, prefix)).filter((generation) => generation.serving);
  return Promise.all(
    serving.map(async ({ index, complete }) => ({
      index,
      complete,
      documents: (await elasticsearch.count({ index })).count,
    })),
  );
}

/** What is served is whole: one complete generation with as many documents as there are rows, beside those that ship. */
async function expectServed(wanted: number): Promise<void> {
  const serving = await served();
  expect(serving).toHaveLength(1);
  expect(serving[0]).toMatchObject({ complete: true, documents: wanted + treatyActions.length });
}

interface BulkAnswer {
  errors: boolean;
  items: { index: Record<string, unknown> }[];
}

const isBulk = ({ path }: { path: string }) => path.startsWith("/_bulk");

/** Loads and builds as the command does, in this process, with the engine behind the proxy. */
async function load(signal = new AbortController().signal): Promise<void> {
  await loadRecords(treaties, home, await longerTable(), {
    source: "acts",
    given: {},
    dryRun: false,
    check: () => undefined,
  });
  await buildRecords(throughProxy, home, treaties, { prefix, all: false, signal, log: () => undefined });
}

// One story: what is served first is what must still be served, or replaced whole, after each fault.
describe("a load of records, when the engine", { timeout: 120_000 }, () => {
  it("answers well, serves what was sent", async () => {
    await load();
    expect(await served()).toMatchObject([{ complete: true, documents: rows + treatyActions.length }]);
  });

  it("is too busy for some documents, sends those again and loses none", async () => {
    let refusals = 0;
    proxy.fault = (request) =>
      isBulk(request) && refusals++ < 3
        ? {
            kind: "lie",
            change: (answer: BulkAnswer) => ({
              errors: true,
              items: answer.items.map((item, place) =>
                place % 7 === refusals % 7
                  ? {
                      index: {
                        ...item.index,
                        status: 429,
                        error: { type: "es_rejected_execution_exception", reason: "busy" },
                      },
                    }
                  : item,
              ),
            }),
          }
        : undefined;
    await load();
    expect(refusals).toBeGreaterThan(3);
    await expectServed(rows);
  });

  it("takes longer than half a minute to make them searchable, is waited for", async (context) => {
    if (!everyStep) context.skip("it waits half a minute: run it with STEPS=all");
    proxy.fault = ({ path }) => (path.includes("/_refresh") ? { kind: "late", milliseconds: 35_000 } : undefined);
    const table = await longerTable();
    const { code, stderr } = await startIndexer(home, prefix, ["treaties", table], { ELASTICSEARCH_URL: proxy.url })
      .finished;
    expect(code, stderr).toBe(0);
    await expectServed(rows);
  });

  it.each([
    [
      "has no disk left, ends with 75 and says that space is wanted",
      75,
      /free disk space/u,
      { status: 429, error: { type: "cluster_block_exception", reason: "disk usage exceeded flood-stage watermark" } },
    ],
    [
      "has lost a node with a part of the new index, ends with 75",
      75,
      /A part of the new index is gone/u,
      { status: 503, error: { type: "unavailable_shards_exception", reason: "primary shard is not active" } },
    ],
    [
      "refuses a document for good, ends and names it",
      1,
      /refused CWC-/u,
      { status: 400, error: { type: "document_parsing_exception", reason: "failed to parse" } },
    ],
  ])("%s; readers stay on the old data", async (_, exitCode, words, refusal) => {
    const before = await served();
    proxy.fault = (request) =>
      isBulk(request)
        ? {
            kind: "lie",
            change: (answer: BulkAnswer) => ({
              errors: true,
              items: answer.items.map((item, place) => (place === 5 ? { index: { ...item.index, ...refusal } } : item)),
            }),
          }
        : undefined;
    await expect(load()).rejects.toMatchObject({ exitCode, message: expect.stringMatching(words) });
    expect(await served()).toEqual(before);
  });

  it("has lost a document it acknowledged, ends with 4 and swaps nothing", async () => {
    const before = await served();
    proxy.fault = ({ path }) =>
      path.includes("_count")
        ? { kind: "lie", change: (answer: { count: number }) => ({ ...answer, count: answer.count - 1 }) }
        : undefined;
    await expect(load()).rejects.toMatchObject({
      exitCode: 4,
      message: expect.stringContaining("readers stay on the old one"),
    });
    expect(await served()).toEqual(before);
  });

  it("counts only a part of the new index, ends with 75 and swaps nothing", async () => {
    const before = await served();
    proxy.fault = ({ path }) =>
      path.includes("_count")
        ? { kind: "lie", change: (answer: object) => ({ ...answer, _shards: { total: 1, successful: 0, failed: 1 } }) }
        : undefined;
    await expect(load()).rejects.toMatchObject({ exitCode: 75, message: expect.stringContaining("does not answer") });
    expect(await served()).toEqual(before);
  });

  it("goes away during the load, leaves readers the old data, and the next run makes it whole", async () => {
    const before = await served();
    const stop = new AbortController();
    let cut = 0;
    proxy.fault = (request) => {
      if (!isBulk(request) && cut === 0) return undefined;
      cut += 1;
      if (cut > 3) stop.abort(new Error("stopped by hand"));
      return { kind: "cut", after: "request" };
    };
    await expect(load(stop.signal)).rejects.toThrow(/stopped by hand|aborted/u);
    expect(await served()).toEqual(before);
    proxy.fault = () => undefined;
    await load();
    await expectServed(rows);
  });
});

describe("a swap whose answer is lost on its way", { timeout: 60_000 }, () => {
  it("is seen to have been made, and the load ends well", async () => {
    let lost = 0;
    proxy.fault = ({ method, path }) =>
      method === "POST" && path === "/_aliases" && lost++ === 0 ? { kind: "cut", after: "half" } : undefined;
    await load();
    expect(lost).toBeGreaterThan(1);
    await expectServed(rows);
  });
});

describe("an index whose making is not answered", { timeout: 60_000 }, () => {
  it("is the one that is then filled", async () => {
    let lost = 0;
    proxy.fault = ({ method }) => (method === "PUT" && lost++ === 0 ? { kind: "cut", after: "half" } : undefined);
    await load();
    expect(lost).toBeGreaterThan(1);
    await expectServed(rows);
  });
});

describe("several indexers", { timeout: 300_000 }, () => {
  it("at once on one home: one works, the others say so and end with 75", async () => {
    const table = await longerTable();
    const runs = Array.from({ length: everyStep ? 5 : 2 }, () => startIndexer(home, prefix, ["treaties", table]));
    const ended = await Promise.all(runs.map(({ finished }) => finished));
    const losers = ended.filter(({ code }) => code !== 0);
    expect(losers.length).toBeGreaterThan(0);
    expect(losers.length).toBeLessThan(ended.length);
    for (const { code, stderr } of losers)
      expect([code, stderr]).toEqual([75, expect.stringMatching(/Another indexer is at work here \(process \d+\)/u)]);
    await expectServed(rows);
    record(`indexers at once: ${ended.length} of ${ended.length} ended with 0 or 75, one at a time at work`);
  });

  it("of which one stands still: its home stays locked, and overtaken from another home it swaps nothing", async () => {
    const table = await longerTable();
    const stopped = startIndexer(home, prefix, ["treaties", table], { ELASTICSEARCH_URL: proxy.url });
    let isStopped = false;
    proxy.fault = (request) => {
      if (isBulk(request) && !isStopped) isStopped = stopped.process.kill("SIGSTOP");
      return undefined;
    };
    await expect.poll(() => isStopped, { timeout: 60_000, interval: 50 }).toBe(true);

    const second = await runIndexer(home, prefix, "treaties", table);
    expect([second.code, second.stderr]).toEqual([75, expect.stringContaining(`process ${stopped.process.pid}`)]);

    const otherHome = join(home, "other");
    const other = await runIndexer(otherHome, prefix, "treaties", await longerTable());
    expect(other.code, other.stderr).toBe(0);
    await expectServed(rows);

    stopped.process.kill("SIGCONT");
    const late = await stopped.finished;
    expect([late.code, late.stderr]).toEqual([75, expect.stringContaining("run the command again")]);
    await expectServed(rows);
    record("an indexer stopped past another's swap: ended with 75, its swap refused");
  });

  it("of two homes: an index that is gone, or older than what is served, is served to nobody", async () => {
    const [definition] = treaties.indices;
    const create = (generation: string) =>
      createIndex(elasticsearch, prefix, definition!, { generation, digest: "0123456789", sources: [] });
    const before = await served();
    const older = await create("20200101000000");
    await expect(serveBuilt(elasticsearch, prefix, [older])).rejects.toMatchObject({ exitCode: 75 });
    const removed = await create("20990101000000");
    await elasticsearch.indices.delete({ index: removed.index });
    await expect(serveBuilt(elasticsearch, prefix, [removed])).rejects.toMatchObject({ exitCode: 75 });
    expect(await served()).toEqual(before);
    await elasticsearch.indices.delete({ index: older.index });
  });
});

describe("an indexer killed at one of its requests", { timeout: 900_000 }, () => {
  it("leaves readers the old data or the new, each whole, and the next run finishes", async () => {
    const requests = await requestsOf(await longerTable());
    expect(await served()).toMatchObject([{ complete: true, documents: rows + treatyActions.length }]);
    // The last ones swap, mark what is whole and remove what is old.
    const steps = everyStep
      ? Array.from({ length: requests }, (_, place) => place + 1)
      : [3, requests - 4, requests - 2];
    let killed = 0;
    for (const step of steps) if (await isKilledAt(step)) killed += 1;
    record(
      `an indexer killed at its requests: ${killed} of ${requests} requests, 0 half loads seen, each next run whole`,
    );
    expect(killed).toBeGreaterThan(1);
    await expectServed(rows);
  });
});

/** How many requests a load makes that nobody disturbs. */
async function requestsOf(table: string): Promise<number> {
  proxy.requests = 0;
  const { finished } = startIndexer(home, prefix, ["treaties", table], { ELASTICSEARCH_URL: proxy.url });
  const { code, stderr } = await finished;
  expect(code, stderr).toBe(0);
  return proxy.requests;
}

/** Kills a load at its request of this number; false when it ended before. What is served is checked after the kill and after the next run. */
async function isKilledAt(step: number): Promise<boolean> {
  const before = rows;
  const table = await longerTable();
  proxy.requests = 0;
  const run = startIndexer(home, prefix, ["treaties", table], { ELASTICSEARCH_URL: proxy.url });
  proxy.fault = () => {
    if (proxy.requests === step) run.process.kill("SIGKILL");
    return undefined;
  };
  const { code, signal, stderr } = await run.finished;
  proxy.fault = () => undefined;
  expect([code, signal], stderr).toEqual(signal === null ? [0, null] : [null, "SIGKILL"]);
  if (signal === null) return false;
  const [serving] = await served();
  expect([before, rows]).toContain(serving!.documents - treatyActions.length);
  const again = await runIndexer(home, prefix, "treaties", table);
  expect(again.code, `after a kill at request ${step}: ${again.stderr}`).toBe(0);
  await expectServed(rows);
  expect(await generations(elasticsearch, prefix)).toHaveLength(2);
  return true;
}
