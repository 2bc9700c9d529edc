import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { LegislationPage } from "#domain/legislation.ts";
import type { TermTable } from "#domain/term-table.ts";
import { build } from "#indexer/build.ts";
import { generations, rollBack } from "#indexer/generations.ts";
import { Library } from "#indexer/library.ts";
import { readLegislation } from "#indexer/read-legislation.ts";
import { removeIndices, testElasticsearch } from "../support/load.ts";
import { startApp } from "../support/start-app.ts";

const elasticsearch = testElasticsearch();
const prefix = "test-term-table";
const signal = new AbortController().signal;
let home: string;
let library: Library;
let app: Awaited<ReturnType<typeof startApp>>;

const load = () => build(elasticsearch, library, { prefix, all: false, signal, log: () => undefined });

beforeAll(async () => {
  await removeIndices(elasticsearch, prefix);
  home = await mkdtemp(join(tmpdir(), "compendium-test-"));
  library = new Library(home);
  await readLegislation(join(import.meta.dirname, "../input/two-languages"), library, {
    source: "samples",
    defaults: {},
    dryRun: false,
    signal,
    check: () => undefined,
  });
  await load();
  app = await startApp(elasticsearch, prefix);
}, 300_000);

afterAll(async () => {
  await app?.stop();
  await removeIndices(elasticsearch, prefix);
  await rm(home, { recursive: true, force: true });
});

async function search(params: Record<string, string>): Promise<LegislationPage> {
  const response = await fetch(`${app.address}/api/v1/legislation?${new URLSearchParams(params)}`);
  expect(response.status).toBe(200);
  return z.parse(LegislationPage, await response.json());
}

async function table(from: string, to: string): Promise<TermTable | undefined> {
  const found = await elasticsearch.get<TermTable>(
    { index: `${prefix}-term-table`, id: `${from}-${to}` },
    { ignore: [404] },
  );
  return found._source;
}

describe("the term table", () => {
  it("knows what a word is in the other language of a law, in both directions", async () => {
    const english = await table("en", "fr");
    expect(english).toMatchObject({ from: "en", to: "fr", provisions: 9 });
    expect(english!.words["consign"]).toEqual([{ term: "cargaison", weight: 1 }]);
    expect((await table("fr", "en"))!.words["entrepot"]).toEqual([{ term: "warehouse", weight: 1 }]);
  });

  it("leaves out what meets by chance or belongs to another word, and languages without a law in common", async () => {
    const { words } = (await table("en", "fr"))!;
    expect(Object.keys(words)).not.toContain("night");
    expect(Object.values(words).flatMap((terms) => terms.filter(({ weight }) => weight < 0.25))).toEqual([]);
    expect(await table("en", "es")).toBeUndefined();
  });
});

describe("a search for words that name no concept", () => {
  it("finds laws in the other language by the words learned, and says which", async () => {
    const page = await search({ q: "consignment", language: "fr" });
    expect(page.meta.learned).toContainEqual({ word: "consignment", language: "fr", terms: ["cargaison"] });
    const order = page.items.find(({ state }) => state === "SEN")!;
    expect(order.provisions[0]).toMatchObject({ label: "Article 1", matchedBy: ["learned"] });
    expect(order.provisions[0]!.snippet).toContain("<mark>cargaison</mark>");
  });

  it("finds only what was typed once they are taken away", async () => {
    const page = await search({ q: "consignment", language: "fr", expand: "off" });
    expect(page.meta.learned).toEqual([]);
    expect(page.total).toBe(0);
  });

  it.each(['"consignment"', "consign*", "-consignment"])("asks no other language for %s", async (q) => {
    expect((await search({ q })).meta.learned).toEqual([]);
  });
});

describe("a load that changes a law in two languages", { timeout: 300_000 }, () => {
  it("swaps the table with it, and rolls back both", async () => {
    const catalogue = await library.catalogue("samples");
    const others = Object.fromEntries(Object.entries(catalogue).filter(([path]) => path !== "loi-sur-les-colis.md"));
    await library.writeCatalogue("samples", others);
    expect((await load()).built).toEqual(["en", "fr", "term-table"]);
    expect(await table("en", "fr")).toBeUndefined();

    const names = ["instruments-en", "provisions-en", "instruments-fr", "provisions-fr", "term-table"];
    await rollBack(elasticsearch, prefix, names);
    expect((await table("en", "fr"))!.provisions).toBe(9);
    const serving = (await generations(elasticsearch, prefix)).filter((index) => index.serving);
    expect(new Set(serving.map(({ generation }) => generation)).size).toBe(1);
  });
});
