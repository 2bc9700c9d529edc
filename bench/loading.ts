import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { json, text } from "node:stream/consumers";
import type { Readable } from "node:stream";
import type { Client } from "@elastic/elasticsearch";
import { readEnvironment } from "#domain/environment.ts";
import { connectConfigured } from "#engine/configured.ts";
import { recordBulk, recordedDocuments, sendings, sendRaw, type Sending } from "./bulk-ceiling.ts";
import { makeCollection, readStock, type Collection, type Stock } from "./collection.ts";
import { printTable } from "./table.ts";
import { median } from "./timing.ts";

/** What one load cost. */
interface Load {
  documents: number;
  seconds: number;
  steps: Record<string, number>;
  clientCpu: number;
  /** Of all the engine did meanwhile: let no one else use it. */
  engineCpu: number;
  parentMegabytes: number;
  childMegabytes: number;
  indexBytes: number;
  libraryBytes: number;
}

interface Place {
  elasticsearch: Client;
  url: string;
  /** For homes and collections; removed at the end. */
  folder: string;
  /** Begins the names of the indices made. */
  prefix: string;
}

/**
 * Loads collections of several sizes with the command a user runs and prints what each cost; then the same documents sent raw
 * and the command in turn.
 * @param sizes provisions of each collection
 * @param ceiling provisions of the collection that is sent raw too; 0 leaves that out
 */
export async function loading({ sizes, ceiling }: { sizes: number[]; ceiling: number }): Promise<void> {
  const environment = readEnvironment(process.env);
  const connection = await connectConfigured(environment, () => undefined);
  const folder = await mkdtemp(join(tmpdir(), "compendium-loading-"));
  const place = { elasticsearch: connection.client, url: connection.url, folder, prefix: `loading-${process.pid}` };
  try {
    const stock = await readStock(connection.client, environment.INDEX_PREFIX);
    if (stock.patterns.length < 100)
      throw new Error(
        `${environment.INDEX_PREFIX} serves ${stock.patterns.length} laws with a text; load a collection first, or name another INDEX_PREFIX`,
      );
    await costBySize(place, stock, sizes);
    if (ceiling > 0) await besideCeiling(place, await makeCollection(stock, join(folder, "ceiling"), ceiling));
  } finally {
    await rm(folder, { recursive: true, force: true });
    await connection.stop();
  }
}

async function costBySize(place: Place, stock: Stock, sizes: number[]): Promise<void> {
  const empty = await load(place, await makeCollection(stock, join(place.folder, "empty"), 0));
  const loads: { collection: Collection; cost: Load }[] = [];
  for (const size of sizes) {
    const collection = await makeCollection(stock, join(place.folder, String(size)), size);
    const cost = await load(place, collection);
    loads.push({ collection, cost });
    await rm(collection.folder, { recursive: true });
    console.log(`${size} provisions: ${cost.seconds.toFixed(0)} s; steps ${JSON.stringify(rounded(cost.steps))}`);
  }
  printTable(
    "Loads by size",
    [
      "provisions",
      "laws",
      "MB of files",
      "documents/s",
      "CPU s client",
      "CPU s engine",
      "MB parent",
      "MB largest child",
      "MB indices",
      "MB library",
    ],
    [{ collection: { laws: 0, provisions: 0, bytes: 0 }, cost: empty }, ...loads].map(({ collection, cost }) => [
      collection.provisions,
      collection.laws,
      megabytes(collection.bytes),
      Math.round(cost.documents / cost.seconds),
      Math.round(cost.clientCpu),
      Math.round(cost.engineCpu),
      cost.parentMegabytes,
      cost.childMegabytes,
      megabytes(cost.indexBytes),
      megabytes(cost.libraryBytes),
    ]),
  );
  const slope = (of: (cost: Load) => number) =>
    slopeOf(
      loads.map(({ collection, cost }) => [Math.log(collection.provisions), Math.log(of(cost) - of(empty))] as const),
    ).toFixed(3);
  console.log(
    `Slopes over the logarithm of provisions, without what an empty collection costs: CPU seconds ${slope((cost) => cost.clientCpu + cost.engineCpu)} (client ${slope((cost) => cost.clientCpu)}), bytes on disk ${slope((cost) => cost.indexBytes + cost.libraryBytes)}.`,
  );
  const base = loads.find(({ collection }) => collection.provisions >= 100_000) ?? loads[0];
  const last = loads.at(-1);
  if (base !== undefined && last !== undefined && last !== base)
    console.log(
      `Memory at ${last.collection.provisions} provisions is ${(last.cost.parentMegabytes / base.cost.parentMegabytes).toFixed(2)} of that at ${base.collection.provisions}.`,
    );
}

/** Of the command and raw requests. */
const turns = 3;

/** Each way of sending is tried with at most so many documents, spread over all; the best way then sends all. */
const mostTried = 20_000;

async function besideCeiling(place: Place, collection: Collection): Promise<void> {
  const { elasticsearch, url, folder, prefix } = place;
  const file = join(folder, "bulk.ndjson");
  const recorder = await recordBulk(url, file);
  await load({ ...place, url: recorder.url }, collection);
  await recorder.stop();
  const documents = await recordedDocuments(file, prefix);
  const raw = (sending: Sending, lines = documents) => sendRaw(elasticsearch, url, `${prefix}-raw`, lines, sending);
  console.log(`Ceiling: ${documents.length} documents, in ${turns} turns with the command.`);
  const sample = documents.filter((_, position) => position % Math.ceil(documents.length / mostTried) === 0);
  await raw(sendings[0]!, sample); // the first run warms the engine
  const grid: (Sending & { rate: number })[] = [];
  for (const sending of sendings) grid.push({ ...sending, rate: await raw(sending, sample) });
  printTable(
    "Raw bulk requests",
    ["MB", "in flight", "documents/s"],
    grid.map(({ megabytes: size, inFlight, rate }) => [size, inFlight, Math.round(rate)]),
  );
  const best = grid.reduce((one, other) => (other.rate > one.rate ? other : one));
  const ceilings = [await raw(best)];
  const loads: Load[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    loads.push(await load(place, collection));
    ceilings.push(await raw(best));
  }
  const beside = (secondsOf: (cost: Load) => number) =>
    loads.map((cost, turn) => documents.length / secondsOf(cost) / ((ceilings[turn]! + ceilings[turn + 1]!) / 2));
  console.log(`Ceiling in turn: ${ceilings.map(Math.round).join(", ")} documents/s.`);
  const ratios: [string, number[]][] = [
    [
      "indexing: opening laws, names, concepts, making and sending documents, until they can be searched",
      beside(({ steps }) => steps["indexing"]!),
    ],
    ["whole command from files: parsing, making indices, term table, swap too", beside(({ seconds }) => seconds)],
    ["client's part of all CPU", loads.map(({ clientCpu, engineCpu }) => clientCpu / (clientCpu + engineCpu))],
  ];
  printTable(
    "Beside the ceiling",
    ["", ...loads.map((_, turn) => `turn ${turn + 1}`), "median"],
    ratios.map(([name, all]) => [name, ...[...all, median(all)].map((ratio) => ratio.toFixed(3))]),
  );
}

/** Runs the command on a collection, with a home and indices of its own that are gone afterwards. */
async function load({ elasticsearch, url, folder, prefix }: Place, collection: Collection): Promise<Load> {
  const home = join(folder, "home");
  await mkdir(home);
  const engineBefore = await engineSeconds(elasticsearch);
  const command = [
    process.execPath,
    "--import",
    import.meta.resolve("tsx"),
    join(import.meta.dirname, "../indexer/main.ts"),
    "legislation",
    collection.folder,
    "--json",
  ];
  // The shell's own word tells what its children took, the parser processes among them.
  const child = spawn("sh", ["-c", '"$@"; code=$?; times >&3; exit $code', "sh", ...command], {
    stdio: ["ignore", "pipe", "inherit", "pipe"],
    env: { ...process.env, COMPENDIUM_HOME: home, INDEX_PREFIX: prefix, ELASTICSEARCH_URL: url },
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  let childMegabytes = 0;
  const watch = setInterval(() => {
    void largestGrandchild(child.pid!).then((found) => (childMegabytes = Math.max(childMegabytes, found)));
  }, 250);
  const [answer, times] = await Promise.all([
    json(child.stdout!) as Promise<{ documents: number; seconds: number; peakMegabytes: number; steps: Load["steps"] }>,
    text(child.stdio[3] as Readable),
  ]);
  const code = await ended;
  clearInterval(watch);
  if (code !== 0 && code !== 3) throw new Error(`The load ended with ${code}; the lines above say why.`);
  const engineCpu = (await engineSeconds(elasticsearch)) - engineBefore;
  const { indices = {} } = await elasticsearch.indices.stats({ index: `${prefix}-*`, metric: "store" });
  const cost: Load = {
    documents: answer.documents,
    seconds: answer.seconds,
    steps: answer.steps,
    clientCpu: cpuIn(times.split("\n")[1]!),
    engineCpu,
    parentMegabytes: answer.peakMegabytes,
    childMegabytes,
    indexBytes: Object.values(indices).reduce((sum, { total }) => sum + (total?.store?.size_in_bytes ?? 0), 0),
    libraryBytes: await bytesIn(join(home, "library")),
  };
  await elasticsearch.indices.delete({ index: Object.keys(indices) });
  await rm(home, { recursive: true });
  return cost;
}

/** In seconds, of all nodes. */
async function engineSeconds(elasticsearch: Client): Promise<number> {
  const { nodes } = await elasticsearch.nodes.stats({ metric: "process" });
  return Object.values(nodes).reduce((sum, { process: used }) => sum + (used?.cpu?.total_in_millis ?? 0) / 1000, 0);
}

/** `1m2.50s 0m3.20s` → 65.7 */
function cpuIn(line: string): number {
  return [...line.matchAll(/(\d+)m([\d.]+)s/gu)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

/** Peak megabytes of the largest process that reads files; 0 where the system does not tell. */
async function largestGrandchild(shell: number): Promise<number> {
  const childrenOf = async (pid: string) =>
    (await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "")).split(" ").filter(Boolean);
  let largest = 0;
  for (const command of await childrenOf(String(shell)))
    for (const reader of await childrenOf(command)) {
      const status = await readFile(`/proc/${reader}/status`, "utf8").catch(() => "");
      largest = Math.max(largest, Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024);
    }
  return Math.round(largest);
}

async function bytesIn(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  return bytes;
}

/** Least squares. */
function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(([each]) => each)), mean(points.map(([, each]) => each))];
  return (
    points.reduce((sum, [oneX, oneY]) => sum + (oneX - x) * (oneY - y), 0) /
    points.reduce((sum, [oneX]) => sum + (oneX - x) ** 2, 0)
  );
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000);
}

function rounded(steps: Load["steps"]): Load["steps"] {
  return Object.fromEntries(Object.entries(steps).map(([step, seconds]) => [step, Math.round(seconds * 10) / 10]));
}
