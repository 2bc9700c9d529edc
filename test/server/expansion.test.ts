import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { LegislationPage, ProvisionsPage } from "#domain/legislation.ts";
import { concepts } from "#data/thesaurus.ts";
import { conceptsIn } from "#server/concepts.ts";
import { loadLaws, removeIndices, testElasticsearch } from "../support/load.ts";
import { startApp } from "../support/start-app.ts";

const elasticsearch = testElasticsearch();
const prefix = "test-expansion";
let app: Awaited<ReturnType<typeof startApp>>;

beforeAll(async () => {
  await removeIndices(elasticsearch, prefix);
  await loadLaws(elasticsearch, prefix);
  app = await startApp(elasticsearch, prefix);
}, 120_000);

afterAll(async () => {
  await app?.stop();
  await removeIndices(elasticsearch, prefix);
});

async function search(params: Record<string, string>): Promise<LegislationPage> {
  const response = await fetch(`${app.address}/api/v1/legislation?${new URLSearchParams({ size: "100", ...params })}`);
  expect(response.status).toBe(200);
  return z.parse(LegislationPage, await response.json());
}

describe("concepts named by words", () => {
  const named = async (words: string) =>
    (await conceptsIn({ elasticsearch, prefix }, words)).map(({ concept, start, end }) => [
      concept.id,
      words.slice(start, end),
    ]);

  it.each([
    ["ترخيص تصدير المواد النووية", ["export-licence", "ترخيص تصدير"], ["nuclear-material", "المواد النووية"]],
    ["وساطة", ["brokering", "وساطة"]],
    ["وقود نووي مستهلك", ["spent-fuel", "وقود نووي مستهلك"]],
    ["核材料出口许可", ["nuclear-material", "核材料"], ["export-licence", "出口许可"]],
    [
      "a licence to export nuclear materials",
      ["licensing", "licence"],
      ["export", "export"],
      ["nuclear-material", "nuclear materials"],
    ],
    [
      "licence d'exportation de biens à double usage",
      ["export-licence", "licence d'exportation"],
      ["dual-use-item", "biens à double usage"],
    ],
    [
      "лицензия на экспорт ядерных материалов",
      ["export-licence", "лицензия на экспорт"],
      ["nuclear-material", "ядерных материалов"],
    ],
    ["transbordo de mercancías", ["trans-shipment", "transbordo"]],
  ])("in %s, in any form, the longest first", async (words, ...expected) => {
    expect(await named(words)).toEqual(expected);
  });

  it("not across the border of two Chinese words", async () => {
    expect((await named("交通运输")).map(([concept]) => concept)).not.toContain("trans-shipment");
  });

  it("not an abbreviation in a word that shares its stem", async () => {
    expect(await named("дня")).toEqual([]);
  });
});

describe("a search widened by the thesaurus", () => {
  it("finds laws in other languages than that of the question, and says by which terms", async () => {
    const page = await search({ q: "courtage" });
    expect(page.items.map(({ id }) => id)).toContain("can-e-19");
    const english = page.meta.expansions.find(({ concept, language }) => concept === "brokering" && language === "en");
    expect(english?.terms).toEqual(concepts.get("brokering")!.terms.en);
    const permits = page.items.find(({ id }) => id === "can-e-19")!;
    expect(permits.provisions[0]).toMatchObject({ matchedConcepts: ["brokering"] });
    expect(permits.provisions[0]!.matchedBy).toContain("concept");
  });

  it("finds only what was typed once the terms are taken away", async () => {
    const off = await search({ q: "courtage", expand: "off" });
    expect(off.meta.expansions).toEqual([]);
    expect(off.items.map(({ id }) => id)).not.toContain("can-e-19");
    expect(off.total).toBeLessThan((await search({ q: "courtage" })).total);
  });

  it.each(['"courtage"', "courta*", "-courtage"])("does not widen %s", async (q) => {
    expect((await search({ q })).meta.expansions).toEqual([]);
  });

  it("still drops laws with an excluded word, whatever they were found by", async () => {
    const without = await search({ q: "courtage -permit" });
    expect(without.items.map(({ id }) => id)).not.toContain("can-e-19");
    expect(without.total).toBeGreaterThan(0);
  });

  it("looks past words that are left between concepts and are no words to look for", async () => {
    const page = await search({ q: "courtage et matières nucléaires", language: "fr" });
    expect(page.total).toBeGreaterThan(0);
    expect(page.meta.relaxed).toBe(false);
  });

  it("asks provisions the same way", async () => {
    const response = await fetch(
      `${app.address}/api/v1/provisions?${new URLSearchParams({ q: "вывоз ядерных материалов", language: "en" })}`,
    );
    const page = z.parse(ProvisionsPage, await response.json());
    expect(page.total).toBeGreaterThan(0);
    expect(page.items.every(({ matchedBy }) => matchedBy.includes("concept"))).toBe(true);
  });
});

describe("concepts as a filter", () => {
  it("counts the laws whose provisions name a concept, and finds as many", async () => {
    const { facets } = await search({});
    const brokering = facets["concept"]!.find(({ value }) => value === "brokering")!;
    const page = await search({ concept: "brokering" });
    expect(page.total).toBe(brokering.count);
    expect(page.items.map(({ id }) => id)).toContain("can-e-19");
  });
});

describe("a question with a slip", () => {
  it("names a word that stands in no law, and the nearest one", async () => {
    const { total, meta } = await search({ q: "pathogn", language: "en" });
    expect(total).toBe(0);
    expect(meta.slips).toEqual([
      { code: "unknown-word", message: 'No law has the word "pathogn".', suggestion: "pathogen" },
    ]);
  });

  it.each([
    ["canada", "CAN"],
    ["Côte d'Ivoire", "CIV"],
    ["中国", "CHN"],
  ])("names a State that is none, and the one meant: %s", async (state, suggestion) => {
    const { meta } = await search({ state });
    expect(meta.slips).toMatchObject([{ code: "unknown-state", suggestion }]);
  });
});
