import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { Pool } from "undici";
import { readEnvironment } from "#domain/environment.ts";
import { languages } from "#domain/languages.ts";
import { connectConfigured } from "#engine/configured.ts";
import { stopped } from "./command-line.ts";
import { contest, printUnanswered, type Contest } from "./contest.ts";
import { replay, startRecorder, type Exchange } from "./recorder.ts";
import { searchQueries, type SearchQuery } from "./search-queries.ts";
import { startServer } from "./server.ts";
import { printMachine, printTable } from "./table.ts";
import { median } from "./timing.ts";

interface Options {
  golden: string;
  queries: number;
  seconds: number;
  blocks: number;
}

/** A query, and what the API asks of Elasticsearch for it. */
interface Recorded extends SearchQuery {
  place: number;
  exchange: Exchange;
}

/**
 * Searches for laws through the API, and sends the very same requests straight to Elasticsearch: how many times as long
 * the API takes. Beside it the least an API on Node can be.
 */
export async function search({ golden, queries: perLanguage, seconds, blocks }: Options): Promise<void> {
  printMachine();
  const environment = readEnvironment(process.env);
  const connection = await connectConfigured(environment, () => undefined);
  const elasticsearch = connection.url.split(",")[0]!;
  const pool = new Pool(elasticsearch, { connections: 16 });
  try {
    const queries = await searchQueries(connection.client, environment.INDEX_PREFIX, { golden, perLanguage });
    const recorded = await record(pool, queries);
    const server = await startServer();
    const passThrough = await startPassThrough(elasticsearch, recorded);
    const api = new Pool(server.address, { connections: 16 });
    const floor = new Pool(passThrough.address, { connections: 16 });
    try {
      const contestants = [
        { name: "Elasticsearch", ask: ({ exchange }: Recorded) => replay(pool, exchange) },
        { name: "pass-through", ask: ({ place }: Recorded) => get(floor, `/${place}`) },
        { name: "API", ask: (query: Recorded) => get(api, addressOf(query)) },
      ];
      for (const clients of [1, 4])
        print(await contest(contestants, recorded, { clients, blocks, seconds }), clients, blocks);
    } finally {
      await Promise.all([api.close(), floor.close()]);
      await passThrough.stop();
      await server.stop();
    }
  } finally {
    await pool.close();
    await connection.stop();
  }
}

function addressOf({ q }: SearchQuery): string {
  return `/api/v1/legislation?${new URLSearchParams({ q })}`;
}

async function get(pool: Pool, path: string): Promise<void> {
  const { statusCode, body } = await pool.request({ method: "GET", path });
  await body.arrayBuffer();
  if (statusCode !== 200) throw new Error(`${statusCode} for ${path}`);
}

/**
 * What the API asks of Elasticsearch for each query. Every query is asked twice, and what counts is the second time: what
 * the API had kept of the first would be missing in it.
 */
async function record(pool: Pool, queries: SearchQuery[]): Promise<Recorded[]> {
  const recorder = await startRecorder(pool);
  const server = await startServer({ ELASTICSEARCH_URL: recorder.address });
  const api = new Pool(server.address, { connections: 1 });
  try {
    for (const query of queries) await patiently(() => get(api, addressOf(query)));
    const recorded: Recorded[] = [];
    for (const [place, query] of queries.entries()) {
      const exchange = await patiently(async () => {
        recorder.taken();
        await get(api, addressOf(query));
        return recorder.taken();
      });
      recorded.push({ ...query, place, exchange });
    }
    printRecorded(recorded);
    return recorded;
  } finally {
    await api.close();
    await server.stop();
    await recorder.stop();
  }
}

/** A machine that is busy with other things answers late; the next try is from warmer caches. */
async function patiently<Result>(work: () => Promise<Result>, tries = 10): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (tries === 1) throw error;
    return patiently(work, tries - 1);
  }
}

function printRecorded(recorded: Recorded[]): void {
  const counts = (path: RegExp) =>
    recorded.map(({ exchange }) => exchange.filter((sent) => path.test(sent.path)).length);
  const kilobytes = recorded.map(({ exchange }) => exchange.reduce((sum, { body }) => sum + body.length, 0) / 1000);
  process.stdout.write(
    `${recorded.length} queries, each another; at the median ${median(counts(/_m?search/u))} searches and ${median(counts(/_analyze/u))} analyses of Elasticsearch, ${median(kilobytes).toFixed(0)} kB asked; ${counts(/./u).filter((count) => count === 0).length} ask nothing.\n`,
  );
}

async function startPassThrough(
  elasticsearch: string,
  recorded: Recorded[],
): Promise<{ address: string; stop: () => Promise<void> }> {
  const program = spawn(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), join(import.meta.dirname, "pass-through.ts")],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  program.stdin.end(JSON.stringify({ elasticsearch, exchanges: recorded.map(({ exchange }) => exchange) }));
  const [address] = (await once(program.stdout, "data")) as [Buffer];
  return { address: String(address).trim(), stop: () => stopped(program) };
}

function print(measured: Contest<Recorded>, clients: number, blocks: number): void {
  const row = (name: string, isCounted?: (query: Recorded) => boolean) => {
    const three = ({ p50, p95, p99 }: { p50: number; p95: number; p99: number }, digits: number) =>
      [p50, p95, p99].map((value) => value.toFixed(digits));
    return [
      name,
      ...three(measured.milliseconds("Elasticsearch", isCounted), 1),
      ...three(measured.ratio("API", "Elasticsearch", isCounted), 2),
      ...three(measured.ratio("pass-through", "Elasticsearch", isCounted), 2),
    ];
  };
  printTable(
    `${clients} client${clients === 1 ? "" : "s"}: Elasticsearch alone in milliseconds, then how many times as long the API and a bare pass-through take (medians of ${blocks} blocks of ${measured.size} queries each)`,
    ["queries", "p50 ms", "p95 ms", "p99 ms", "API p50", "API p95", "API p99", "floor p50", "floor p95", "floor p99"],
    [row("all"), ...languages.map((language) => row(language, (query) => query.language === language))],
  );
  printUnanswered(measured, ["Elasticsearch", "pass-through", "API"]);
}
