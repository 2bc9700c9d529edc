import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { api } from "#domain/api.ts";
import type { ObligationsAnswer } from "#domain/obligations.ts";
import { loadLaws, removeIndices, testElasticsearch } from "../support/load.ts";
import { startApp } from "../support/start-app.ts";

const elasticsearch = testElasticsearch();
const prefix = "test-obligations";
let app: Awaited<ReturnType<typeof startApp>>;

/** What a person has coded, beside the bundled register: two States, one law of them in two languages. */
const coded = {
  "ken-pathogens-act/s-2@en": { obligations: ["OP9"], codes: ["OP9"], proposed: ["OP10", "OP9"] },
  "ken-pathogens-act/s-3@en": { obligations: ["OP9"], codes: ["OP9"] },
  "ken-pathogens-act/s-4@en": { proposed: ["OP10"] },
};

beforeAll(async () => {
  await removeIndices(elasticsearch, prefix);
  await loadLaws(elasticsearch, prefix);
  for (const [id, doc] of Object.entries(coded))
    await elasticsearch.update({ index: `${prefix}-provisions-en`, id, doc, refresh: true });
  app = await startApp(elasticsearch, prefix);
}, 120_000);

afterAll(async () => {
  await app?.stop();
  await removeIndices(elasticsearch, prefix);
});

const get = (path: string) => fetch(`${app.address}${path}`);

async function obligations(language = "en"): Promise<ObligationsAnswer> {
  return z.parse(api.obligations.answer, await (await get(`${api.obligations.path}?language=${language}`)).json());
}

describe("/api/v1/obligations", () => {
  it("counts laws and States once, and what nobody has coded as proposed alone", async () => {
    const { items } = await obligations();
    const of = (code: string) => items.find((item) => item.code === code);
    const before = { states: 1, laws: 1 };
    expect(of("OP9")).toMatchObject({ label: "Dialogue and cooperation", paragraph: "9", kind: "recommended" });
    expect(of("OP9")?.confirmed).toEqual({ states: 2, laws: 2, provisions: 3 });
    expect(of("OP9")?.proposed).toEqual({ states: 0, laws: 0, provisions: 0 });
    expect(of("OP10")?.confirmed).toEqual({ states: 0, laws: 0, provisions: 0 });
    expect(of("OP10")?.proposed).toEqual({ ...before, provisions: 2 });
  });

  it("counts a paragraph with its areas and an area with its rows", async () => {
    const { items } = await obligations();
    const provisions = (code: string) => items.find((item) => item.code === code)!.confirmed.provisions;
    const areas = ["OP3A", "OP3B", "OP3C", "OP3D"].map(provisions);
    expect(provisions("OP3")).toBeGreaterThan(Math.max(...areas));
    expect(provisions("OP3")).toBeLessThan(areas.reduce((sum, count) => sum + count));
    expect(provisions("OP3D.02")).toBeGreaterThanOrEqual(provisions("OP3D.02.a"));
  });

  it("says what the counts are a part of, and of when they are", async () => {
    const { meta } = await obligations();
    const laws = (await (await get(`${api.legislation.path}?size=1`)).json()) as { total: number };
    expect(meta.library.laws).toBe(laws.total);
    expect(meta.library.states).toBeGreaterThan(12);
    expect(meta.asOf).toMatch(/^\d{4}-\d\d-\d\dT/u);
    expect(meta.disclaimer).toContain("does not measure compliance");
  });

  it("leads to the laws it counts, also by the paragraph", async () => {
    const { items } = await obligations();
    for (const code of ["OP3", "OP3D", "OP3D.02.a"]) {
      const { total } = (await (await get(`${api.legislation.path}?size=1&obligation=${code}`)).json()) as {
        total: number;
      };
      expect([code, total]).toEqual([code, items.find((item) => item.code === code)!.confirmed.laws]);
    }
  });

  it("is there before the first load, with nothing counted", async () => {
    const empty = await startApp(elasticsearch, "test-obligations-none");
    const answer = z.parse(
      api.obligations.answer,
      await (await fetch(`${empty.address}${api.obligations.path}`)).json(),
    );
    await empty.stop();
    expect(answer.items).toHaveLength(113);
    expect(answer.meta.library).toEqual({ states: 0, laws: 0 });
  });
});
