import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { News } from "#domain/news.ts";
import type { Report, ReportsPage } from "#domain/reports.ts";
import { lastObject, runIndexer } from "../support/command.ts";
import { removeIndices, sampleReports, testElasticsearch } from "../support/load.ts";
import { startApp } from "../support/start-app.ts";

const prefix = "test-reports";
const elasticsearch = testElasticsearch();
let home: string;
let app: Awaited<ReturnType<typeof startApp>>;
let loaded: Record<string, unknown>;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "compendium-reports-"));
  const { stdout, code, stderr } = await runIndexer(home, prefix, "reports", sampleReports, "--json");
  expect(code, stderr).toBe(3);
  loaded = lastObject(stdout);
  app = await startApp(elasticsearch, prefix, home);
}, 240_000);

afterAll(async () => {
  await app?.stop();
  await removeIndices(elasticsearch, prefix);
  await rm(home, { recursive: true, force: true });
});

const ask = async <Answer>(address: string, parameters: Record<string, string> = {}): Promise<Answer> => {
  const response = await fetch(`${app.address}${address}?${new URLSearchParams(parameters)}`);
  expect(response.status, address).toBe(200);
  return (await response.json()) as Answer;
};

const search = (parameters: Record<string, string>) => ask<ReportsPage>("/api/v1/reports", parameters);
const symbols = ({ items }: ReportsPage) => items.map(({ symbol }) => symbol);

describe("loading a folder of documents", () => {
  it("takes what it can and says of the rest what is wrong and where", () => {
    expect(loaded).toMatchObject({ seen: 7, indexed: 4, unchanged: 0, rejected: 3 });
    const reasons = (loaded["rejects"] as { path: string; reason: string; place?: string }[]).map(
      ({ path, place = "", reason }) => `${path} ${place} ${reason}`,
    );
    expect(reasons.find((reason) => reason.startsWith("letter.txt"))).toMatch(/manifest.csv:4 column "language"/);
    expect(reasons.find((reason) => reason.startsWith("lost.txt"))).toMatch(/the folder does not hold it/);
    expect(reasons.find((reason) => reason.startsWith("plan-secret.txt"))).toMatch(
      /only when its State agrees.*column "consent"/,
    );
  });
});

describe("searching documents", () => {
  it("finds the passage that has the words, cut and joined as the document numbers it", async () => {
    const page = await search({ q: "登记册 国家同意 协调人" });
    expect(symbols(page)).toEqual(["S/2030/77"]);
    const [first] = page.items[0]!.passages;
    expect(first).toMatchObject({ label: "2(a)", anchor: "2-a", language: "zh", path: ["2. 提供信息"] });
    expect(first!.snippet).toContain("<mark>协调人</mark>");
  });

  it.each([
    ["S/AC.44/2030/(02)/12", "S/AC.44/2030/(02)/12"],
    ["s/ac.44/2030/(02)/12/add.1", "S/AC.44/2030/(02)/12"],
    ["s/2011/380", "S/2011/380"],
    ["第1977(2011)号", "S/RES/1977 (2011)"],
    ["第 1977(2011) 号", "S/RES/1977 (2011)"],
    ["résolution 1977 (2011)", "S/RES/1977 (2011)"],
    ["S/AC.44/2004/(02)/68", "S/AC.44/2004/(02)/68"],
    ["S/2016/1013", "S/2016/1038"],
  ])("finds by symbol, in any spelling or one that others use: %s", async (q, symbol) => {
    expect(symbols(await search({ q }))[0]).toBe(symbol);
  });

  it("filters by a symbol in any spelling", async () => {
    expect(symbols(await search({ symbol: "s/ac.44/2030/(02)/12/add.1" }))).toEqual(["S/AC.44/2030/(02)/12"]);
    expect(symbols(await search({ symbol: "s/res/1977 (2011),S/2011/380" })).toSorted()).toEqual([
      "S/2011/380",
      "S/RES/1977 (2011)",
    ]);
  });

  it("shows addenda under their document, and counts them with it", async () => {
    const page = await search({ q: "valves of nickel" });
    expect(page.total).toBe(1);
    expect(page.items[0]).toMatchObject({ symbol: "S/AC.44/2030/(02)/12" });
    expect(page.items[0]!.addenda.map(({ symbol }) => symbol)).toEqual(["S/AC.44/2030/(02)/12/Add.1"]);
    expect(page.items[0]!.passages[0]).toMatchObject({ report: "s-ac.44-2030-02-12-add.1", label: "¶1" });
  });

  it("shows of action plans those whose States agreed, by region", async () => {
    expect(symbols(await search({ type: "action-plan" }))).toEqual(["S/AC.44/2031/(02)/7"]);
    expect((await search({ type: "action-plan", region: "AFR" })).total).toBe(1);
    expect((await search({ type: "action-plan", region: "WEOG" })).total).toBe(0);
    expect((await search({ q: "pathogens seals", state: "KEN" })).items[0]!.passages[0]!.label).toBe("1(a)");
  });

  it("counts each facet under the other filters, and years as the sources state them", async () => {
    const { facets, total } = await search({ type: "programme-of-work" });
    expect(total).toBe(3);
    expect(facets["language"]).toEqual([{ value: "zh", count: 1 }]);
    expect(facets["year"]!.map(({ value }) => value)).toEqual(["2030", "2017", "2016", "2011"]);
    expect(facets["type"]!.length).toBeGreaterThan(5);
    expect((await search({ type: "programme-of-work", yearFrom: "2016", yearTo: "2016" })).total).toBe(1);
  });

  it("answers whatever is typed", async () => {
    for (const q of ['"', "((((", "S/AC.44/(", "*", "-", "的", "a".repeat(512), "| |"])
      expect((await search({ q })).total).toBeGreaterThanOrEqual(0);
  });

  it("says what is wrong with a parameter", async () => {
    const response = await fetch(`${app.address}/api/v1/reports?type=zzyzx`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("type");
  });

  it("gives every row of a filter as a file", async () => {
    const csv = await (
      await fetch(`${app.address}/api/v1/reports.csv?type=national-report,additional-information`)
    ).text();
    expect(csv.trim().split("\n")).toHaveLength(4);
    expect(csv).toContain("S/AC.44/2030/(02)/12/Add.1");
  });
});

describe("one document", () => {
  it("shows every date that is stated, also where sources contradict each other", async () => {
    const report = await ask<Report>("/api/v1/reports/s-2017-126");
    expect(report.dates.map(({ of, date }) => [of, date])).toEqual([
      ["letter", "2017-02-10"],
      ["letter", "2016"],
    ]);
    expect(report.text).toBeUndefined();
  });

  it("gives the text by passages, and what stands in relation to it", async () => {
    const report = await ask<Report>("/api/v1/reports/s-ac.44-2030-02-12");
    expect(report.text!.passages.map(({ label }) => label)).toEqual(["¶1", "¶2", "¶2(a)", "¶2(b)"]);
    expect(report.relatedFrom).toEqual([
      { kind: "addendum-of", id: "s-ac.44-2030-02-12-add.1", symbol: "S/AC.44/2030/(02)/12/Add.1" },
    ]);
    const resolution = await ask<Report>("/api/v1/reports/s-res-1977-2011");
    expect(resolution.relatedFrom).toContainEqual({
      kind: "extends",
      id: "s-res-2572-2021",
      symbol: "S/RES/2572 (2021)",
    });
    expect(resolution.known["S/RES/1810 (2008)"]).toBe("s-res-1810-2008");
  });

  it("is not found by another name", async () => {
    expect((await fetch(`${app.address}/api/v1/reports/s-1-1`)).status).toBe(404);
  });
});

describe("keeping up", () => {
  it("lists what the load added, of one State if asked", async () => {
    const all = await ask<News>("/api/v1/news");
    expect(all.total).toBe(4);
    const [plan] = (await ask<News>("/api/v1/news", { state: "KEN" })).items;
    expect(plan).toMatchObject({ change: "added", type: "reports", address: "/reports/s-ac.44-2031-02-7?language=en" });
  });

  it("has Atom feeds with absolute addresses, overall and by State", async () => {
    const feed = await (await fetch(`${app.address}/feed.atom`)).text();
    expect(feed.match(/<entry>/gu)).toHaveLength(4);
    expect(feed).toContain(`href="${app.address}/reports/s-2030-77?language=zh"`);
    const kenya = await fetch(`${app.address}/states/KEN/feed.atom`);
    expect(kenya.headers.get("content-type")).toContain("application/atom+xml");
    expect((await kenya.text()).match(/<entry>/gu)).toHaveLength(1);
    expect((await fetch(`${app.address}/states/ZZZ/feed.atom`)).status).toBe(404);
  });

  it("names every page for robots, in six languages", async () => {
    const robots = await (await fetch(`${app.address}/robots.txt`)).text();
    expect(robots).toContain(`Sitemap: ${app.address}/sitemap.xml`);
    const index = await (await fetch(`${app.address}/sitemap.xml`)).text();
    expect(index).toContain(`${app.address}/sitemaps/reports-1.xml`);
    const map = await (await fetch(`${app.address}/sitemaps/reports-1.xml`)).text();
    expect(map.match(/<url>/gu)).toHaveLength(30);
    expect(map).toContain(`hreflang="ar" href="${app.address}/reports/s-2011-380?ui=ar"`);
    expect((await fetch(`${app.address}/sitemaps/nothing.xml`)).status).toBe(404);
  });

  it("describes its data sets as DCAT", async () => {
    const response = await fetch(`${app.address}/catalogue.jsonld`);
    expect(response.headers.get("content-type")).toContain("application/ld+json");
    const { "@type": type, "dcat:dataset": sets } = (await response.json()) as {
      "@type": string;
      "dcat:dataset": { "@id": string; "dcat:distribution": { "dcat:downloadURL": { "@id": string } }[] }[];
    };
    expect(type).toBe("dcat:Catalog");
    const reports = sets.find((set) => set["@id"] === `${app.address}/api/v1/reports`)!;
    for (const distribution of reports["dcat:distribution"])
      expect((await fetch(distribution["dcat:downloadURL"]["@id"])).status).toBe(200);
  });
});

describe("feedback on a record", () => {
  const send = (body: unknown, type = "application/json") =>
    fetch(`${app.address}/api/v1/feedback`, {
      method: "POST",
      headers: { "content-type": type },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });

  it("keeps plain words for the operator, refuses HTML and floods, and says why", async () => {
    const words = "The letter is dated otherwise. \u001b[31m";
    expect((await send({ record: "/reports/s-2017-126", kind: "error", words })).status).toBe(202);
    expect(await readFile(join(home, "feedback.ndjson"), "utf8")).toContain('"record":"/reports/s-2017-126"');
    const html = await send({ record: "/reports/s-2017-126", kind: "error", words: "<script>alert(1)</script>" });
    expect(html.status).toBe(400);
    expect(await html.text()).toContain("without HTML");
    expect((await send("record=/x&kind=error&words=hello", "application/x-www-form-urlencoded")).status).toBe(400);
    expect((await send({ record: "/x", kind: "error", words: "a".repeat(20_000) })).status).toBe(413);
    await send({});
    const flood = await send({ record: "/x", kind: "error", words: "again" });
    expect(flood.status).toBe(429);
    expect(flood.headers.get("content-type")).toContain("application/problem+json");
    const printed = await runIndexer(home, prefix, "feedback");
    expect(printed.stdout).toContain("error /reports/s-2017-126");
    expect(printed.stdout).toContain("\\u001b[31m");
  });
});
