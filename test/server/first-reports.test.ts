import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { api } from "#domain/api.ts";
import type { Problem } from "#domain/problem.ts";
import { ReportRecord, type ReportFacts } from "#domain/reports.ts";
import { symbolId } from "#domain/symbols.ts";
import type { FirstReportsAnswer } from "#domain/trends.ts";
import { buildRecords } from "#indexer/build-records.ts";
import { RecordLibrary } from "#indexer/record-library.ts";
import { reports } from "#indexer/reports.ts";
import { removeIndices, testElasticsearch } from "../support/load.ts";
import { startApp } from "../support/start-app.ts";

const prefix = "test-first-reports";
const elasticsearch = testElasticsearch();
let app: Awaited<ReturnType<typeof startApp>>;

/** Made up for tests, but for the form of its symbol. */
const report = (number: string, facts: Partial<ReportFacts>, ...dates: string[]): ReportRecord => {
  const symbol = `S/AC.44/2004/(02)/${number}`;
  return {
    id: symbolId(symbol),
    facts: {
      symbol,
      type: "national-report",
      titles: { en: "Report", fr: "Rapport" },
      dates: dates.map((date) => ({ of: "published", date, source: "made up for tests", mark: "V" })),
      relations: [],
      citedAs: [],
      source: "made up for tests",
      mark: "V",
      ...facts,
    },
  };
};

const records = [
  report("901", { state: "KEN" }, "2006", "2005-07-20"),
  report("901/Add.1", { state: "KEN", type: "additional-information" }, "2004-12-01"),
  report("902", { state: "KEN" }, "2008-03-01"),
  report("903", { state: "TCD" }, "2008"),
  report("904", { state: "SSD" }, "2014-11"),
  report("905", {
    state: "TGO",
    dates: [{ of: "covers", date: "2004", source: "made up for tests", mark: "V" }],
  }),
  // The register dates this one 2004, from memory.
  report("68", { state: "ZMB" }, "2009-05-04"),
  report("906", { state: "CAN", type: "additional-information" }, "2009-01-15"),
];

beforeAll(async () => {
  await removeIndices(elasticsearch, prefix);
  const home = await mkdtemp(join(tmpdir(), "compendium-first-reports-"));
  await new RecordLibrary(home, "reports", ReportRecord).replace("made-up", records);
  const { signal } = new AbortController();
  await buildRecords(elasticsearch, home, reports, { prefix, all: false, signal, log: () => undefined });
  await rm(home, { recursive: true, force: true });
  app = await startApp(elasticsearch, prefix);
}, 120_000);

afterAll(async () => {
  await app?.stop();
  await removeIndices(elasticsearch, prefix);
});

const get = (search: string, extension = "") => fetch(`${app.address}${api.firstReports.path}${extension}?${search}`);

async function firstReports(search: string): Promise<FirstReportsAnswer> {
  const response = await get(search);
  expect(response.status, await response.clone().text()).toBe(200);
  return z.parse(api.firstReports.answer, await response.json());
}

const held = ({ items }: FirstReportsAnswer) =>
  items.flatMap(({ state, first }) => (first === undefined ? [] : [[state, first.symbol, first.date]]));

describe("GET /api/v1/trends/first-reports", () => {
  it("names every Member State of the day, with the first national report held, by the earliest date read for it", async () => {
    const before = await firstReports("on=2005-07-19");
    expect(before).toMatchObject({ date: "2005-07-19", n: 0, of: 191 });
    expect(held(before)).toEqual([]);
    const after = await firstReports("on=2014-12-31");
    expect(after).toMatchObject({ n: 4, of: 193 });
    expect(held(after)).toEqual([
      ["TCD", "S/AC.44/2004/(02)/903", "2008"],
      ["KEN", "S/AC.44/2004/(02)/901", "2005-07-20"],
      ["SSD", "S/AC.44/2004/(02)/904", "2014-11"],
      ["ZMB", "S/AC.44/2004/(02)/68", "2009-05-04"],
    ]);
    expect(after.items.find(({ state }) => state === "KEN")?.first?.id).toBe("s-ac.44-2004-02-901");
    expect(after.meta).toMatchObject({ status: "real", source: expect.stringContaining("National reports held") });
    expect(Date.parse(after.meta.asOf)).toBeGreaterThan(Date.now() - 600_000);
  });

  it("counts a month or a year from its last day, and no State before it is a Member State", async () => {
    expect(held(await firstReports("on=2008-12-30")).map(([state]) => state)).toEqual(["KEN"]);
    expect(held(await firstReports("on=2008-12-31")).map(([state]) => state)).toEqual(["TCD", "KEN"]);
    expect(held(await firstReports("on=2014-11-29")).map(([state]) => state)).toEqual(["TCD", "KEN", "ZMB"]);
    expect((await firstReports("on=2008-12-31")).items.some(({ state }) => state === "SSD")).toBe(false);
  });

  it("counts on no day a report of which no date is stated, and names it", async () => {
    const { items, undated } = await firstReports("on=2020-12-31");
    expect(items.find(({ state }) => state === "TGO")).toEqual({ state: "TGO", name: "Togo" });
    expect(undated).toEqual([
      { id: "s-ac.44-2004-02-905", symbol: "S/AC.44/2004/(02)/905", state: "TGO", name: "Togo" },
    ]);
  });

  it("puts States in the order of their names in the language asked for", async () => {
    const { items, meta } = await firstReports("on=2020-12-31&language=fr");
    const names = items.map(({ name }) => name);
    expect(names).toEqual(names.toSorted(new Intl.Collator("fr").compare));
    expect(names.find((name) => name.startsWith("Tchad"))).toBeDefined();
    expect(meta.source).toContain("Rapports nationaux");
  });

  it("answers for today where no day is asked for", async () => {
    expect((await firstReports("")).date).toBe(new Date().toISOString().slice(0, 10));
  });

  it.each([
    ["31-12-2020", "2012-05-31"],
    ["2021-02-30", "2012-05-31"],
    ["2022", "2012-05-31"],
    ["1945-10-23", "had no Member States on 1945-10-23"],
    ["2190-01-01", "2190-01-01 is yet to come"],
  ])("says what is wrong with the day %s", async (on, said) => {
    const response = await get(`on=${on}`);
    expect(response.status).toBe(400);
    const problem = (await response.json()) as Problem;
    expect(problem.errors?.map(({ path }) => path)).toEqual(["on"]);
    expect(problem.detail).toContain(said);
  });

  it("is a table too, one row a Member State, with day, source and disclaimer in each", async () => {
    const answer = await firstReports("on=2014-12-31");
    const rows = parse(await (await get("on=2014-12-31", ".csv")).text(), { columns: true, bom: true }) as Record<
      string,
      string
    >[];
    expect(rows).toHaveLength(193);
    expect(rows.filter(({ date }) => date !== "").map(({ state, symbol, date }) => [state, symbol, date])).toEqual(
      held(answer),
    );
    expect(rows[0]).toMatchObject({ on: "2014-12-31", n: "4", of: "193", undated: "1", status: "real" });
    expect(rows[0]!["disclaimer"]).toContain("ranks no State");
  });
});
