import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, get, type IncomingMessage } from "node:http";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, inject, it, vi } from "vitest";
import { freePort } from "#engine/free-ports.ts";
import { runIndexer, withoutDemonstration } from "../support/command.ts";
import { removeIndices, sampleLaws, testElasticsearch } from "../support/load.ts";
import { record } from "./record.ts";

/** CONNECTIONS=1000 SECONDS=60 runs this test: the server is a process of its own, as `npm start` has it, and loads its data first. */
const connections = Number(process.env["CONNECTIONS"] ?? 0);
const seconds = Number(process.env["SECONDS"] ?? 60);

const prefix = "test-connections";
const elasticsearch = testElasticsearch();
let home: string;
let server: ChildProcess;
let address: string;

beforeAll(async () => {
  if (connections === 0) return;
  home = await mkdtemp(join(tmpdir(), "compendium-test-"));
  await withoutDemonstration(home);
  await removeIndices(elasticsearch, prefix);
  await runIndexer(home, prefix, "legislation", sampleLaws);
  ({ server, address } = await startServer());
}, 600_000);

afterAll(async () => {
  if (connections === 0) return;
  if (server?.exitCode === null) server.kill("SIGKILL");
  await removeIndices(elasticsearch, prefix);
  await rm(home, { recursive: true, force: true });
});

async function startServer(): Promise<{ server: ChildProcess; address: string }> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), join(import.meta.dirname, "../../server/main.ts")],
    {
      stdio: ["ignore", "ignore", "inherit"],
      env: {
        ...process.env,
        ELASTICSEARCH_URL: inject("elasticsearchUrl"),
        COMPENDIUM_HOME: home,
        INDEX_PREFIX: prefix,
        PORT: String(port),
        HOST: "127.0.0.1",
        LOG_LEVEL: "error",
      },
    },
  );
  const site = `http://127.0.0.1:${port}`;
  await vi.waitFor(async () => expect((await fetch(`${site}/readyz`)).status).toBe(200), {
    timeout: 500_000,
    interval: 500,
  });
  return { server: child, address: site };
}

/** What was answered, by status; what broke; how long answers of 200 took. */
interface Seen {
  answers: Map<number, number>;
  broken: string[];
  withoutRetryAfter: number;
  left: number;
  milliseconds: number[];
}

const words = [
  "licence",
  "permit pathogen",
  "armas químicas",
  "实物保护",
  "учёт материалов",
  "المواد النووية",
  "a* b*",
];

function pageOf(visitor: number, turn: number): string {
  const q = encodeURIComponent(words[(visitor + turn) % words.length]!);
  const pages = [
    `legislation?q=${q}&page=${1 + (turn % 3)}`,
    `provisions?q=${q}`,
    `search?q=${q}`,
    "obligations",
    "states",
  ];
  return `/api/v1/${pages[(visitor * 7 + turn) % pages.length]}`;
}

/** One visitor with a connection of their own, until the end: one in ten reads slowly, one in ten leaves before the answer. */
async function visit(visitor: number, end: number, seen: Seen): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const manner = visitor % 10 === 0 ? "slow" : visitor % 10 === 1 ? "leaving" : "patient";
  for (let turn = 0; Date.now() < end; turn += 1) {
    const begun = Date.now();
    try {
      const answer = await asked(
        `${address}${pageOf(visitor, turn)}`,
        agent,
        manner === "leaving" ? 20 + (visitor % 200) : undefined,
      );
      if (answer === undefined) {
        seen.left += 1;
        continue;
      }
      for await (const _ of answer) if (manner === "slow") await sleep(500);
      const status = answer.statusCode!;
      seen.answers.set(status, (seen.answers.get(status) ?? 0) + 1);
      if (status === 200) {
        if (manner === "patient") seen.milliseconds.push(Date.now() - begun);
      } else {
        const wait = Number(answer.headers["retry-after"]);
        if (!(wait > 0)) seen.withoutRetryAfter += 1;
        // Sooner than they are asked to.
        await sleep(1000);
      }
    } catch (error) {
      // Who leaves breaks it off in the middle of an answer too.
      if (manner === "leaving") seen.left += 1;
      else seen.broken.push(`${(error as NodeJS.ErrnoException).code} ${(error as Error).message}`);
    }
  }
  agent.destroy();
}

/** The answer as it begins; undefined when the visitor left before. */
function asked(url: string, agent: Agent, leavesAfter: number | undefined): Promise<IncomingMessage | undefined> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent }, resolve);
    if (leavesAfter !== undefined)
      setTimeout(() => {
        resolve(undefined);
        request.destroy();
      }, leavesAfter);
    request.on("error", (error: NodeJS.ErrnoException) => {
      // The server closes what has been idle for five seconds, as it may; every client then asks on a new connection.
      const wasIdle = request.reusedSocket && error.code === "ECONNRESET";
      if (wasIdle) resolve(asked(url, agent, leavesAfter));
      else reject(error);
    });
  });
}

/** Those who have a turn, and those who wait for one, by what for. */
async function turnsTaken(): Promise<Record<string, number>> {
  const text = await (await fetch(`${address}/metrics`)).text();
  const figures = text.matchAll(/^compendium_turns\{at="(\w+)",state="(\w+)"\} (\d+)/gmu);
  return Object.fromEntries([...figures].map(([, at, state, count]) => [`${at} ${state}`, Number(count)]));
}

it(
  "answers or turns away a crowd on connections of their own, breaks none off, and is well again at once",
  { timeout: 900_000 },
  async (context) => {
    if (connections === 0) context.skip("it starts the server and takes a minute: run it with CONNECTIONS=1000");
    const seen: Seen = { answers: new Map(), broken: [], withoutRetryAfter: 0, left: 0, milliseconds: [] };
    const end = Date.now() + seconds * 1000;
    const crowd = Promise.all(Array.from({ length: connections }, (_, visitor) => visit(visitor, end, seen)));
    const most: Record<string, number> = {};
    while (Date.now() < end) {
      for (const [turns, count] of Object.entries(await turnsTaken())) most[turns] = Math.max(most[turns] ?? 0, count);
      await sleep(250);
    }
    await crowd;
    const begun = Date.now();
    await expect
      .poll(() => fetch(`${address}/api/v1/legislation?q=licence`).then(({ status }) => status), { timeout: 10_000 })
      .toBe(200);
    const recovered = Date.now() - begun;

    expect(server.exitCode).toBe(null);
    expect(seen.broken).toEqual([]);
    expect([...seen.answers.keys()].filter((status) => ![200, 429, 503].includes(status))).toEqual([]);
    expect(seen.withoutRetryAfter).toBe(0);
    expect(seen.answers.get(200)).toBeGreaterThan(0);
    expect(most["visits running"]).toBeGreaterThan(0);
    expect(most["visits running"]).toBeLessThanOrEqual(2 * availableParallelism());
    expect(most["visits waiting"]).toBeLessThanOrEqual(50 * availableParallelism());
    expect(most["requests running"]).toBeLessThanOrEqual(32);
    expect(most["requests waiting"]).toBeLessThanOrEqual(200);
    expect(most["analyses running"]).toBeLessThanOrEqual(8);
    server.kill("SIGTERM");
    await expect.poll(() => server.exitCode, { timeout: 20_000 }).toBe(0);

    const sorted = seen.milliseconds.toSorted((a, b) => a - b);
    const part = (share: number) => sorted[Math.floor(sorted.length * share)];
    record(
      `${connections} connections for ${seconds} s: ${[...seen.answers].map(([status, count]) => `${count} answers of ${status}`).join(", ")}, ${seen.left} left by visitors, 0 broken; answers of 200 within ${part(0.5)} ms (half) and ${part(0.99)} ms (99 in 100); at most ${most["visits running"]} visitors inside and ${most["visits waiting"]} waiting, ${most["requests running"]} requests to the engine and ${most["analyses running"]} analyses at once; well again after ${recovered} ms`,
    );
  },
);
