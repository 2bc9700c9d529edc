import path from "node:path";
import { Client } from "@elastic/elasticsearch";
import { EngineError } from "./engine-error.ts";
import { alone } from "./lock.ts";
import type { Membership } from "./node-folders.ts";
import { enginePlace, type Place } from "./place.ts";
import { embeddedDistribution, officialDistribution, provision, type Distribution } from "./provision.ts";
import { addUser, endEngine, leash, removeUser, runningEngine, users } from "./running.ts";
import { startEngine } from "./start.ts";

export interface ConnectOptions {
  /** COMPENDIUM_HOME: the embedded engine lives in its folder `engine`. */
  home: string;
  /** ELASTICSEARCH_URL: one address, or those of several nodes of one cluster with commas between. */
  elasticsearchUrl?: string | undefined;
  /** ELASTICSEARCH_API_KEY. */
  apiKey?: string | undefined;
  /** ELASTICSEARCH_HOME: an unpacked official distribution to start instead of the one Maven provides. */
  elasticsearchHome?: string | undefined;
  /** Where the embedded engine listens on loopback; without it, where it did last, else on a free port. */
  port?: number | undefined;
  /** Memory of the embedded engine, in Java's notation. */
  heap?: string | undefined;
  /** What the embedded engine is in a cluster, if it is not alone. */
  membership?: Membership | undefined;
  /** Takes each step, to show it to the user. */
  log: (line: string) => void;
  /** Where PATH, JAVA_HOME, ES_JAVA_HOME and MAVEN_HOME are read. */
  environment?: Record<string, string | undefined>;
}

export interface Connection {
  client: Client;
  url: string;
  /** Whether Elasticsearch is not ours, was running for another command of this project, or was started for this one. */
  kind: "external" | "found" | "started";
  /** Closes the client, and stops an embedded engine that no other command uses. */
  stop: () => Promise<void>;
}

interface Engine {
  client: Client;
  url: string;
}

/**
 * Connects to Elasticsearch, ready to answer: the one at `elasticsearchUrl`, else the running embedded engine of this
 * home, else that engine, started. Throws an EngineError that says what to do.
 *
 * The embedded engine belongs to all commands that use it at a time: the last one to stop stops it. Those that are killed count as
 * gone; if no other is left, the engine's leash stops it within seconds.
 */
export async function connectElasticsearch(options: ConnectOptions): Promise<Connection> {
  if (options.elasticsearchUrl) return connectExternal(options.elasticsearchUrl, options);

  const { home, log } = options;
  const place = await enginePlace(home, log);
  return alone(lockOf(place), log, async () => {
    const wanted = options.elasticsearchHome
      ? await officialDistribution(options.elasticsearchHome)
      : await embeddedDistribution(place);
    const found = await findEngine(place, wanted, options);
    const { client, url } = found ?? (await startWanted(place, wanted, options));
    const user = await addUser(place.folder);
    return { client, url, kind: found ? "found" : "started", stop: leaver(place, client, user, log) };
  });
}

async function connectExternal(urls: string, options: ConnectOptions): Promise<Connection> {
  const client = newClient(urls.split(","), options);
  try {
    // Not GET /, which the embedded engine lacks.
    await client.cluster.health({ wait_for_status: "yellow", timeout: "30s" }, { requestTimeout: 35_000 });
  } catch (cause) {
    await client.close();
    const shown = urls.replaceAll(/\/\/[^@/,]*@/g, "//…@");
    throw new EngineError(
      "not-reachable",
      `Elasticsearch at ${shown} (ELASTICSEARCH_URL) does not answer: ${(cause as Error).message}. Check the address, ` +
        `ELASTICSEARCH_API_KEY and whether it runs; without ELASTICSEARCH_URL an embedded one is started.`,
      cause,
    );
  }
  return { client, url: urls, kind: "external", stop: () => client.close() };
}

/** The engine that runs, if it is the one wanted; or if others use it, who would lose it otherwise. */
async function findEngine(place: Place, wanted: Distribution, options: ConnectOptions): Promise<Engine | undefined> {
  const running = await runningEngine(place.folder);
  if (running === undefined) return undefined;
  if (running.distribution !== wanted.id) {
    if ((await users(place.folder)).length === 0) return undefined;
    options.log(`Another command uses ${running.distribution}: using it too, instead of ${wanted.id}`);
  }
  options.log(`Using the Elasticsearch that runs at ${running.url}`);
  await leash(place.folder, running, options.environment ?? process.env);
  const client = newClient([running.url], options);
  try {
    await client.cluster.health({ wait_for_status: "yellow", timeout: "20s" }, { requestTimeout: 30_000 });
  } catch (cause) {
    await client.close();
    throw new EngineError(
      "start-failed",
      `The Elasticsearch that runs at ${running.url} is not ready: ${(cause as Error).message}. Try again in a minute.`,
      cause,
    );
  }
  return { client, url: running.url };
}

async function startWanted(place: Place, wanted: Distribution, options: ConnectOptions): Promise<Engine> {
  const { log, heap = "512m", environment = process.env, port, membership } = options;
  const distribution = wanted.kind === "official" ? wanted : await provision(place, environment, log);
  const clientFor = (url: string) => newClient([url], options);
  return startEngine({ place, distribution, environment, heap, port, membership, clientFor, log });
}

function leaver(place: Place, client: Client, user: string, log: (line: string) => void): () => Promise<void> {
  let left: Promise<void> | undefined;
  return () => (left ??= leave());

  async function leave() {
    await client.close();
    await alone(lockOf(place), log, async () => {
      await removeUser(place.folder, user);
      if ((await users(place.folder)).length === 0) await endEngine(place.folder);
    });
  }
}

/**
 * In milliseconds. No single request may be given more than its client has. On a busy machine it takes Elasticsearch minutes to make
 * what it was sent searchable.
 */
const longestRequest = 300_000;

/**
 * Redaction is off because it walks through the body of a failed request byte by byte, seconds for each megabyte. So an error of
 * this client holds the API key: show its message, do not dump it whole.
 */
function newClient(nodes: string[], { apiKey }: ConnectOptions): Client {
  return new Client({
    nodes,
    ...(apiKey && { auth: { apiKey } }),
    requestTimeout: longestRequest,
    redaction: { type: "off" },
  });
}

/** Whoever starts or stops the engine of a place, or makes its distribution, holds this lock. */
export function lockOf(place: Place): string {
  return path.join(place.folder, "lock");
}
