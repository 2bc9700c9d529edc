import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { availableParallelism } from "node:os";
import { Client } from "@elastic/elasticsearch";
import express from "express";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { door, downloading, inTurn, turns } from "#server/bulkhead.ts";

/** A server whose answers wait until they are told to go. */
async function listening(
  listener: Parameters<typeof createServer>[1],
): Promise<{ address: string; stop: () => Promise<void> }> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

describe("inTurn(elasticsearch)", () => {
  /** What the engine has been asked and not yet answered, by the last part of its path. */
  let held: { path: string; response: ServerResponse }[];
  let engine: { address: string; stop: () => Promise<void> };
  let client: Client;
  let patient: Client;

  beforeEach(async () => {
    held = [];
    engine = await listening((request, response) => void held.push({ path: request.url!, response }));
    client = new Client({ node: engine.address });
    patient = inTurn(client);
  });

  afterEach(async () => {
    await client.close();
    await engine.stop();
  });

  const answerAll = (status = 200) => {
    for (const { response } of held.splice(0))
      response
        .writeHead(status, { "Content-Type": "application/json", "X-Elastic-Product": "Elasticsearch" })
        .end("{}");
  };
  const asked = (kind: string) => held.filter(({ path }) => path.includes(kind)).length;

  it("sends 32 at once whatever they ask, and the next when one is answered", async () => {
    const answers = [
      ...Array.from({ length: 20 }, () => patient.search()),
      ...Array.from({ length: 20 }, () => patient.indices.getAlias()),
    ];
    await vi.waitFor(() => expect([asked("_search"), asked("_alias")]).toEqual([20, 12]));
    expect(turns["requests"]).toMatchObject({ running: 32, waiting: 8 });
    answerAll();
    await vi.waitFor(() => expect(asked("_alias")).toBe(8));
    answerAll();
    await Promise.all(answers);
    expect(turns["requests"]).toMatchObject({ running: 0, waiting: 0 });
  });

  it("sends 8 analyses of words at once, beside the others", async () => {
    const answers = [
      ...Array.from({ length: 32 }, () => patient.search()),
      ...Array.from({ length: 10 }, () => patient.indices.analyze({ text: "licence" })),
    ];
    await vi.waitFor(() => expect([asked("_search"), asked("_analyze")]).toEqual([32, 8]));
    answerAll();
    await vi.waitFor(() => expect(asked("_analyze")).toBe(2));
    answerAll();
    await Promise.all(answers);
  });

  it("takes turns back from what fails, and keeps one turn while it asks again", async () => {
    const answers = Array.from({ length: 40 }, () => patient.search());
    const ended = Promise.allSettled(answers);
    // The client asks again, three times, what is answered so.
    for (const length of [32, 32, 32, 32, 8, 8, 8, 8]) {
      await vi.waitFor(() => expect(held).toHaveLength(length));
      answerAll(502);
    }
    expect((await ended).every(({ status }) => status === "rejected")).toBe(true);
    expect(turns["requests"]).toMatchObject({ running: 0, waiting: 0 });
  });

  it("gives up in time what waits for its turn", async () => {
    const answers = Promise.all(Array.from({ length: 32 }, () => patient.search()));
    await expect(patient.search({}, { requestTimeout: 50 })).rejects.toMatchObject({ status: 503 });
    expect(turns["requests"]).toMatchObject({ running: 32, waiting: 0 });
    answerAll();
    await answers;
  });

  it("turns away who would be the 201st to wait", async () => {
    const answers = Promise.all(Array.from({ length: 232 }, () => patient.search()));
    await expect(patient.search()).rejects.toMatchObject({ status: 503 });
    for (let answered = 0; answered < 232; answered += 32) {
      await vi.waitFor(() => expect(held.length).toBeGreaterThanOrEqual(Math.min(32, 232 - answered)));
      answerAll();
    }
    await answers;
  });
});

describe("door(turnedAway)", () => {
  const inside = 2 * availableParallelism();
  const before = 50 * availableParallelism();

  it("lets some in and some wait, turns the next away at once, and those who have waited too long", async () => {
    const working: (() => void)[] = [];
    const turnedAway = vi.fn<() => void>();
    const app = express()
      .use(door(turnedAway))
      .get("/", (_request, response) => void working.push(() => response.end("done")));
    const { address, stop } = await listening(app);
    try {
      const answers = Array.from({ length: inside }, () => fetch(address));
      await vi.waitFor(() => expect(working).toHaveLength(inside));
      const waiting = Array.from({ length: before }, () => fetch(address));
      await vi.waitFor(async () => {
        const begun = Date.now();
        const refused = await fetch(address);
        expect(Date.now() - begun).toBeLessThan(500);
        expect(refused.status).toBe(503);
        expect(Number(refused.headers.get("retry-after"))).toBeGreaterThanOrEqual(5);
        expect(await refused.json()).toMatchObject({ status: 503, detail: expect.stringContaining("Too many people") });
      });
      for (const answered of await Promise.all(waiting)) expect(answered.status).toBe(503);
      expect(turnedAway.mock.calls.length).toBeGreaterThan(before);
      for (const end of working) end();
      for (const answered of await Promise.all(answers)) expect(answered.status).toBe(200);
      expect(working).toHaveLength(inside);
    } finally {
      await stop();
    }
  });

  it("counts what a visitor has asked for until it is done, also when they leave", async () => {
    const working: (() => void)[] = [];
    const app = express()
      .use(door(() => undefined))
      .get("/", (_request, response) => void working.push(() => response.end("done")));
    const { address, stop } = await listening(app);
    try {
      const leaving = new AbortController();
      const left = Array.from({ length: inside }, () => fetch(address, { signal: leaving.signal }).catch(() => "left"));
      await vi.waitFor(() => expect(working).toHaveLength(inside));
      const next = fetch(address);
      leaving.abort();
      expect(new Set(await Promise.all(left))).toEqual(new Set(["left"]));
      expect(working).toHaveLength(inside);
      working[0]!();
      await vi.waitFor(() => expect(working).toHaveLength(inside + 1));
      for (const end of working) end();
      expect((await next).status).toBe(200);
    } finally {
      await stop();
    }
  });
});

describe("downloading(turnedAway)", () => {
  it("lets 16 go on at once, each until it has been taken or its visitor has left", async () => {
    const sending: ServerResponse[] = [];
    const app = express()
      .use(downloading(() => undefined))
      .get("/", (_request, response) => {
        response.write("the first row\n");
        sending.push(response);
      });
    const { address, stop } = await listening(app);
    try {
      const leaving = new AbortController();
      await fetch(address, { signal: leaving.signal });
      const others = await Promise.all(Array.from({ length: 15 }, () => fetch(address)));
      expect((await fetch(address)).status).toBe(503);
      leaving.abort();
      await vi.waitFor(async () => expect((await fetch(address)).status).toBe(200));
      for (const response of sending) response.end();
      for (const other of others) expect(await other.text()).toBe("the first row\n");
    } finally {
      await stop();
    }
  });
});
