import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { api } from "#domain/api.ts";
import { cellValues } from "#domain/matrices.ts";
import { Problem } from "#domain/problem.ts";
import { evidenceColumns, type RegionProfile, type StateProfile } from "#domain/profiles.ts";
import { buildRecords } from "#indexer/build-records.ts";
import { loadRecords } from "#indexer/load-records.ts";
import { loadRecordTypes } from "#indexer/record-types.ts";
import { loadLaws, removeIndices, testElasticsearch } from "../support/load.ts";
import { startApp } from "../support/start-app.ts";

const elasticsearch = testElasticsearch();
const prefix = "test-profiles";
const samples = join(import.meta.dirname, "../../docs/samples");
let app: Awaited<ReturnType<typeof startApp>>;

beforeAll(async () => {
  const home = await mkdtemp(join(tmpdir(), "compendium-profiles-"));
  const signal = new AbortController().signal;
  await removeIndices(elasticsearch, prefix);
  await loadLaws(elasticsearch, prefix);
  for (const type of await loadRecordTypes()) {
    // One matrix of our own: the whole demonstration takes a minute to load, and has a test of its own.
    const given = { source: "samples", dryRun: false, check: () => undefined, given: {} };
    if (type.slug !== "treaties") await loadRecords(type, home, join(samples, type.slug), given);
    await buildRecords(elasticsearch, home, type, { prefix, all: false, signal, log: () => undefined });
  }
  await rm(home, { recursive: true, force: true });
  app = await startApp(elasticsearch, prefix);
}, 240_000);

afterAll(async () => {
  await app?.stop();
  await removeIndices(elasticsearch, prefix);
});

const get = (path: string) => fetch(`${app.address}${path}`);

async function totalOf(path: string): Promise<number> {
  const response = await get(path);
  expect([path, response.status]).toEqual([path, 200]);
  return ((await response.json()) as { total: number }).total;
}

async function stateOf(iso3: string, language = "en"): Promise<StateProfile> {
  return z.parse(api.state.answer, await (await get(`/api/v1/states/${iso3}?language=${language}`)).json());
}

async function regionOf(id: string): Promise<RegionProfile> {
  return z.parse(api.region.answer, await (await get(`/api/v1/regions/${id}`)).json());
}

describe("/api/v1/states/{iso3}", () => {
  it.each(["CAN", "CHN"])("counts in each cell of %s the provisions that its link opens", async (iso3) => {
    const { evidence } = await stateOf(iso3);
    expect(evidence.areas.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["OP2", "OP3A", "OP3B", "OP3C", "OP3D"]),
    );
    for (const { code, cells } of evidence.areas)
      for (const column of evidenceColumns) {
        const weapon = column === "any" ? "" : `&weapon=${column}`;
        expect([code, column, cells[column].confirmed.provisions]).toEqual([
          code,
          column,
          await totalOf(`/api/v1/provisions?size=1&state=${iso3}&obligation=${code}${weapon}`),
        ]);
      }
    for (const { code, cells } of evidence.areas)
      expect([code, cells.any.proposed.provisions]).toEqual([
        code,
        await totalOf(`/api/v1/provisions?size=1&state=${iso3}&proposed=${code}`),
      ]);
  });

  it("has as many laws, documents and practices as their own endpoints", async () => {
    for (const iso3 of ["CAN", "KEN"]) {
      const { laws, documents, practices } = await stateOf(iso3);
      expect(laws.total).toBe(await totalOf(`/api/v1/legislation?size=1&state=${iso3}`));
      expect(laws.years.reduce((sum, year) => sum + year.laws, 0)).toBeLessThanOrEqual(laws.total);
      expect(documents.total).toBe(await totalOf(`/api/v1/reports?size=1&state=${iso3}`));
      expect(practices.total).toBe(await totalOf(`/api/v1/effective-practices?size=1&contributor=${iso3}`));
    }
  });

  it("sums up the matrix that the endpoint of matrices has cell by cell, the five answers apart", async () => {
    const { matrix } = (await stateOf("KEN")).matrix;
    const { cells } = z.parse(api.matrix.answer, await (await get("/api/v1/matrices/KEN")).json());
    expect(matrix).toMatchObject({ snapshot: "2024", demonstration: false });
    for (const value of cellValues)
      expect([value, matrix!.areas.reduce((sum, { values }) => sum + values[value], 0)]).toEqual([
        value,
        cells.filter((cell) => cell.value === value).length,
      ]);
  });

  it("tells what a State is to a treaty, by which acts, and until when that is known", async () => {
    const { treaties } = await stateOf("KEN", "fr");
    const convention = treaties.items.find(({ code }) => code === "CWC");
    expect(convention).toMatchObject({ name: "Convention sur les armes chimiques", standing: "party" });
    expect(convention!.acts.map(({ act, date }) => `${act} ${date}`)).toEqual([
      "signature 1993-01-15",
      "ratification 1997-04-25",
    ]);
    expect(convention!.knownUntil).toMatch(/^2026-/);
  });

  it("names the last report, and lists what was last done and read", async () => {
    const { documents, changes } = await stateOf("KEN");
    expect(documents.lastReport).toMatchObject({ symbol: "S/AC.44/2024/999", date: "2024-07-01" });
    expect(changes.items.slice(0, 2).map(({ kind, date }) => `${kind} ${date}`)).toEqual([
      "matrix 2024-12-01",
      "document 2024-07-01",
    ]);
    expect((await stateOf("CAN")).changes.items[0]).toMatchObject({ kind: "reading", state: "CAN" });
  });

  it("says of a State without records that there are none, each block with its date", async () => {
    const { evidence, laws, matrix, documents, practices } = await stateOf("tuv");
    expect([laws.total, documents.total, practices.total, matrix.matrix, documents.lastReport]).toEqual([
      0,
      0,
      0,
      undefined,
      undefined,
    ]);
    expect(evidence.areas.every(({ cells }) => cells.any.confirmed.provisions === 0)).toBe(true);
    for (const { asOf } of [evidence, laws, matrix, documents, practices]) expect(asOf).toMatch(/^20\d\d-/);
  });

  it("puts Türkiye in both groups it takes part in, the one it is counted in first", async () => {
    const { places } = await stateOf("TUR");
    expect(places.map(({ code }) => code)).toEqual(["WEOG", "142", "145", "APG"]);
  });

  it("refuses a code of no Member State", async () => {
    const response = await get("/api/v1/states/ZZZ");
    expect(response.status).toBe(404);
    expect(z.parse(Problem, await response.json()).detail).toContain('"ZZZ"');
  });
});

describe("/api/v1/regions/{id}", () => {
  it("sums what is recorded about the members, and says of how many", async () => {
    const [region, members] = await Promise.all([regionOf("AFR"), totalOf("/api/v1/legislation?size=1&region=AFR")]);
    expect(region.members).toHaveLength(54);
    expect(region.laws.total).toBe(members);
    expect(region.laws.total).toBe(region.members.reduce((sum, { laws }) => sum + laws, 0));
    expect(region.laws.states).toBe(region.members.filter(({ laws }) => laws > 0).length);
    expect(region.documents).toMatchObject({ reporting: 1 });
    expect(region.matrices.matrices).toMatchObject({ published: 1, snapshot: "2024" });
    expect(region.members.map(({ name }) => name)).toEqual(
      region.members.map(({ name }) => name).toSorted(new Intl.Collator("en").compare),
    );
  });

  it("counts as many parties to a treaty as its members' own pages", async () => {
    const region = await regionOf("053");
    const states = await Promise.all(region.members.map(({ iso3 }) => stateOf(iso3)));
    for (const { code, parties, of } of region.treaties.items)
      expect([code, parties, of]).toEqual([
        code,
        states.filter(({ treaties }) => treaties.items.some((own) => own.code === code && own.standing === "party"))
          .length,
        2,
      ]);
  });

  it("names who takes part and is counted elsewhere, and the parts of a region", async () => {
    expect((await regionOf("apg")).guests).toEqual([{ iso3: "TUR", name: "Türkiye" }]);
    expect((await regionOf("009")).parts.map(({ code }) => code)).toContain("061");
    expect((await get("/api/v1/regions/999")).status).toBe(404);
  });
});

describe("a profile taken away", () => {
  it("has every figure of the page with its date, as CSV and as JSON", async () => {
    const rows = parse(await (await get("/api/v1/states/CAN.csv")).text(), { columns: true, bom: true }) as Record<
      string,
      string
    >[];
    const { evidence } = await stateOf("CAN");
    const cell = rows.find(
      ({ block, code, weapon, what }) =>
        block === "evidence" && code === "OP3A" && weapon === "NW" && what === "confirmed",
    );
    expect(cell).toMatchObject({
      count: String(evidence.areas.find(({ code }) => code === "OP3A")!.cells.NW.confirmed.provisions),
      address: "/legislation?state=CAN&obligation=OP3A&weapon=NW",
    });
    expect(cell!["disclaimer"]).toContain("ranks no State");
    const { items } = (await (await get("/api/v1/states/CAN.json")).json()) as { items: unknown[] };
    expect(items).toHaveLength(rows.length);
    expect((await get("/api/v1/regions/AFR.csv")).status).toBe(200);
    expect((await get("/api/v1/states/ZZZ.csv")).status).toBe(404);
  });
});

describe("/api/v1/search", () => {
  const search = async (q: string, language = "en") =>
    z.parse(api.search.answer, await (await get(`/api/v1/search?${new URLSearchParams({ q, language })}`)).json());

  it("has of each kind as many as the kind's own endpoint, which it names", async () => {
    const found = await search("nuclear material");
    for (const kind of ["legislation", "practices", "reports"] as const)
      expect([kind, found[kind].total]).toEqual([kind, await totalOf(found[kind].endpoint)]);
    expect(found.legislation.items.length).toBe(5);
  });

  it("finds States, obligations and concepts by name, in the middle of a question too", async () => {
    const found = await search("export control in Canada");
    expect(found.states.items.map(({ iso3 }) => iso3)).toEqual(["CAN"]);
    expect(found.concepts.total).toBeGreaterThan(0);
    expect((await search("物理保护", "zh")).states.total).toBe(0);
    expect((await search("加拿大", "zh")).states.items.map(({ name }) => name)).toEqual(["加拿大"]);
    expect((await search("phys")).obligations.items.map(({ code }) => code)).toContain("OP3B");
  });

  it("answers whatever is typed", async () => {
    for (const q of ["", '"', "((", "-", "a | ", "*", "\u0000", "🚢".repeat(50)])
      expect([q, (await get(`/api/v1/search?${new URLSearchParams({ q })}`)).status]).toEqual([q, 200]);
  });

  it("completes what is typed across kinds, each with its address", async () => {
    const { items } = z.parse(api.suggest.answer, await (await get("/api/v1/suggest?q=can")).json());
    expect(items.find(({ kind }) => kind === "state")).toMatchObject({ text: "Canada", address: "/states/CAN" });
    const concepts = z.parse(api.suggest.answer, await (await get("/api/v1/suggest?q=broker")).json());
    expect(concepts.items.map(({ kind }) => kind)).toContain("concept");
  });

  it.each([
    ["Tenth prog", "en", "report", "/reports/s-2011-380"],
    ["第十个工作", "zh", "report", "/reports/s-2011-380"],
    ["two permits", "en", "practice", "/effective-practices/saudi-biological-regulation"],
  ])("completes %s, in %s, to a %s", async (q, language, kind, address) => {
    const response = await get(`/api/v1/suggest?${new URLSearchParams({ q, language })}`);
    const { items } = z.parse(api.suggest.answer, await response.json());
    expect(items).toContainEqual(expect.objectContaining({ kind, language, address }));
  });
});
