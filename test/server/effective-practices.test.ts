import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import readWorkbook from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { api } from "#domain/api.ts";
import type { EffectivePracticesPage, PracticePage } from "#domain/effective-practices.ts";
import { effectivePractices as bundled } from "#data/effective-practices.ts";
import { states } from "#data/states.ts";
import { generations, rollBack } from "#indexer/generations.ts";
import { effectivePractices } from "#indexer/effective-practices.ts";
import { loadLaws, removeIndices, testElasticsearch } from "../support/load.ts";
import { loadPractices, practiceRow, writePractices } from "../support/practices.ts";
import { startApp } from "../support/start-app.ts";

const elasticsearch = testElasticsearch();
const prefix = "test-effective-practices";
let app: Awaited<ReturnType<typeof startApp>>;
let home: string;

/** One that is loaded over the bundled ones, in French alone. */
const french = {
  ...practiceRow,
  id: "tunisia-registers",
  text_language: "fr",
  title: "Des registres de courtage",
  summary: "Chaque courtier tient un registre.",
  description: "Le registre dit qui a acheté, quoi et pour quel usage.",
  states: "TUN",
  obligations: "OP3C.03",
};

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "compendium-test-"));
  await removeIndices(elasticsearch, prefix);
  await loadLaws(elasticsearch, prefix);
  await load([french]);
  app = await startApp(elasticsearch, prefix);
}, 240_000);

afterAll(async () => {
  await app?.stop();
  await removeIndices(elasticsearch, prefix);
  await rm(home, { recursive: true, force: true });
});

async function load(rows: Record<string, string>[]): Promise<void> {
  const table = await writePractices(join(home, "tables"), rows);
  const { rejects } = await loadPractices(elasticsearch, home, prefix, table);
  expect(rejects).toEqual([]);
}

const get = (path: string) => fetch(`${app.address}${path}`);

async function search(query: Record<string, string> | string): Promise<EffectivePracticesPage> {
  const response = await get(`${api.effectivePractices.path}?${new URLSearchParams(query)}`);
  expect(response.status).toBe(200);
  return z.parse(api.effectivePractices.answer, await response.json());
}

async function read(id: string, language = "en"): Promise<PracticePage> {
  const response = await get(`/api/v1/effective-practices/${id}?language=${language}`);
  expect(response.status).toBe(200);
  return z.parse(api.effectivePractice.answer, await response.json());
}

const idsOf = ({ items }: EffectivePracticesPage) => items.map(({ id }) => id);

describe("GET /api/v1/effective-practices", () => {
  it("filters by area and weapon; each item has contributor, date, category and consent", async () => {
    const page = await search({ obligation: "OP3A", weapon: "BW", size: "100" });
    const expected = bundled.filter(
      ({ obligations, weapons }) => weapons.includes("BW") && obligations.some((code) => code.startsWith("OP3A")),
    );
    expect(page.total).toBe(expected.length);
    expect(idsOf(page).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
    for (const item of page.items) {
      expect(item.states.length + item.organisations.length).toBeGreaterThan(0);
      expect(item).toMatchObject({ consent: "shared", date: expect.any(String), category: expect.any(String) });
    }
  });

  it("finds a concept typed in any language, whatever the language of the practice", async () => {
    const found = await Promise.all(
      [
        "physical protection",
        "الحماية المادية",
        "实物保护",
        "實物保護",
        "protection physique",
        "физическая защита",
      ].map(async (q) => idsOf(await search({ q, size: "100" })).toSorted()),
    );
    expect(found[0]).toContain("iaea-nss-13-infcirc-225");
    expect(found[0]).toContain("kazakhstan-nuclear-protection");
    for (const other of found) expect(other).toEqual(found[0]);
    // Loaded in French alone, without a concept: a term of the concept stands in its words.
    expect(idsOf(await search({ q: "军火中介", size: "100" }))).toContain("tunisia-registers");
    expect(idsOf(await search({ q: "军火中介", size: "100", expand: "off" }))).not.toContain("tunisia-registers");
  });

  it("reads operators as a search for laws does: quotes, exclusion, either, beginnings", async () => {
    expect(idsOf(await search({ q: '"design basis threat"' }))).toEqual(["canada-2025-nuclear-security-rules"]);
    const brokering = idsOf(await search({ q: "brokering", size: "100" }));
    const without = idsOf(await search({ q: "brokering -nuclear", size: "100" }));
    expect(brokering).toContain("nsg-2014-brokering-and-transit");
    expect(without).not.toContain("nsg-2014-brokering-and-transit");
    expect(without.length).toBeGreaterThan(0);
    expect(idsOf(await search({ q: "Tianjin | Wiesbaden" })).toSorted()).toEqual([
      "tianjin-2021-biosecurity-guidelines",
      "wiesbaden-process-2012",
    ]);
    expect(idsOf(await search({ q: "darkn*" }))).toEqual(["interpol-2019-darknet-manual"]);
  });

  it("finds a document by its symbol, in any case", async () => {
    expect(idsOf(await search({ q: "s/ac.44/2013/oc.85" }))[0]).toBe("committee-2013-call-to-states");
    expect(idsOf(await search({ q: "INFCIRC/225" }))[0]).toBe("iaea-nss-13-infcirc-225");
  });

  it("gives those with most of the words where none has all, and says so", async () => {
    const page = await search({ q: "how do customs officers recognise scheduled chemicals at the border" });
    expect(page.meta.relaxed).toBe(true);
    expect(idsOf(page)).toContain("opcw-2010-customs-training");
    expect((await search({ q: "scheduled chemicals" })).meta.relaxed).toBe(false);
  });

  it("counts each facet under all other filters, and what a choice gives is what it counted", async () => {
    const { facets } = await search({ weapon: "CW", size: "1" });
    for (const [name, buckets] of Object.entries(facets))
      for (const { value, count } of buckets.slice(0, 3)) {
        const chosen = name === "weapon" ? { weapon: value } : { weapon: "CW", [name]: value };
        expect((await search({ ...chosen, size: "1" })).total, `${name} ${value}`).toBe(count);
      }
  });

  it("filters by contributor, and by region of contributing States", async () => {
    expect(idsOf(await search({ contributor: "TUN" }))).toEqual(["tunisia-registers"]);
    const african = await search({ region: "AFR", size: "100" });
    expect(idsOf(african)).toContain("zimbabwe-proliferation-financing-offence");
    expect(idsOf(african)).not.toContain("peru-chemicals-council");
    expect((await search({ contributor: "IAEA" })).meta.organisations).toContainEqual(
      expect.objectContaining({
        code: "IAEA",
        names: expect.objectContaining({ fr: expect.stringContaining("Agence") }),
      }),
    );
  });

  it.each(["((", "*", '"', "-", "ё", "of", "a*", "体", "\u0000", "x".repeat(512), "[1 TO 2]", "title:x"])(
    "answers %j without an error",
    async (q) => {
      expect((await get(`${api.effectivePractices.path}?${new URLSearchParams({ q })}`)).status).toBe(200);
    },
  );

  it("says what is wrong with a bad parameter", async () => {
    const response = await get(`${api.effectivePractices.path}?category=nonsense`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("category");
  });
});

describe("exports of effective practices", () => {
  it("hold every row of the filter, in CSV, XLSX and JSON alike", async () => {
    const filter = "obligation=OP3A&weapon=BW";
    const { total } = await search(filter);
    const csv = parse(await (await get(`${api.effectivePractices.path}.csv?${filter}`)).text(), {
      columns: true,
      bom: true,
    }) as Record<string, string>[];
    const json = (await (await get(`${api.effectivePractices.path}.json?${filter}`)).json()) as { items: object[] };
    const file = join(home, "practices.xlsx");
    const workbook = await get(`${api.effectivePractices.path}.xlsx?${filter}`);
    await writeFile(file, Buffer.from(await workbook.arrayBuffer()));
    const [, sheet] = await readWorkbook(file);
    expect([csv.length, json.items.length, sheet!.data.length - 1]).toEqual([total, total, total]);
    expect(csv.find(({ id }) => id === "iso-35001-2019")).toMatchObject({
      checked: "page-read",
      consent: "shared",
      organisations: "ISO",
      title_ar: "نظام لإدارة المخاطر البيولوجية",
      disclaimer: expect.stringContaining("does not measure compliance"),
    });
  });

  it("can be loaded again as they are", async () => {
    const file = join(home, "again.csv");
    await writeFile(file, await (await get(`${api.effectivePractices.path}.csv`)).text());
    const { records, rejects } = await effectivePractices.read(file, {});
    expect(rejects).toEqual([]);
    for (const practice of bundled) expect(records.find(({ id }) => id === practice.id)).toEqual(practice);
  });
});

describe("GET /api/v1/effective-practices/{id}", () => {
  it("gives the practice with the provisions that show it, in the language asked for", async () => {
    const practice = await read("canada-pathogen-access-clearance", "fr");
    expect(practice.descriptions.en).toContain("visitors go with a cleared person");
    expect(practice.laws.map(({ id, state }) => [id, state])).toEqual([
      ["can-h-5.67", "CAN"],
      ["can-sor-2015-44", "CAN"],
    ]);
    expect(practice.laws[0]!.provisions.map(({ anchor }) => anchor)).toEqual(["s-31", "s-33"]);
    expect(practice.laws[0]!.provisions[0]!.summary).toContain("list of everyone allowed");
  });

  it("names practices and documents on the same obligations, and States with laws there by name and not by number", async () => {
    const { related, statesWithLaws, weapons } = await read("canada-pathogen-access-clearance", "en");
    expect(weapons).toEqual(["BW"]);
    expect(related.map(({ id }) => id)).not.toContain("canada-pathogen-access-clearance");
    expect(related.some(({ kind }) => kind === "guide")).toBe(true);
    for (const other of related) expect(other.weapons).toContain("BW");
    const names = statesWithLaws.map(({ iso3 }) => states.get(iso3)!.names.en);
    expect(names).toContain("Canada");
    expect(names).toEqual(names.toSorted(new Intl.Collator("en").compare));
  });

  it("counts what each organisation has on the same areas as the list behind its link does", async () => {
    const practice = await read("canada-pathogen-access-clearance", "en");
    expect(practice.organisationsBeside.map(({ code }) => code)).toContain("WHO");
    const filters = new URLSearchParams({
      contributor: "WHO",
      obligation: practice.obligations.map((code) => code.split(".")[0]).join(","),
      weapon: "BW",
    });
    const { total } = (await (await get(`/api/v1/effective-practices?${filters}`)).json()) as { total: number };
    expect(practice.organisationsBeside.find(({ code }) => code === "WHO")!.practices).toBe(total);
  });

  it("says that there is none of an unknown id", async () => {
    const response = await get("/api/v1/effective-practices/nothing");
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('no effective practice with the id \\"nothing\\"');
  });
});

describe("a practice that its contributor has not agreed to share", () => {
  const word = `quorvex${Math.random().toString(36).slice(2, 10)}`;
  const hidden = (id: string, consent: string) => ({
    ...practiceRow,
    id,
    consent,
    title: `Title ${word}`,
    title_ar: `عنوان ${word}`,
    summary: `Summary ${word}.`,
    description: `Description ${word}.`,
    conditions: word,
    lessons: word,
    organisations: `Institute ${word}`,
    states: "VUT",
    source_title: `Source ${word}`,
    source_publisher: word,
    source_symbol: word,
    contact_role: word,
    source_address: `https://example.org/${word}`,
    concepts: "pathogen brokering",
    path: "letter.txt",
  });

  /** Every address of the API that takes words or filters, and what can be read of one. */
  const addresses = [
    ...Object.values(api)
      .filter(({ path }) => !path.includes("{"))
      .flatMap(({ path }) => [path, `${path}?q=${word}`, `${path}?q=${word.slice(0, 7)}*&language=ar`]),
    `${api.legislation.path}.csv?q=${word}`,
    ...["csv", "xlsx", "json"].flatMap((format) =>
      ["", `?q=${word}`, "?contributor=VUT", "?concept=pathogen"].map(
        (query) => `${api.effectivePractices.path}.${format}${query}`,
      ),
    ),
    ...["obligation=OP3A&weapon=BW", "contributor=VUT", "q=pathogen", "q=registers", `q=Institute`, "size=100"].map(
      (query) => `${api.effectivePractices.path}?${query}`,
    ),
    ...["withheld-one", "withheld-two"].map((id) => `/api/v1/effective-practices/${id}`),
    "/api/v1/effective-practices/canada-pathogen-access-clearance",
    `/api/v1/suggest?q=${word}`,
    `/api/v1/suggest?q=Title`,
    "/openapi.json",
    `/effective-practices/${word}`,
    `/${word}`,
  ];

  /** What an address answers, without what says when the data was built. */
  async function answerOf(address: string): Promise<string> {
    const response = await get(address);
    const body = address.includes(".xlsx")
      ? JSON.stringify(await sheetsOf(await response.arrayBuffer()))
      : await response.text();
    const plain = body
      .replaceAll(/"(?:generation|asOf)":\s*"[^"]*"/gu, "")
      .replaceAll(/\b\d{4}-\d\d-\d\dT[\d:.]+Z\b/gu, "")
      .replaceAll(/\b[0-9a-f]{16}\b/gu, "");
    return `${response.status} ${plain}`;
  }

  async function sheetsOf(bytes: ArrayBuffer): Promise<unknown> {
    const file = join(home, "sheet.xlsx");
    await writeFile(file, Buffer.from(bytes));
    return readWorkbook(file);
  }

  it("changes no answer of the API, and its words stand in none", async () => {
    const before = new Map<string, string>();
    for (const address of addresses) before.set(address, await answerOf(address));
    await writeFile(join(home, "tables", "letter.txt"), `A letter that says ${word}.`);
    await load([french, hidden("withheld-one", "not-shared"), hidden("withheld-two", "asked")]);
    await new Promise((resume) => setTimeout(resume, 700)); // a swap is seen half a second later at most
    for (const address of addresses) {
      const answer = await answerOf(address);
      expect(answer, address).toBe(before.get(address));
      // An answer may say again what was asked.
      const echoed = answer.replaceAll(new URLSearchParams({ q: word }).toString(), "").replaceAll(`/${word}`, "");
      expect(echoed.replaceAll(`"filter: q","${word}"`, ""), address).not.toContain(word);
    }
    expect((await search({ q: word })).total).toBe(0);
    expect((await get("/api/v1/effective-practices/withheld-one")).status).toBe(404);
  }, 120_000);

  it("is in no index of ours, not even one kept for going back to", async () => {
    const { hits } = await elasticsearch.search({ index: `${prefix}-*`, query: { ids: { values: ["withheld-one"] } } });
    expect(hits.hits).toEqual([]);
  });

  it("is gone at once when consent is withdrawn, and going back does not bring it back", async () => {
    expect((await get("/api/v1/effective-practices/tunisia-registers")).status).toBe(200);
    await load([{ ...french, consent: "not-shared" }]);
    await new Promise((resume) => setTimeout(resume, 700));
    expect((await get("/api/v1/effective-practices/tunisia-registers")).status).toBe(404);
    expect(await rollBack(elasticsearch, prefix, ["effective-practices"])).toEqual([]);
    const kept = (await generations(elasticsearch, prefix)).filter(({ alias }) =>
      alias.endsWith("effective-practices"),
    );
    expect(kept.map(({ serving }) => serving)).toEqual([true]);
  }, 60_000);
});
