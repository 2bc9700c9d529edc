import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "@elastic/elasticsearch";
import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import { startCluster, type Cluster } from "#engine/cluster.ts";
import { enginePlace } from "#engine/place.ts";
import { isProcess } from "#engine/processes.ts";
import { provision } from "#engine/provision.ts";
import { generations } from "#indexer/generations.ts";
import { startIndexer, withoutDemonstration } from "../support/command.ts";
import { startApp } from "../support/start-app.ts";
import { record } from "./record.ts";

/** NODES=3 runs these tests: they start a cluster of their own, which takes half a minute. */
const isAsked = process.env["NODES"] === "3";
const laws = Number(process.env["LAWS"] ?? 600);

const prefix = "test-cluster";
const log = (line: string) => process.stderr.write(`${line}\n`);
let home: string;
let folder: string;
let cluster: Cluster;
let elasticsearch: Client;
let app: Awaited<ReturnType<typeof startApp>>;

beforeAll(async () => {
  if (!isAsked) return;
  home = await mkdtemp(join(tmpdir(), "compendium-test-"));
  await chmod(home, 0o755);
  await withoutDemonstration(home);
  folder = join(home, "laws");
  await mkdir(folder);
  for (let number = 1; number <= laws; number += 1) await writeFile(join(folder, `act-${number}.md`), law(number));
  const shared = process.env["COMPENDIUM_HOME"] ?? join(import.meta.dirname, "../../.compendium");
  const elasticsearchHome =
    process.env["ELASTICSEARCH_HOME"] ?? (await provision(await enginePlace(shared, log), process.env, log)).folder;
  cluster = await startCluster({ home, elasticsearchHome, log });
  elasticsearch = new Client({ nodes: cluster.url.split(","), redaction: { type: "off" } });
  app = await startApp(elasticsearch, prefix);
}, 300_000);

afterAll(async () => {
  if (!isAsked) return;
  await app?.stop();
  await elasticsearch?.close();
  await cluster?.stop();
  await rm(home, { recursive: true, force: true });
}, 120_000);

/** Laws without number, each with words of its own and one word that all share. */
function law(number: number): string {
  const articles = Array.from(
    { length: 8 },
    (_, place) =>
      `### ${place + 1}. Duty ${place + 1}\n\nNobody exports sample number${number} without a licence for consignment w${(number * 7919 + place) % 9973}.\n`,
  );
  return `# Sample Act ${number}\n\n${articles.join("\n")}`;
}

const index = (...args: string[]) =>
  startIndexer(home, prefix, args, { ELASTICSEARCH_URL: cluster.url, INDEX_SHARDS: "3", INDEX_REPLICAS: "1" });

const load = () => index("legislation", folder, "--state", "KEN", "--language", "en");

async function served() {
  const serving = (await generations(elasticsearch, prefix)).filter((generation) => generation.serving);
  return Promise.all(
    serving.map(async ({ alias, digest }) => {
      const { count, _shards } = await elasticsearch.count({ index: alias });
      return { alias, digest, documents: count, missing: _shards.failed };
    }),
  );
}

/** Whether there is an index that nobody reads yet. */
async function isBuilding(): Promise<boolean> {
  return (await generations(elasticsearch, prefix)).some(({ complete }) => !complete);
}

/** Asks the API, four at a time, until told to stop; what was answered with anything but the whole is kept. */
function searching() {
  const failed: string[] = [];
  let asked = 0;
  let slowest = 0;
  let isOver = false;
  const ask = async () => {
    while (!isOver) {
      asked += 1;
      const q = `number${1 + ((asked * 31) % laws)} licence`;
      const begun = Date.now();
      const answer = await fetch(`${app.address}/api/v1/legislation?${new URLSearchParams({ q, expand: "off" })}`);
      const { total, detail } = (await answer.json()) as { total?: number; detail?: string };
      slowest = Math.max(slowest, Date.now() - begun);
      if (answer.status !== 200 || total !== 1) failed.push(`${q}: ${answer.status}, ${total} laws, ${detail}`);
    }
  };
  const clients = Promise.all([ask(), ask(), ask(), ask()]);
  return async () => {
    isOver = true;
    await clients;
    return { asked, failed, slowest };
  };
}

/** The node that leads, or the first that does not, with its process. */
async function nodeToKill(isLeader: boolean): Promise<{ name: string; pid: number }> {
  const { master_node: leader } = await elasticsearch.cluster.state({ metric: "master_node" });
  const { nodes } = await elasticsearch.nodes.info({ metric: "process" });
  const [, node] = Object.entries(nodes).find(([id]) => (id === leader) === isLeader)!;
  return { name: node.name, pid: node.process!.id };
}

function onlyWhenAsked(context: TestContext): void {
  if (!isAsked) context.skip("it starts three nodes: run it with NODES=3");
}

// One story: each kill finds the data that the one before left.
describe("a cluster of three nodes", { timeout: 600_000 }, () => {
  it("holds each part of the data twice", async (context) => {
    onlyWhenAsked(context);
    const { code, stderr } = await load().finished;
    expect(code, stderr).toBe(0);
    const settings = await elasticsearch.indices.getSettings({ index: `${prefix}-provisions-en` });
    const [{ settings: { index: laid } = {} } = {}] = Object.values(settings);
    expect([laid?.number_of_shards, laid?.number_of_replicas]).toEqual(["3", "1"]);
    const health = await elasticsearch.cluster.health({ index: `${prefix}-*`, wait_for_status: "green" });
    expect(health).toMatchObject({ status: "green", number_of_nodes: 3 });
  });

  it.for([
    ["the node that leads", true],
    ["a node that does not lead", false],
  ] as const)(
    "loses %s under search and a load: no read fails, nothing acknowledged is lost",
    async ([name, isLeader], context) => {
      onlyWhenAsked(context);
      const before = await served();
      const stopSearching = searching();
      const rebuild = index("rebuild", "legislation");
      await expect.poll(isBuilding, { timeout: 120_000, interval: 200 }).toBe(true);
      await sleep(1000);
      const node = await nodeToKill(isLeader);
      expect(await isProcess(node.pid, home)).toBe(true);
      process.kill(node.pid, "SIGKILL");
      try {
        const { code, stderr } = await rebuild.finished;
        const { asked, failed, slowest } = await stopSearching();
        expect(failed).toEqual([]);
        expect([0, 75], stderr).toContain(code);
        expect(await served()).toEqual(before);
        const documents = before.reduce((sum, alias) => sum + alias.documents, 0);
        record(
          `${name} killed: ${asked} searches, 0 failed, the slowest ${slowest} ms; the load ended with ${code}; 0 of ${documents} documents lost`,
        );
      } finally {
        await cluster.start(node.name);
      }
      await elasticsearch.cluster.health(
        { index: `${prefix}-*`, wait_for_status: "green", timeout: "120s" },
        { requestTimeout: 130_000 },
      );
      const next = await index("rebuild", "legislation").finished;
      expect(next.code, next.stderr).toBe(0);
      expect(await served()).toEqual(before);
    },
  );
});
