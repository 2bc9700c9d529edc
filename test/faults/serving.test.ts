import { Client } from "@elastic/elasticsearch";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { loadLaws, removeIndices, testElasticsearch } from "../support/load.ts";
import { startApp } from "../support/start-app.ts";
import { record } from "./record.ts";
import { startFaultProxy, type Fault, type FaultProxy } from "./fault-proxy.ts";

const prefix = "test-faults-serving";
/** A visitor waits no longer for an answer, whatever the engine does: the client's limit, once more for a retry, and a margin for a busy machine. */
const longestWait = 12_000;
const pages = [
  "/api/v1/legislation?q=licence",
  "/api/v1/provisions?q=licence",
  "/api/v1/states",
  "/api/v1/obligations",
];

const elasticsearch = testElasticsearch();
let proxy: FaultProxy;
let client: Client;
let app: { address: string; stop: () => Promise<void> };

beforeAll(async () => {
  await loadLaws(elasticsearch, prefix);
  proxy = await startFaultProxy(inject("elasticsearchUrl").split(",")[0]!);
  client = new Client({ node: proxy.url, requestTimeout: 30_000, redaction: { type: "off" } });
  app = await startApp(client, prefix);
});

afterEach(() => {
  proxy.fault = () => undefined;
});

afterAll(async () => {
  await app.stop();
  await client.close();
  await proxy.stop();
  await removeIndices(elasticsearch, prefix);
});

const isSearch = ({ path }: { path: string }) => path.includes("_msearch") || path.includes("_search");

interface Answered {
  status: number;
  type: string;
  retryAfter: string | null;
  body: { type?: string; detail?: string; total?: number };
  milliseconds: number;
}

async function ask(page: string): Promise<Answered> {
  const begun = Date.now();
  const answer = await fetch(`${app.address}${page}`);
  return {
    status: answer.status,
    type: answer.headers.get("content-type") ?? "",
    retryAfter: answer.headers.get("retry-after"),
    body: (await answer.json()) as Answered["body"],
    milliseconds: Date.now() - begun,
  };
}

/** The engine's word that a part of an answer is missing, as it gives it with status 200. */
const lies: [name: string, change: (answer: { responses?: Record<string, unknown>[] }) => unknown][] = [
  ["that it ran out of time", (answer) => eachResponse(answer, (response) => ({ ...response, timed_out: true }))],
  [
    "that a part of the data failed",
    (answer) =>
      eachResponse(answer, (response) => ({
        ...response,
        _shards: { total: 1, successful: 0, skipped: 0, failed: 1 },
      })),
  ],
  [
    "an error inside",
    (answer) => eachResponse(answer, () => ({ status: 500, error: { type: "exception", reason: "something" } })),
  ],
];

function eachResponse(
  answer: { responses?: Record<string, unknown>[] },
  change: (response: Record<string, unknown>) => unknown,
): unknown {
  return answer.responses === undefined ? change(answer) : { ...answer, responses: answer.responses.map(change) };
}

const faults: [name: string, fault: Fault][] = [
  ["says nothing", { kind: "silent" }],
  ["hangs up at once", { kind: "cut", after: "request" }],
  ["hangs up in the middle", { kind: "cut", after: "half" }],
  ["answers a byte at a time", { kind: "trickle", milliseconds: 200 }],
  [
    "is overloaded",
    { kind: "answer", status: 429, body: '{"error":{"type":"es_rejected_execution_exception"},"status":429}' },
  ],
  [
    "is unavailable",
    { kind: "answer", status: 503, body: '{"error":{"type":"cluster_block_exception"},"status":503}' },
  ],
  ["answers in HTML", { kind: "answer", status: 200, body: "<html>hello</html>", type: "text/html" }],
  ["answers half an object", { kind: "answer", status: 200, body: '{"responses":[{"took":1,' }],
  ...lies.map(([name, change]): [string, Fault] => [`answers ${name}`, { kind: "lie", change }]),
];

describe("a visitor, when the engine", { timeout: 60_000 }, () => {
  it.each(faults)("%s, is told so in time and never shown a part for the whole", async (name, fault) => {
    proxy.fault = (request) => (isSearch(request) ? fault : undefined);
    const answers = await Promise.all(pages.map(ask));
    for (const [place, { status, type, retryAfter, body, milliseconds }] of answers.entries()) {
      expect([pages[place], status, body.detail]).toEqual([pages[place], 503, expect.any(String)]);
      expect(type).toContain("application/problem+json");
      expect(Number(retryAfter)).toBeGreaterThanOrEqual(5);
      expect(milliseconds).toBeLessThan(longestWait);
    }
    proxy.fault = () => undefined;
    const well = await ask(pages[0]!);
    expect([well.status, well.body.total]).toEqual([200, expect.any(Number)]);
    record(`an engine that ${name}: ${answers.length} of ${answers.length} visitors told so within ${longestWait} ms`);
  });

  it("loses a part of the data once, gets the whole answer from its copy", async () => {
    let lost = 0;
    proxy.fault = (request) => (isSearch(request) && lost++ === 0 ? { kind: "lie", change: lies[1]![1] } : undefined);
    const { status, body } = await ask(pages[0]!);
    expect([status, lost > 1]).toEqual([200, true]);
    proxy.fault = () => undefined;
    expect(body.total).toBe((await ask(pages[0]!)).body.total);
  });

  it("is only slow, gets the whole answer", async () => {
    proxy.fault = (request) => (isSearch(request) ? { kind: "late", milliseconds: 600 } : undefined);
    const slow = await ask(pages[0]!);
    proxy.fault = () => undefined;
    expect(slow.body.total).toBe((await ask(pages[0]!)).body.total);
    expect(slow.status).toBe(200);
  });

  it("is gone, hears from /readyz and /livez which of the two it is", async () => {
    // What was looked up just before is remembered for half a second.
    await new Promise((resolve) => setTimeout(resolve, 600));
    proxy.fault = () => ({ kind: "cut", after: "request" });
    const ready = await fetch(`${app.address}/readyz`);
    expect([ready.status, ((await ready.json()) as { reason: string }).reason]).toEqual([
      503,
      "Elasticsearch does not answer",
    ]);
    expect((await fetch(`${app.address}/livez`)).status).toBe(200);
  });
});
