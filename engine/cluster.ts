import path from "node:path";
import type { Client } from "@elastic/elasticsearch";
import { connectElasticsearch, lockOf } from "./connect.ts";
import { freePorts } from "./free-ports.ts";
import { alone } from "./lock.ts";
import { enginePlace } from "./place.ts";
import { provision } from "./provision.ts";

export interface ClusterOptions {
  /** COMPENDIUM_HOME: the nodes live in its folder `cluster`. */
  home: string;
  /** ELASTICSEARCH_HOME: an unpacked distribution to start instead of the one Maven provides. */
  elasticsearchHome?: string | undefined;
  /** Memory of each node, in Java's notation. */
  heap?: string | undefined;
  /** Takes each step, to show it to the user. */
  log: (line: string) => void;
}

export interface Cluster {
  /** The addresses of all nodes with commas between, as ELASTICSEARCH_URL takes them. */
  url: string;
  /** Each node by itself. */
  nodes: { name: string; url: string; client: Client }[];
  /** Brings back a node that died, at the address and with the data that it had. */
  start: (name: string) => Promise<void>;
  stop: () => Promise<void>;
}

const names = ["node-1", "node-2", "node-3"];

/**
 * Starts three nodes of the engine on loopback, each with a folder, ports and a process of its own, and waits until they are one
 * cluster: 20 to 40 seconds. Throws an EngineError that says what to do.
 */
export async function startCluster({ home, heap, log, ...options }: ClusterOptions): Promise<Cluster> {
  const elasticsearchHome = options.elasticsearchHome ?? (await provisioned(home, log));
  const ports = await freePorts(names.length);
  const transportPorts = Object.fromEntries(names.map((name, place) => [name, ports[place]!]));
  const start = (name: string) =>
    connectElasticsearch({
      home: path.join(home, "cluster", name),
      elasticsearchHome,
      heap,
      membership: { name, transportPorts },
      log: (line) => log(`${name}: ${line}`),
    });
  // At once: a node is up when it has found the others.
  const started = await Promise.allSettled(names.map(start));
  const nodes = started.flatMap((node) => (node.status === "fulfilled" ? [node.value] : []));
  const stop = async () => void (await Promise.all(nodes.map((node) => node.stop())));
  try {
    for (const node of started) if (node.status === "rejected") throw node.reason;
    await nodes[0]!.client.cluster.health({ wait_for_nodes: String(names.length), timeout: "25s" });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: nodes.map(({ url }) => url).join(","),
    nodes: nodes.map(({ url, client }, place) => ({ name: names[place]!, url, client })),
    start: async (name) => void nodes.push(await start(name)),
    stop,
  };
}

/** One distribution serves all nodes, and the single engine too. */
async function provisioned(home: string, log: (line: string) => void): Promise<string> {
  const place = await enginePlace(home, log);
  return (await alone(lockOf(place), log, () => provision(place, process.env, log))).folder;
}
