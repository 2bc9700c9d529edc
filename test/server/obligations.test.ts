import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { api } from "#domain/api.ts";
import type { Comparison } from "#domain/compare.ts";
import type { ObligationsAnswer } from "#domain/obligations.ts";
import { Problem } from "#domain/problem.ts";
import { loadLaws, removeIndices, testElasticsearch } from "../support/load.ts";
import { startApp } from "../support/start-app.ts";

const elasticsearch = testElasticsearch();
const prefix = "test-obligations";
let app: Awaited<ReturnType<typeof startApp>>;
/** The counts of the bundled register alone. */
let before: ObligationsAnswer;

/** What is coded and proposed in a sample, beside the codes of the bundled register. */
const coded = {
  "ken-pathogens-act/s-2@en": { obligations: ["OP9"], codes: ["OP9"], proposed: ["OP10", "OP9"] },
  "ken-pathogens-act/s-3@en": { obligations: ["OP9"], codes: ["OP9"] },
  "ken-pathogens-act/s-4@en": { proposed: ["OP10"] },
};

beforeAll(async () => {
  await removeIndices(elasticsearch, prefix);
  await loadLaws(elasticsearch, prefix);
  app = await startApp(elasticsearch, prefix);
  before = await obligations();
  for (const [id, doc] of Object.entries(coded))
    await elasticsearch.update({ index: `${prefix}-provisions-en`, id, doc, refresh: true });
  const { _source: english } = await elasticsearch.get<object>({
    index: `${prefix}-provisions-en`,
    id: "ken-pathogens-act/s-3@en",
  });
  await elasticsearch.index({
    index: `${prefix}-provisions-fr`,
    id: "ken-pathogens-act/s-3@fr",
    document: { ...english, language: "fr", lawTitle: "Loi sur les agents pathogènes" },
    refresh: true,
  });
}, 120_000);

afterAll(async () => {
  await app?.stop();
  await removeIndices(elasticsearch, prefix);
});

const get = (path: string) => fetch(`${app.address}${path}`);

async function obligations(language = "en"): Promise<ObligationsAnswer> {
  return z.parse(api.obligations.answer, await (await get(`${api.obligations.path}?language=${language}`)).json());
}

async function compare(search: string): Promise<Comparison> {
  const response = await get(`${api.compare.path}?${search}`);
  expect(response.status).toBe(200);
  return z.parse(api.compare.answer, await response.json());
}

async function refusal(search: string, path = api.compare.path): Promise<Problem> {
  const response = await get(`${path}?${search}`);
  expect(response.status).toBe(400);
  return z.parse(Problem, await response.json());
}

describe("/api/v1/obligations", () => {
  it("counts laws and States once whatever their languages, and what nobody has coded as proposed alone", async () => {
    const { items } = await obligations();
    const added = (code: string, kind: "confirmed" | "proposed") => {
      const [now, then] = [items, before.items].map((all) => all.find((item) => item.code === code)![kind]);
      return [now!.states - then!.states, now!.laws - then!.laws, now!.provisions - then!.provisions];
    };
    expect(items.find(({ code }) => code === "OP9")).toMatchObject({
      label: "Dialogue and cooperation",
      paragraph: "9",
      kind: "recommended",
    });
    expect(added("OP9", "confirmed")).toEqual([1, 1, 3]);
    expect(added("OP9", "proposed")).toEqual([0, 0, 0]);
    expect(added("OP10", "confirmed")).toEqual([0, 0, 0]);
    expect(added("OP10", "proposed")).toEqual([1, 1, 2]);
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

describe("/api/v1/compare", () => {
  it("sets States side by side by name in the language asked for, whatever order they are named in", async () => {
    const names = async (language: string) =>
      (await compare(`state=ARE&state=FRA,IND&obligation=OP3B&language=${language}`)).states.map(({ name }) => name);
    expect(await names("en")).toEqual(["France", "India", "United Arab Emirates"]);
    expect(await names("es")).toEqual(["Emiratos Árabes Unidos", "Francia", "India"]);
  });

  it("gives each obligation a row in the order of the resolution, and each State a cell with the provisions coded so", async () => {
    const { rows, meta } = await compare("state=KEN,ARE&obligation=OP9");
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ code: "OP9", kind: "recommended" });
    expect(rows[0]!.cells.map((cell) => cell.map(({ law }) => law.slice(0, 3)))).toEqual([["ken", "ken"], ["are"]]);
    expect(rows[0]!.cells[0]![0]).toMatchObject({
      law: "ken-pathogens-act",
      title: "Pathogens and Toxins Security Act",
      language: "en",
      year: 2012,
      status: "in-force",
      anchor: "s-2",
    });
    expect(meta.disclaimer).toContain("ranks no State");
    const area = await compare("state=KEN,ARE&obligation=OP3D");
    expect(area.rows.map(({ code }) => code).slice(0, 4)).toEqual(["OP3D", "OP3D.01", "OP3D.02", "OP3D.02.a"]);
    expect((await compare("state=KEN,ARE&obligation=OP3")).rows.map(({ code }) => code)).toContain("OP3B.01");
  });

  it("gives a provision once, in the language asked for where it is there in it", async () => {
    const titles = async (language: string) =>
      (await compare(`state=KEN,ARE&obligation=OP9&language=${language}`)).rows
        .flatMap(({ cells }) => cells.flat())
        .filter(({ anchor }) => anchor === "s-3")
        .map(({ title }) => title);
    expect(await titles("fr")).toEqual(["Loi sur les agents pathogènes"]);
    expect(await titles("es")).toEqual(["Pathogens and Toxins Security Act"]);
  });

  it("leaves a cell empty where nothing is recorded, and shows no proposal as if it were", async () => {
    const { rows } = await compare("state=KEN,FRA&obligation=OP10");
    expect(rows.map(({ cells }) => cells)).toEqual([[[], []]]);
  });

  it("narrows by weapon and by kind of measure", async () => {
    const all = (search: string) =>
      compare(`state=CAN,FRA&obligation=OP2&${search}`).then(({ rows }) => rows.flatMap(({ cells }) => cells.flat()));
    const [whole, chemical, penalties] = [await all(""), await all("weapon=CW"), await all("facet=enforcement")];
    expect(chemical.length).toBeGreaterThan(0);
    expect(chemical.length).toBeLessThan(whole.length);
    expect(chemical.every(({ weapons }) => weapons.includes("CW"))).toBe(true);
    expect(penalties.length).toBeGreaterThan(0);
    expect(penalties.every(({ facets }) => facets.includes("enforcement"))).toBe(true);
  });

  it("says in words what does not fit", async () => {
    expect((await refusal("state=CAN&obligation=OP2")).detail).toContain("Name 2 to 5 States");
    expect((await refusal("state=CAN,FRA,IND,PER,URY,ZWE&obligation=OP2")).detail).toContain("the address names 6");
    expect((await refusal("state=CAN,ATL&obligation=OP2")).detail).toBe("There is no Member State with the code ATL.");
    expect((await refusal("state=CAN,FRA")).detail).toContain("Name an area or a row");
    expect((await refusal("state=CAN,FRA&obligation=OP2&obligation=OP3")).errors?.[0]?.path).toBe("obligation");
    expect((await refusal("state=CAN,FRA&obligation=<b>")).errors).toEqual([
      { path: "obligation", message: "There is no obligation with the code <b>." },
    ]);
    expect((await refusal("state=CAN,FRA&obligation=OP2&weapon=XX")).errors?.[0]?.path).toBe("weapon.0");
    expect((await refusal("state=CAN", `${api.compare.path}.csv`)).errors).toHaveLength(2);
  });

  it("exports a row for each provision of a cell, and for each cell without any", async () => {
    const { rows } = await compare("state=CAN,KEN&obligation=OP3D");
    const text = await (await get(`${api.compare.path}.csv?state=CAN,KEN&obligation=OP3D`)).text();
    expect(text).toMatch(/^obligation,obligation_label,state,state_name,law,/u);
    const lines = parse(text, { columns: true, bom: true }) as Record<string, string>[];
    expect(lines).toHaveLength(rows.flatMap(({ cells }) => cells).reduce((sum, { length }) => sum + (length || 1), 0));
    expect(lines.filter(({ state, law }) => state === "KEN" && law !== "")).toEqual([]);
    expect(lines.every(({ as_of, disclaimer }) => as_of !== "" && disclaimer!.includes("compliance"))).toBe(true);
  });
});
