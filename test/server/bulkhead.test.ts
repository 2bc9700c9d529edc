import { setTimeout as sleep } from "node:timers/promises";
import type { AddressInfo } from "node:net";
import express from "express";
import { describe, expect, it, vi } from "vitest";
import { door, inTurn, load } from "#server/bulkhead.ts";

/** Work that ends when it is told to. */
function held(): { work: () => Promise<string>; end: () => void } {
  let end = () => undefined as void;
  const done = new Promise<string>((resolve) => (end = () => resolve("done")));
  return { work: () => done, end };
}

describe("inTurn(work)", () => {
  it("runs 32 at once, lets 200 wait, and turns the next away with 503", async () => {
    const pieces = Array.from({ length: 232 }, held);
    const answers = pieces.map(({ work }) => inTurn(work));
    expect(load()).toEqual({ running: 32, waiting: 200 });
    await expect(inTurn(async () => "one too many")).rejects.toMatchObject({ status: 503 });

    // Those that wait come in the order they came.
    pieces[0]!.end();
    await answers[0];
    expect(load()).toEqual({ running: 32, waiting: 199 });
    for (const { end } of pieces) end();
    expect(new Set(await Promise.all(answers))).toEqual(new Set(["done"]));
    expect(load()).toEqual({ running: 0, waiting: 0 });
  });

  it("turns away who has waited too long, and gives the turn to nobody in their place", async () => {
    const pieces = Array.from({ length: 32 }, held);
    const answers = pieces.map(({ work }) => inTurn(work));
    await expect(inTurn(async () => "late")).rejects.toMatchObject({ status: 503 });
    expect(load()).toEqual({ running: 32, waiting: 0 });
    for (const { end } of pieces) end();
    await Promise.all(answers);
    expect(load()).toEqual({ running: 0, waiting: 0 });
  });

  it("takes a turn back from work that fails", async () => {
    const failing = Array.from({ length: 40 }, () =>
      inTurn(async () => {
        await sleep(1);
        throw new Error("no");
      }),
    );
    expect((await Promise.allSettled(failing)).every(({ status }) => status === "rejected")).toBe(true);
    expect(load()).toEqual({ running: 0, waiting: 0 });
  });
});

describe("door()", () => {
  it("lets 64 in, turns the next away, and lets one in for each that goes, answered or not", async () => {
    const inside: (() => void)[] = [];
    const app = express();
    app.use(door());
    app.get("/", (_request, response) => void inside.push(() => response.end("done")));
    const server = app.listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    try {
      const leaving = new AbortController();
      const left = fetch(address, { signal: leaving.signal }).catch(() => "left");
      const answers = Array.from({ length: 63 }, () => fetch(address));
      await vi.waitFor(() => expect(inside).toHaveLength(64));
      expect((await fetch(address)).status).toBe(503);

      leaving.abort();
      expect(await left).toBe("left");
      await vi.waitFor(async () => {
        const next = fetch(address, { signal: AbortSignal.timeout(300) }).then(
          ({ status }) => status,
          () => "inside",
        );
        expect(await next).toBe("inside");
      });
      for (const end of inside) end();
      expect((await Promise.all(answers)).every(({ status }) => status === 200)).toBe(true);
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });
});
