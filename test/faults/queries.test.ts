import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "@elastic/elasticsearch";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { parseQuery, wantedParts } from "#server/query.ts";
import { loadLaws, removeIndices, testElasticsearch } from "../support/load.ts";
import { startApp } from "../support/start-app.ts";
import { startFaultProxy, type FaultProxy } from "./fault-proxy.ts";
import { questions } from "./hostile-questions.ts";
import { record, seed } from "./record.ts";

/** Questions in all; QUERIES=50000 asks more than every run of the suite needs. A tenth goes through the whole API. */
const asked = Number(process.env["QUERIES"] ?? 1000);

const prefix = "test-faults-queries";
const longest = 512;
/** A parameter that does not fit, or an address that is longer than any may be. */
const refusals = [400, 414, 431];
const elasticsearch = testElasticsearch();
let proxy: FaultProxy;
let client: Client;
/** The engine's own words, which visitors are not told. */
let lastRefusal = "";
let app: Awaited<ReturnType<typeof startApp>>;

beforeAll(async () => {
  await removeIndices(elasticsearch, prefix);
  await loadLaws(elasticsearch, prefix);
  proxy = await startFaultProxy(inject("elasticsearchUrl").split(",")[0]!);
  client = new Client({ node: proxy.url, redaction: { type: "off" } });
  client.diagnostic.on("response", (error) => {
    if (error !== null) lastRefusal = `${error.name}: ${error.message}`;
  });
  app = await startApp(client, prefix);
}, 300_000);

afterAll(async () => {
  await app.stop();
  await client.close();
  await proxy.stop();
  await removeIndices(elasticsearch, prefix);
});

describe("whatever is typed", { timeout: 1_800_000 }, () => {
  it("is read without an error, within the limits of what the engine is asked", () => {
    const runs = asked - Math.floor(asked / 10);
    fc.assert(
      fc.property(questions(), (typed) => {
        const { query, slips } = parseQuery(typed);
        expect(wantedParts(query).length).toBeLessThanOrEqual(32);
        expect(slips.length).toBeLessThanOrEqual(longest);
      }),
      { numRuns: runs, seed },
    );
    record(`questions read: ${runs} of ${runs} without an error, seed ${seed}`);
  });

  it("is answered with 200 or 400, and asks the engine for nothing but words in indices of ours", async () => {
    const foreign: string[] = [];
    proxy.fault = ({ path, body }) => {
      if (path.startsWith("/_msearch")) foreign.push(...body.trim().split("\n").flatMap(unexpectedIn));
      return undefined;
    };
    const addresses = fc.sample(fc.tuple(fc.constantFrom(...lists), questions(), fc.nat(99)), {
      numRuns: Math.floor(asked / 10),
      seed,
    });
    const wrong: string[] = [];
    const count = new Map<number, number>();
    const queue = addresses.values();
    const ask = async () => {
      for (const [list, typed, place] of queue) {
        const address = `${list}?${parameters(typed, place)}`;
        const { status, body } = await answerTo(address);
        count.set(status, (count.get(status) ?? 0) + 1);
        const limit = list.endsWith("suggest") ? 200 : longest;
        const isTooLong = [...typed].length > limit; // in characters: a picture that is two halves in UTF-16 is one
        const fits = place < 40 ? isTooLong === refusals.includes(status) : true;
        if (![200, ...refusals].includes(status) || !fits)
          wrong.push(`${status} ${address} ${body.slice(0, 200)} ${lastRefusal}`);
      }
    };
    await Promise.all(Array.from({ length: 8 }, ask));
    proxy.fault = () => undefined;
    expect(wrong).toEqual([]);
    expect(foreign).toEqual([]);
    // Both happen, or the test has asked nothing.
    expect([count.get(200), count.get(400)]).toEqual([expect.any(Number), expect.any(Number)]);
    const kinds = [...count].map(([status, answers]) => `${answers} with ${status}`).join(", ");
    record(`questions asked: ${addresses.length} of ${addresses.length} answered: ${kinds}, 0 with 5xx, seed ${seed}`);
  });

  it("is analysed in a few requests, however many alternatives it has, and once", async () => {
    const alternatives = Array.from({ length: 32 }, (_, place) => `a${place} b${place}`).join(" | ");
    // What is kept of a generation is asked for once.
    await answerTo("/api/v1/search?q=licence");
    const analyses: string[] = [];
    proxy.fault = ({ path }) => {
      if (path.includes("/_analyze")) analyses.push(path);
      return undefined;
    };
    const ask = () => answerTo(`/api/v1/search?q=${inAddress(alternatives)}`);
    const first = await ask();
    const sent = analyses.length;
    // Who turns a page asks for the same words again.
    const second = await ask();
    proxy.fault = () => undefined;
    expect([first.status, second.status]).toEqual([200, 200]);
    // Of each language of Latin letters: laws, practices, documents and concepts are looked for at the same time.
    expect(sent).toBeGreaterThan(0);
    expect(sent).toBeLessThan(30);
    expect(analyses.length).toBe(sent);
  });

  it("is refused without asking the engine when it is beyond the limits", async () => {
    // Within this half second the generation is remembered; afterwards nobody asks but these.
    await sleep(600);
    proxy.requests = 0;
    const beyond = [
      ...lists.map((list) => `${list}?q=${"a".repeat(longest + 1)}`),
      `/api/v1/legislation?q=${"核".repeat(1500)}`,
      `/api/v1/legislation?page=1000000`,
      `/api/v1/legislation?size=101`,
      `/api/v1/legislation?sort=_script`,
      `/api/v1/legislation?q=a&q=b`,
      `/api/v1/legislation?${Array.from({ length: 300 }, (_, place) => `state=A${place}`).join("&")}`,
      `/api/v1/legislation?yearFrom=1e999`,
      `/api/v1/legislation?on=2004-02-31`,
      `/api/v1/legislation?${"a=b&".repeat(5000)}`,
    ];
    for (const address of beyond) {
      const { status, body } = await answerTo(address);
      expect([address.slice(0, 80), status, body.slice(0, 200)]).toEqual([
        address.slice(0, 80),
        expect.toBeOneOf(refusals),
        expect.any(String),
      ]);
    }
    expect(proxy.requests).toBe(0);
  });

  it("names no law, State or document by accident", async () => {
    const named = fc.sample(questions(), { numRuns: Math.max(40, Math.floor(asked / 500)), seed });
    for (const typed of named)
      for (const list of [
        "legislation",
        "reports",
        "states",
        "effective-practices",
        "treaties",
        "reviews",
        "regions",
      ]) {
        const { status } = await answerTo(`/api/v1/${list}/x${inAddress(typed)}`);
        expect([list, typed, status]).toEqual([list, typed, expect.toSatisfy((given) => given >= 400 && given < 500)]);
      }
  });
});

const lists = [
  "/api/v1/legislation",
  "/api/v1/provisions",
  "/api/v1/reports",
  "/api/v1/effective-practices",
  "/api/v1/search",
  "/api/v1/suggest",
];

/** The words as they are, or in a filter, an order, or as bytes that are no text. */
function parameters(typed: string, place: number): string {
  const value = inAddress(typed);
  if (place < 40) return `q=${value}`;
  if (place < 55) return `q=licence&state=${value}&region=${value}`;
  if (place < 65) return `q=licence&obligation=${value}&concept=${value}&sort=${value}`;
  if (place < 75) return `q[${value}]=${value}&q[]=${value}`;
  if (place < 85) return `${value}=${value}&__proto__[a]=b&page=${value}&size=${value}`;
  return `q=%ED%A0%80%C3%28%FF${value}&language=${place % 2 === 0 ? "zh" : "ar"}&expand=off`;
}

/** Half a pair of UTF-16 cannot stand in an address; it becomes U+FFFD, as browsers have it. */
function inAddress(typed: string): string {
  return encodeURIComponent(Buffer.from(typed).toString());
}

/** A machine that is busy with other work may answer 503, and asks to try again: a question that is the fault fails again. */
async function answerTo(address: string, tries = 3): Promise<{ status: number; body: string }> {
  const answer = await fetch(`${app.address}${address}`);
  const body = await answer.text();
  if (answer.status !== 503 || tries === 1) return { status: answer.status, body };
  await sleep(2000);
  return answerTo(address, tries - 1);
}

/** Clauses that run code, or cost what their length does not tell; and indices that are not ours. */
const unwanted = new Set([
  "script",
  "script_fields",
  "runtime_mappings",
  "query_string",
  "simple_query_string",
  "regexp",
  "wildcard",
  "more_like_this",
  "percolate",
  "pit",
]);

/** What a line of a request for several searches holds that it should not. */
function unexpectedIn(line: string): string[] {
  const found: string[] = [];
  const look = (value: unknown) => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inside] of Object.entries(value)) {
      if (unwanted.has(key)) found.push(key);
      look(inside);
    }
  };
  const given = JSON.parse(line) as { index?: string[] };
  look(given);
  return [...found, ...(given.index ?? []).filter((name) => !name.startsWith(`${prefix}-`))];
}
