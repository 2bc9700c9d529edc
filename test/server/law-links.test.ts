import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { Law, LegislationPage } from "#domain/legislation.ts";
import { loadLaws, removeIndices, testElasticsearch } from "../support/load.ts";
import { startApp } from "../support/start-app.ts";

const elasticsearch = testElasticsearch();
const prefix = "test-law-links";
let app: Awaited<ReturnType<typeof startApp>>;

beforeAll(async () => {
  await removeIndices(elasticsearch, prefix);
  await loadLaws(elasticsearch, prefix, join(import.meta.dirname, "../input/citing-laws"));
  app = await startApp(elasticsearch, prefix);
}, 120_000);

afterAll(async () => {
  await app?.stop();
  await removeIndices(elasticsearch, prefix);
});

const seals = {
  id: "ken-act-4-of-1998",
  title: "Seals and Stamps Act",
  number: "Act 4 of 1998",
  year: 1998,
  status: "in-force",
};
const stores = {
  id: "ken-act-11-of-2007",
  title: "Harbour Stores Act",
  number: "Act 11 of 2007",
  year: 2007,
  status: "in-force",
};

async function law(id: string): Promise<Law> {
  const response = await fetch(`${app.address}/api/v1/legislation/${encodeURIComponent(id)}`);
  expect(response.status).toBe(200);
  return z.parse(Law, await response.json());
}

describe("the answer of a law", () => {
  it("names what the law and each of its provisions cite", async () => {
    const { cites, citedBy, provisions } = await law(stores.id);
    expect(cites).toEqual({ laws: [seals], resolutions: ["S/RES/1373"] });
    expect(citedBy).toEqual({ total: 0, laws: [] });
    expect(provisions.map((provision) => provision.cites)).toEqual([
      {
        laws: [seals.id],
        provisions: [{ law: seals.id, anchor: "s-2", label: expect.any(String) as string }],
        resolutions: [],
      },
      { laws: [], provisions: [], resolutions: ["S/RES/1373"] },
      { laws: [], provisions: [], resolutions: [] },
    ]);
  });

  it("names what cites the law, and which of its provisions", async () => {
    const { cites, citedBy } = await law(seals.id);
    expect(cites).toEqual({ laws: [], resolutions: [] });
    expect(citedBy).toEqual({
      total: 1,
      laws: [{ ...stores, provisions: [{ anchor: "s-1", label: expect.any(String) as string, cites: ["s-2"] }] }],
    });
  });
});

describe("a search for a resolution", () => {
  it.each([
    "S/RES/1373",
    "s/res/1373 (2001)",
    "第1373(2001)号",
    "resolution 1373 (2001)",
    "القرار 1373 (2001)",
    "резолюция 1373 (2001)",
  ])("by %s finds the laws that cite it, in every language, at the provision that does", async (q) => {
    const response = await fetch(`${app.address}/api/v1/legislation?${new URLSearchParams({ q, state: "KEN,CHN" })}`);
    const { items, meta } = z.parse(LegislationPage, await response.json());
    expect(meta.relaxed).toBe(false);
    const citing = items.filter(({ sourcePath }) => sourcePath !== "");
    expect(citing.map(({ sourcePath }) => sourcePath).toSorted()).toEqual(["ports.md", "yinzhang.md"]);
    for (const { provisions } of citing) expect(provisions[0]?.matchedBy).toContain("citation");
  });

  it("finds no law with the same figures where none cites it", async () => {
    const response = await fetch(`${app.address}/api/v1/legislation?${new URLSearchParams({ q: "第1998(2011)号" })}`);
    expect(z.parse(LegislationPage, await response.json())).toMatchObject({ total: 0, meta: { relaxed: false } });
  });
});
