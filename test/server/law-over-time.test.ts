import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { Changes } from "#domain/changes.ts";
import { Law, LegislationPage, ProvisionsPage } from "#domain/legislation.ts";
import { loadLaws, removeIndices, testElasticsearch } from "../support/load.ts";
import { startApp } from "../support/start-app.ts";

const elasticsearch = testElasticsearch();
const prefix = "test-law-over-time";
let app: Awaited<ReturnType<typeof startApp>>;

beforeAll(async () => {
  await removeIndices(elasticsearch, prefix);
  const { rejects } = await loadLaws(elasticsearch, prefix, join(import.meta.dirname, "../input/law-over-time"));
  expect(rejects).toEqual([]);
  app = await startApp(elasticsearch, prefix);
}, 120_000);

afterAll(async () => {
  await app?.stop();
  await removeIndices(elasticsearch, prefix);
});

const get = (path: string) => fetch(`${app.address}${path}`);

describe("a search for the law of a day", () => {
  const search = async (more: string) =>
    z.parse(LegislationPage, await (await get(`/api/v1/legislation?size=100&${more}`)).json());
  const idsOn = async (day: string, more = "state=GHA") =>
    (await search(`${more}&on=${day}`)).items.map(({ id }) => id).toSorted();

  it("finds laws from the day they came into force, known by its month or its day", async () => {
    expect(await idsOn("2004-03-31")).toEqual(["gha-weights-act"]);
    expect(await idsOn("2004-04-01")).toEqual(["gha-seals-act", "gha-weights-act"]);
    expect(await idsOn("1990-01-01")).toEqual(["gha-weights-act"]);
    expect(await idsOn("1989-12-31")).toEqual([]);
  });

  it("finds laws no longer on the day they are repealed", async () => {
    expect(await idsOn("2010-06-29")).toContain("gha-weights-act");
    expect(await idsOn("2010-06-30")).not.toContain("gha-weights-act");
  });

  it("finds one version of a law on each day, the old one until the new one is in force", async () => {
    const versions = "q=示例登记&state=CHN";
    expect(await idsOn("2014-10-31", versions)).toEqual([]);
    expect(await idsOn("2014-11-01", versions)).toEqual(["chn-示例登记条例-2014-11-01"]);
    expect(await idsOn("2023-06-30", versions)).toEqual(["chn-示例登记条例-2014-11-01"]);
    expect(await idsOn("2023-07-01", versions)).toEqual(["chn-示例登记条例-2023-04-26"]);
  });

  it("counts apart the laws whose dates do not tell, and shows them when asked to", async () => {
    // The order without dates, and the one of which only its end is said; not the draft, which was never law.
    const page = await search("state=GHA&on=2005-01-01");
    expect(page).toMatchObject({ total: 2, meta: { undated: 2 } });
    const all = await search("state=GHA&on=2005-01-01&undated=include");
    expect(all).toMatchObject({ total: 4, meta: { undated: 2 } });
    expect(all.items.map(({ id }) => id)).toEqual(expect.arrayContaining(["gha-ports-order", "gha-lost-order"]));
    expect((await search("state=GHA&on=1979-01-01")).meta.undated).toBe(1);
    expect((await search("state=GHA")).meta).not.toHaveProperty("undated");
  });

  it("counts its facets under the day, and has words and provisions like any other", async () => {
    const page = await search("q=consignment&state=GHA&on=2005-01-01");
    expect(page).toMatchObject({ total: 1, meta: { undated: 2 } });
    expect(page.facets["type"]).toEqual([{ value: "act", count: 1 }]);
    const provisions = z.parse(
      ProvisionsPage,
      await (await get("/api/v1/provisions?q=consignment&state=GHA&on=2005-01-01")).json(),
    );
    expect(provisions).toMatchObject({ total: 1, meta: { undated: 2 } });
  });

  it("says what is no day", async () => {
    for (const day of ["2004", "2004-02-30", "0900-01-01", "today", "2004-1-1"]) {
      const response = await get(`/api/v1/legislation?on=${day}`);
      expect([day, response.status]).toEqual([day, 400]);
    }
    expect((await get("/api/v1/legislation?undated=perhaps")).status).toBe(400);
  });
});

describe("a law as JSON-LD", () => {
  it("is described in the words of schema.org, with addresses of this server", async () => {
    const response = await get("/api/v1/legislation/gha-seals-act.jsonld");
    expect(response.headers.get("content-type")).toContain("application/ld+json");
    expect(await response.json()).toMatchObject({
      "@type": "Legislation",
      "@id": `${app.address}/legislation/gha-seals-act`,
      name: "Seals of Containers Act",
      legislationDate: "2003-11",
      inLanguage: "en",
      legislationLegalForce: "https://schema.org/InForce",
      isBasedOn: "https://example.org/gha/seals?act=1&part=2",
      meta: { disclaimer: expect.stringContaining("does not measure compliance") },
    });
  });

  it("claims no force where the source states none, for an id with dots and dashes too", async () => {
    const version = await get(`/api/v1/legislation/${encodeURIComponent("chn-示例登记条例-2023-04-26")}.jsonld`);
    expect(await version.json()).not.toHaveProperty("legislationLegalForce");
    expect((await get("/api/v1/legislation/can-n-28.3.jsonld")).status).toBe(200);
    expect((await get("/api/v1/legislation/gha-nothing.jsonld")).status).toBe(404);
  });
});

describe("the changes between two versions of a law", () => {
  const later = "chn-示例登记条例-2023-04-26";
  const earlier = "chn-示例登记条例-2014-11-01";
  const changesOf = (id: string, from: string) =>
    get(`/api/v1/legislation/${encodeURIComponent(id)}/changes?${new URLSearchParams({ from })}`);

  it("are told by article, by likeness where numbers moved, and by character", async () => {
    const changes = z.parse(Changes, await (await changesOf(later, earlier)).json());
    expect(changes).toMatchObject({
      law: { id: later, date: "2023-04-26" },
      from: { id: earlier, date: "2014-11-01", status: "superseded" },
      counts: { added: 1, removed: 1, changed: 2, renumbered: 0, unchanged: 1 },
      meta: { disclaimer: expect.stringContaining("does not measure compliance") },
    });
    expect(changes.items.map(({ kind, before, after }) => [kind, before?.anchor, after?.anchor])).toEqual([
      ["changed", "art-2", "art-2"],
      ["added", undefined, "art-3"],
      ["changed", "art-3", "art-4"],
      ["removed", "art-4", undefined],
    ]);
    expect(changes.items[2]!.parts).toContainEqual({ kind: "removed", text: "五" });
    expect(changes.items[2]!.parts).toContainEqual({ kind: "added", text: "十" });
  });

  it("are linked from the law: its other versions have their dates", async () => {
    const law = z.parse(Law, await (await get(`/api/v1/legislation/${encodeURIComponent(later)}`)).json());
    expect(law.versions).toMatchObject([{ id: earlier, date: "2014-11-01" }]);
  });

  it("are refused in words for what is no other version", async () => {
    for (const from of ["", later, "gha-seals-act", "nothing", "\u0000"]) {
      const response = await changesOf(later, from);
      expect([from, response.status]).toEqual([from, 400]);
      expect(await response.json()).toMatchObject({ detail: expect.stringContaining("no other version") });
    }
    expect((await changesOf("gha-nothing", earlier)).status).toBe(404);
  });
});
