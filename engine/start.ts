import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { open, readFile, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Client } from "@elastic/elasticsearch";
import { EngineError } from "./engine-error.ts";
import { findJava } from "./java.ts";
import { clusterName, lastPort, nodeFolders, prepareNode, type Membership, type NodeFolders } from "./node-folders.ts";
import { handOver, isThere, requireDiskSpace, requireOpenFolder, type Place } from "./place.ts";
import type { Distribution } from "./provision.ts";
import { endEngine, leash, writeState } from "./running.ts";

export interface StartOptions {
  place: Place;
  distribution: Distribution;
  environment: Record<string, string | undefined>;
  /** The port to listen on; without it, that of the last start, else a free one. */
  port?: number | undefined;
  /** In Java's notation: 512m. */
  heap: string;
  /** Absent for a node that is alone. */
  membership?: Membership | undefined;
  clientFor: (url: string) => Client;
  log: (line: string) => void;
}

const startTimeout = 120_000;

/**
 * Starts Elasticsearch on loopback and waits until it is ready; the caller holds the lock of the place. Throws an EngineError
 * that carries Elasticsearch's last word when it does not come up.
 */
export async function startEngine(options: StartOptions): Promise<{ client: Client; url: string }> {
  const { place, distribution, log } = options;
  const before = performance.now();
  await requireDiskSpace(place.folder);
  await requireOpenFolder(distribution.folder, place.user);
  await endEngine(place.folder);

  const node = nodeFolders(place, distribution);
  const javaHome = await javaHomeFor(options);
  // That of the last start, so that a client which lost its engine finds it again at the same address.
  const port = await choosePort(options.port, await lastPort(node));
  await prepareNode(node, distribution, port, options.membership);
  await handOver(node.folder, place.user);

  const url = `http://127.0.0.1:${port}`;
  const start = `compendium.start=${process.pid}-${Date.now()}`;
  const state = await writeState(place.folder, {
    start,
    distribution: distribution.id,
    url,
    pidFile: node.pidFile,
  });
  try {
    const leashed = await leash(place.folder, state, options.environment);
    log(`Starting Elasticsearch ${distribution.version} at ${url} (10 to 20 seconds)`);
    const launcher = await launch(options, node, start, javaHome);
    await writeState(place.folder, { ...leashed, launcher: launcher.pid });
    const client = await ready(options, node, launcher, url);
    // The launcher has left: its id may go to another process.
    await writeState(place.folder, leashed);
    log(`Elasticsearch is ready after ${((performance.now() - before) / 1000).toFixed(1)} s`);
    return { client, url };
  } catch (error) {
    await endEngine(place.folder);
    throw error;
  }
}

/** Nothing when the distribution brings its own Java, as the official ones do. */
async function javaHomeFor({ distribution, environment, place }: StartOptions): Promise<string | undefined> {
  const bundled = path.join(distribution.folder, "jdk", "bin");
  if (!environment["ES_JAVA_HOME"] && (await isThere(bundled))) return undefined;
  const least = Number.parseInt(distribution.version, 10) >= 9 ? 21 : 17;
  const java = await findJava({ environment, least, withCompiler: false, ...(place.user && { user: place.user }) });
  return java.home;
}

async function choosePort(wanted: number | undefined, last: number | undefined): Promise<number> {
  for (const port of wanted === undefined ? [last, 0] : [wanted]) {
    const free = port === undefined ? undefined : await portIfFree(port);
    if (free !== undefined) return free;
  }
  const which = wanted === undefined ? "Every port of 127.0.0.1" : `Port ${wanted}`;
  throw new EngineError("port-taken", `${which} is taken by another program: choose another one for Elasticsearch.`);
}

function portIfFree(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen(port, "127.0.0.1", () => {
      const { port: given } = server.address() as AddressInfo;
      server.close(() => resolve(given));
    });
  });
}

/** Runs `bin/elasticsearch -d`, which ends when the server is up. */
async function launch(
  { place, distribution, environment, heap }: StartOptions,
  node: NodeFolders,
  start: string,
  javaHome: string | undefined,
): Promise<ChildProcess> {
  const isWindows = process.platform === "win32";
  // Windows starts a .bat through its shell only.
  const quoted = (word: string) => (isWindows ? `"${word}"` : word);
  const program = path.join(distribution.folder, "bin", isWindows ? "elasticsearch.bat" : "elasticsearch");
  await rm(node.pidFile, { force: true });
  const output = await open(node.launchLog, "w");
  try {
    const child = spawn(quoted(program), ["-d", "-p", quoted(node.pidFile)], {
      cwd: node.folder,
      env: {
        ...environment,
        ES_JAVA_HOME: javaHome,
        ES_PATH_CONF: node.config,
        ES_TMPDIR: node.temporary,
        // The quick compiler only, the simple collector and memory as it is needed: half the time to start and half the memory.
        ES_JAVA_OPTS: `-Xms${heap} -Xmx${heap} -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-AlwaysPreTouch -D${start}`,
        CLI_JAVA_OPTS: `-XX:TieredStopAtLevel=1 -D${start}`,
      },
      stdio: ["ignore", output.fd, output.fd],
      // Not in our group of processes: Ctrl-C reaches only us, and we stop the engine in order.
      detached: true,
      shell: isWindows,
      windowsHide: true,
      ...place.user,
    });
    await once(child, "spawn");
    return child;
  } catch (cause) {
    throw new EngineError("start-failed", `${program} could not be started: ${(cause as Error).message}`, cause);
  } finally {
    await output.close();
  }
}

async function ready(options: StartOptions, node: NodeFolders, launcher: ChildProcess, url: string): Promise<Client> {
  const deadline = Date.now() + startTimeout;
  const exitCode = await Promise.race([exitCodeOf(launcher), wait(startTimeout, "timeout" as const, { ref: false })]);
  if (exitCode === "timeout") throw await startError(node, `was not up after ${startTimeout / 1000} s`);
  if (exitCode !== 0) throw await startError(node, `ended with exit code ${exitCode}`);

  const client = options.clientFor(url);
  while (true) {
    try {
      await client.cluster.health(
        { wait_for_status: "yellow", timeout: "5s" },
        { maxRetries: 0, requestTimeout: 30_000 },
      );
      return client;
    } catch (cause) {
      if (Date.now() < deadline) {
        await wait(100);
        continue;
      }
      await client.close();
      throw new EngineError(
        "start-failed",
        `Elasticsearch answers at ${url}, but its indices do not recover: remove ${node.data} and index again.`,
        cause,
      );
    }
  }
}

async function exitCodeOf(child: ChildProcess): Promise<number | string | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.exitCode ?? child.signalCode;
}

async function startError(node: NodeFolders, happened: string): Promise<EngineError> {
  const serverLog = path.join(node.logs, `${clusterName}.log`);
  const reason = (await lastError(node.launchLog)) ?? (await lastError(serverLog));
  return new EngineError(
    "start-failed",
    `Elasticsearch ${happened}${reason === undefined ? "" : `: ${reason}`}\nIts logs: ${node.launchLog}, ${serverLog}`,
  );
}

/** The last line that tells of an error, of those a start has written. */
async function lastError(file: string): Promise<string | undefined> {
  const lines = (await readFile(file, "utf8").catch(() => "")).slice(-200_000).split("\n");
  return (
    lines.findLast((line) => /\[(ERROR|FATAL)\s*\]|^ERROR|^Exception in/.test(line)) ??
    lines.findLast((line) => /exception|error/i.test(line) && !/^\s*at /.test(line))
  )?.trim();
}
