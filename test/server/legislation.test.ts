import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import JSZip from "jszip";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { Law, LegislationPage, ProvisionsPage } from "#domain/legislation.ts";
import type { Account } from "#indexer/read-legislation.ts";
import { loadLaws, removeIndices, testElasticsearch } from "../support/load.ts";
import { startApp } from "../support/start-app.ts";

const elasticsearch = testElasticsearch();
const prefix = "test-legislation";
let account: Account;
let app: Awaited<ReturnType<typeof startApp>>;

beforeAll(async () => {
  await removeIndices(elasticsearch, prefix);
  account = await loadLaws(elasticsearch, prefix);
  app = await startApp(elasticsearch, prefix);
}, 120_000);

afterAll(async () => {
  await app?.stop();
  await removeIndices(elasticsearch, prefix);
});

const get = (path: string) => fetch(`${app.address}${path}`);

/** Only the samples: the bundled register is loaded beside them. */
const samples = "state=KEN,SEN,CRI,BLR,JOR,CHN";

async function search(q: string, more = ""): Promise<LegislationPage> {
  const response = await get(
    `/api/v1/legislation?${new URLSearchParams({ size: "100", ...Object.fromEntries(new URLSearchParams(more)), q })}`,
  );
  expect(response.status).toBe(200);
  return z.parse(LegislationPage, await response.json());
}

/** The sample laws found, by file. */
async function found(q: string, more = ""): Promise<string[]> {
  const { items } = await search(q, more);
  return items.map(({ sourcePath }) => sourcePath).filter((path) => path !== "");
}

it("loads the samples whole", () => {
  expect(account).toMatchObject({ seen: 9, indexed: 9, rejects: [], skips: [] });
});

describe("words of a query, across the whole law", () => {
  it("finds a law that has the words in different articles", async () => {
    expect(await found("licence theft")).toContain("pathogens-act.md");
    expect(await found("licence imprisonment")).toContain("pathogens-act.md");
  });

  it("drops a law that has an excluded word anywhere", async () => {
    expect(await found("licence")).toContain("pathogens-act.md");
    expect(await found("licence -theft")).not.toContain("pathogens-act.md");
  });

  it("takes either side of a bar, and brackets inside a list", async () => {
    expect(await found("(stockpiles | brokers) commits")).toContain("pathogens-act.md");
    expect(await found("permit (brokers | aviation)")).toContain("export-order.txt");
  });

  it("takes quotes literally, word form by word form", async () => {
    expect(await found('"develops, produces or stockpiles"')).toContain("pathogens-act.md");
    expect(await found('"develop, produce or stockpile"')).not.toContain("pathogens-act.md");
    expect(await found("develop produce stockpile")).toContain("pathogens-act.md");
  });

  it("does not let a quotation run from one article into the next", async () => {
    expect(await found('"from the Authority A person"')).not.toContain("pathogens-act.md");
  });

  it("takes a star as the beginning of a word", async () => {
    expect(await found("stockp*")).toContain("pathogens-act.md");
    expect(await found("tockp*")).not.toContain("pathogens-act.md");
  });

  it("follows with laws that have most of the words, and says so", async () => {
    const page = await search("licence theft pathogen helicopter laboratory police", "state=KEN");
    expect(page.meta.relaxed).toBe(true);
    expect(page.items[0]?.sourcePath).toBe("pathogens-act.md");
    expect((await search("licence theft", "state=KEN")).meta.relaxed).toBe(false);
  });
});

describe("spellings", () => {
  it("finds accents without accents, also in a title in capitals", async () => {
    for (const q of ["quimicas", "químicas", "QUIMICAS"]) expect(await found(q)).toContain("quimicas.md");
  });

  it("finds Simplified characters by Traditional ones, and the other way round", async () => {
    expect(await found("實物保護")).toContain("wuli-baohu.md");
    expect(await found("核材料衡算")).toContain("wuli-baohu-traditional.md");
  });

  it("does not find a Chinese word whose characters are scattered", async () => {
    const page = z.parse(
      ProvisionsPage,
      await (await get(`/api/v1/provisions?q=${encodeURIComponent("实物保护")}&state=CHN&size=100`)).json(),
    );
    const own = page.items
      .filter(({ instrument }) => instrument.sourcePath === "wuli-baohu.md")
      .map(({ anchor }) => anchor);
    expect(own).toEqual(["art-2"]);
  });

  it("finds a single Chinese character", async () => {
    expect(await found("罚", "state=CHN")).toContain("wuli-baohu.md");
  });

  it("finds ё by е", async () => {
    expect(await found("учет")).toContain("uchet.txt");
    expect(await found('"ведет журнал"')).toContain("uchet.txt");
  });

  it("finds Arabic whatever its tatweel, vowel signs and articles", async () => {
    expect(await found("الكيميائية")).toContain("nawawi.md");
    expect(await found("مادة نووية")).toContain("nawawi.md");
  });

  it("finds every spelling of trans-shipment", async () => {
    for (const q of ["transhipment", "trans-shipment", "transshipment"])
      expect(await found(q, "state=KEN")).toContain("export-order.txt");
  });

  it("finds a French word behind its article", async () => {
    expect(await found("autorisation", "state=SEN")).toContain("nuclear-fr.md");
  });
});

describe("a page of results", () => {
  it("shows the best provisions with their headings, words marked, and where they lead", async () => {
    const { items } = await search("theft loss reporting", "state=KEN");
    expect(items[0]).toMatchObject({ title: "Pathogens and Toxins Security Act", state: "KEN" });
    expect(items[0]!.provisions[0]).toMatchObject({
      anchor: "s-4",
      path: ["Part II Offences"],
      heading: "Reporting of losses",
      snippet: expect.stringMatching(/<mark>[^<]*theft/) as unknown,
      matchedBy: expect.arrayContaining(["words"]) as unknown,
    });
  });

  it("escapes what is in a law and marks nothing but its own marks", async () => {
    const { items } = await search("consignment schedule safe", "state=KEN");
    const snippet = items.find(({ sourcePath }) => sourcePath === "scripted.md")?.provisions[0]?.snippet;
    expect(snippet).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(snippet?.replaceAll(/<\/?mark>/gu, "")).not.toMatch(/[<>]/u);
  });

  it("counts laws in facets that add up to the total", async () => {
    const page = await search("", samples);
    const sum = (name: string) => page.facets[name]!.reduce((total, { count }) => total + count, 0);
    expect(page.total).toBeGreaterThanOrEqual(9);
    expect(sum("type")).toBe(page.total);
    expect(sum("status")).toBe(page.total);
    expect(
      page.facets["state"]!.filter(({ value }) => samples.includes(value)).reduce(
        (total, { count }) => total + count,
        0,
      ),
    ).toBe(page.total);
  });

  it("keeps a chosen value at zero, and counts each facet under the other filters only", async () => {
    const page = await search("stockpiles imprisonment", "state=BLR&type=act");
    expect(page.total).toBe(0);
    expect(page.facets["state"]).toContainEqual({ value: "BLR", count: 0 });
    expect(page.facets["state"]).toContainEqual({ value: "KEN", count: 1 });
  });

  it("filters by regional group and M49 region", async () => {
    expect(await found("", "region=GRULAC")).toContain("quimicas.md");
    expect(await found("", "region=GRULAC")).not.toContain("uchet.txt");
    expect(await found("", "region=151")).toContain("uchet.txt");
  });

  it("sorts by year both ways", async () => {
    const years = async (sort: string) => (await search("", `state=KEN&sort=${sort}`)).items.map(({ year }) => year);
    expect(await years("oldest")).toEqual([1999, 2012, 2015]);
    expect(await years("newest")).toEqual([2015, 2012, 1999]);
  });

  it("pages without overlap", async () => {
    const page = async (number: number) =>
      (await search("", `state=KEN&size=1&page=${number}`)).items.map(({ id }) => id);
    expect(new Set([...(await page(1)), ...(await page(2)), ...(await page(3))]).size).toBe(3);
  });
});

describe("/api/v1/legislation/{id}", () => {
  it("gives a law whole, provisions in order", async () => {
    const law = z.parse(Law, await (await get("/api/v1/legislation/ken-pathogens-act")).json());
    expect(law).toMatchObject({
      title: "Pathogens and Toxins Security Act",
      status: "in-force",
      year: 2012,
      url: "https://example.org/ken/pathogens",
    });
    expect(law.provisions.map(({ anchor }) => anchor)).toEqual(["s-1", "s-2", "s-3", "s-4"]);
  });

  it("says in words that there is no such law", async () => {
    const response = await get("/api/v1/legislation/ken-nothing");
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect(await response.json()).toMatchObject({ status: 404, detail: 'There is no law with the id "ken-nothing".' });
  });
});

describe("every answer", () => {
  it("names each parameter that does not fit", async () => {
    const response = await get("/api/v1/legislation?size=1000&language=xx");
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as { errors: { path: string; message: string }[] };
    expect(errors.map(({ path }) => path).toSorted()).toEqual(["language.0", "size"]);
    expect(errors.find(({ path }) => path === "size")!.message).toContain("100");
  });

  it("is 304 for a visitor who has it, and new after a swap of indices", async () => {
    const first = await get("/api/v1/legislation?q=permit");
    const again = await fetch(`${app.address}/api/v1/legislation?q=permit`, {
      headers: { "If-None-Match": first.headers.get("etag")! },
    });
    expect(again.status).toBe(304);
  });

  it("carries a strict content policy, and no trace of the engine", async () => {
    for (const path of ["/api/v1/legislation", "/api/v1/none", "/livez", "/docs/", "/"]) {
      const { headers } = await get(path);
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-powered-by")).toBeNull();
    }
  });

  it("is never an error of the server, whatever is typed", async () => {
    const typed = [
      '"',
      "(",
      ")))",
      "-",
      "*",
      "-*",
      "a* b* c*",
      "((((((((((a))))))))))",
      "* OR 1=1",
      '{"match_all":{}}',
      "\\",
      "/.*/",
      "_exists_:x",
      "\u0000",
      "😀",
      "a".repeat(512),
      "核".repeat(300),
      "x ".repeat(200),
      "النووية | -",
      "«",
      "第1540(2004)号",
    ];
    for (const q of typed)
      for (const endpoint of ["legislation", "provisions", "suggest"]) {
        const response = await get(`/api/v1/${endpoint}?q=${encodeURIComponent(q)}`);
        expect([q, endpoint, response.status]).toEqual([
          q,
          endpoint,
          expect.toSatisfy((status: number) => status === 200 || status === 400),
        ]);
      }
  });
});

describe("exports", () => {
  interface CsvRow {
    id: string;
    disclaimer: string;
    query: string;
    data_version: string;
  }
  const csv = async (address: string) =>
    parse(await (await get(address)).text(), { columns: true, bom: true }) as CsvRow[];

  it("hold every law of the filter, once each", async () => {
    const rows = await csv(`/api/v1/legislation.csv?${samples}&size=1`);
    const page = await search("", samples);
    expect(rows).toHaveLength(page.total);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows[0]!.disclaimer).toContain("does not measure compliance");
  });

  it("say in each row of CSV what was asked, and of which data", async () => {
    const [row] = await csv("/api/v1/legislation.csv?state=KEN&q=licence");
    expect(row!.query).toBe("/api/v1/legislation.csv?state=KEN&q=licence");
    expect(row!.data_version).toBe((await search("", samples)).meta.generation);
    const empty = await (await get("/api/v1/legislation.csv?state=KEN&type=code")).text();
    expect(empty).toMatch(/^\uFEFF?id,state,.*,as_of,disclaimer,query,data_version\n$/u);
  });

  it.each(["state=KEN", "q=licence+theft&state=KEN", "q=example&expand=off&type=act", "type=code&state=KEN"])(
    "hold as many laws and provisions as the page of %s counts, in every format",
    async (query) => {
      for (const endpoint of ["legislation", "provisions"]) {
        const page = (await (await get(`/api/v1/${endpoint}?${query}`)).json()) as { total: number };
        const json = (await (await get(`/api/v1/${endpoint}.json?${query}&size=1`)).json()) as Record<string, unknown>;
        expect(json).toMatchObject({
          query: `/api/v1/${endpoint}.json?${query}&size=1`,
          total: page.total,
          disclaimer: expect.stringContaining("does not measure compliance"),
          asOf: expect.stringMatching(/^\d{4}-/u),
          generation: expect.any(String),
        });
        expect(json["items"]).toHaveLength(page.total);
        expect(await csv(`/api/v1/${endpoint}.csv?${query}`)).toHaveLength(page.total);
        const { rows } = await sheets(await get(`/api/v1/${endpoint}.xlsx?${query}`));
        expect(rows).toHaveLength(1 + page.total);
      }
    },
  );

  it("give a workbook whose first sheet says what it is, and whose second keeps every script", async () => {
    const { facts, rows } = await sheets(await get("/api/v1/legislation.xlsx?state=JOR,KEN&q="));
    expect(Object.fromEntries(facts)).toMatchObject({
      query: "/api/v1/legislation.xlsx?state=JOR,KEN&q=",
      "filter: state": "JOR,KEN",
      disclaimer: expect.stringContaining("does not measure compliance"),
    });
    expect(rows[0]!.slice(0, 4)).toEqual(["id", "state", "state_name", "title"]);
    expect(rows.map((cells) => cells[3])).toEqual(
      expect.arrayContaining([
        "نظام الرقابة على المواد النووية",
        "<script>document.title='x'</script> Notices & Forms Act",
      ]),
    );
  });

  it("refuse what does not fit", async () => {
    for (const format of ["csv", "xlsx", "json"])
      expect((await get(`/api/v1/provisions.${format}?state=KEN&on=today`)).status).toBe(400);
  });
});

/** The cells of both sheets of a workbook, as a strict reader of XML has them. */
async function sheets(response: Response): Promise<{ facts: string[][]; rows: string[][] }> {
  expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="\w+\.xlsx"$/u);
  const zip = await JSZip.loadAsync(await response.arrayBuffer());
  const cellsOf = async (sheet: number) => {
    const lines: string[][] = [];
    const parser = new SaxesParser();
    parser.on("opentag", ({ name }) => {
      if (name === "row") lines.push([]);
      if (name === "c") lines.at(-1)!.push("");
    });
    parser.on("text", (text) => {
      const cells = lines.at(-1);
      if (cells !== undefined && cells.length > 0) cells.push(`${cells.pop()}${text}`);
    });
    parser.write(await zip.file(`xl/worksheets/sheet${sheet}.xml`)!.async("string")).close();
    return lines;
  };
  return { facts: await cellsOf(1), rows: await cellsOf(2) };
}

describe("health", () => {
  it("is ready with data, and not without", async () => {
    expect((await get("/livez")).status).toBe(200);
    expect((await get("/readyz")).status).toBe(200);
    const empty = await startApp(elasticsearch, "test-nothing-here");
    const response = await fetch(`${empty.address}/readyz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: "not ready", reason: "no data is loaded yet" });
    expect(await (await fetch(`${empty.address}/api/v1/legislation?q=permit`)).json()).toMatchObject({
      total: 0,
      items: [],
    });
    await empty.stop();
  });

  it("describes itself", async () => {
    const document = (await (await get("/openapi.json")).json()) as { paths: object };
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        "/api/v1/legislation",
        "/api/v1/legislation.csv",
        "/api/v1/legislation/{id}",
        "/api/v1/provisions",
        "/api/v1/states",
        "/api/v1/suggest",
      ]),
    );
    const metrics = await (await get("/metrics")).text();
    expect(metrics).toContain("compendium_answers_total");
    const dashboard = await readFile(join(import.meta.dirname, "../../docs/samples/operating/dashboard.json"), "utf8");
    const drawn = [...dashboard.matchAll(/\b(?:compendium|process|nodejs)_\w+/g)].map(([name]) => name);
    expect(drawn.length).toBeGreaterThan(5);
    for (const name of drawn) expect(metrics).toContain(name);
  });
});
