import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import readWorkbook from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { api } from "#domain/api.ts";
import { timeInForce } from "#domain/in-force.ts";
import { languages } from "#domain/languages.ts";
import type { Problem } from "#domain/problem.ts";
import type { TrendsAnswer } from "#domain/trends.ts";
import { register } from "#data/legislation.ts";
import { membersOn } from "#data/membership.ts";
import { treaties as treatyList } from "#data/treaties.ts";
import { treaties } from "#indexer/treaties.ts";
import { loadBundled, loadLaws, removeIndices, testElasticsearch } from "../support/load.ts";
import { startApp } from "../support/start-app.ts";

const elasticsearch = testElasticsearch();
const prefix = "test-trends";
let app: Awaited<ReturnType<typeof startApp>>;

beforeAll(async () => {
  await removeIndices(elasticsearch, prefix);
  await loadLaws(elasticsearch, prefix);
  await loadBundled(elasticsearch, prefix, treaties);
  app = await startApp(elasticsearch, prefix);
}, 120_000);

afterAll(async () => {
  await app?.stop();
  await removeIndices(elasticsearch, prefix);
});

const get = (path: string) => fetch(`${app.address}${path}`);

async function trends(search: string): Promise<TrendsAnswer> {
  const response = await get(`${api.trends.path}?${search}`);
  expect(response.status, `${search}: ${response.status === 200 ? "" : await response.clone().text()}`).toBe(200);
  return z.parse(api.trends.answer, await response.json());
}

async function refusal(search: string): Promise<Problem> {
  const response = await get(`${api.trends.path}?${search}`);
  expect(response.status).toBe(400);
  return (await response.json()) as Problem;
}

/** `1997` → the figure at the end of that year. */
function figure({ series }: TrendsAnswer, key: string, year: string) {
  return series.find((one) => one.key === key)?.points.find(({ date }) => date.startsWith(year));
}

describe("measure=treaties", () => {
  it("counts the States party at the end of a year, of the Member States of its last day", async () => {
    const answer = await trends("measure=treaties&treaty=CWC");
    expect(figure(answer, "all", "1992")).toBeUndefined();
    expect(figure(answer, "all", "1997")).toMatchObject({ date: "1997-12-31", n: 104, of: 184 });
    expect(figure(answer, "all", "2011")).toMatchObject({ of: 193 });
    expect(answer.series[0]!.points.at(-1)).toMatchObject({ date: "2026-02-03", n: 189, of: 193 });
    expect(answer.meta).toMatchObject({ status: "real", asOf: "2026-02-03", unit: "States party" });
  });

  it.each(["region", "m49", "subregion"])(
    "adds up by %s to the Member States of every year, for every treaty",
    async (by) => {
      for (const treaty of treatyList.keys()) {
        if (treaty === "BWC") continue;
        const whole = await trends(`treaty=${treaty}`);
        const parts = await trends(`treaty=${treaty}&by=${by}`);
        for (const { date, n, of } of whole.series[0]!.points) {
          const points = parts.series.flatMap((one) => one.points.filter((point) => point.date === date));
          expect(
            points.reduce((sum, point) => sum + point.n!, 0),
            `${treaty} ${date}`,
          ).toBe(n);
          expect(
            points.reduce((sum, point) => sum + point.of!, 0),
            `${treaty} ${date}`,
          ).toBe(of);
          expect(of).toBe(membersOn(date).length);
        }
      }
    },
  );

  it("gives no figure after the day the source of a treaty ends, and names that day", async () => {
    const { series, meta } = await trends("treaty=ICSANT,CWC&by=treaty");
    expect(series.map(({ key, points }) => [key, points.at(-1)!.date])).toEqual([
      ["CWC", "2026-02-03"],
      ["ICSANT", "2014-06-16"],
    ]);
    expect(meta.asOf).toBe("2014-06-16");
    expect(meta.notes.join(" ")).toContain("16 June 2014");
    expect((await trends("treaty=ICSANT,CWC")).series[0]!.points.at(-1)!.date).toBe("2014-06-16");
  });

  it("keeps the parties that are no Member States out of the count, and names them", async () => {
    const { meta } = await trends("treaty=CWC");
    expect(meta.notes.join(" ")).toContain("Cook Islands, Niue, State of Palestine and Holy See");
  });

  it("counts who has signed and is not party apart", async () => {
    const [party, signatory] = [await trends("treaty=CTBT"), await trends("treaty=CTBT&standing=signatory")];
    expect(figure(signatory, "all", "1996")!.n! + figure(party, "all", "1996")!.n!).toBeGreaterThan(100);
    expect(figure(signatory, "all", "2026")).toMatchObject({ n: 9 });
    expect(party.meta.notes.join(" ")).toContain("Not in force: Comprehensive Nuclear-Test-Ban Treaty");
  });

  it("counts a State once for several treaties, and each treaty by unit=cells", async () => {
    const once = figure(await trends("treaty=CWC,CTBT"), "all", "2020")!;
    const each = figure(await trends("treaty=CWC,CTBT&unit=cells"), "all", "2020")!;
    const separate = await trends("treaty=CWC,CTBT&by=treaty");
    expect(each.n).toBe(figure(separate, "CWC", "2020")!.n! + figure(separate, "CTBT", "2020")!.n!);
    expect(once.n!).toBeLessThan(each.n!);
    expect([once.of, each.of]).toEqual([193, 386]);
  });

  it("keeps to the States, regions, obligations, weapons and years asked for", async () => {
    expect(figure(await trends("treaty=CWC&state=ISR,KEN"), "all", "2020")).toMatchObject({ n: 1, of: 2 });
    expect(figure(await trends("treaty=CWC&region=AFR,154"), "all", "2020")!.of).toBe(54 + 10);
    expect((await trends("obligation=OP1.TRT.07&by=treaty")).series.map(({ key }) => key)).toEqual(["CWC"]);
    expect((await trends("weapon=NW&by=treaty")).series.map(({ key }) => key)).toEqual(["CTBT", "ICSANT", "TPNW"]);
    const years = (await trends("treaty=CWC&from=2004&to=2006")).series[0]!.points;
    expect(years.map(({ date, of }) => [date, of])).toEqual([
      ["2004-12-31", 191],
      ["2005-12-31", 191],
      ["2006-12-31", 192],
    ]);
  });

  it("names what does not fit, and what would", async () => {
    const problem = await refusal("treaty=NPT");
    expect(problem.errors).toEqual([{ path: "treaty", message: expect.stringContaining("CWC, CTBT, ICSANT") }]);
    expect((await refusal("by=facet&state=Kenya&from=2011&to=2004")).errors?.map(({ path }) => path)).toEqual([
      "by",
      "state",
      "from",
    ]);
    expect((await refusal("measure=treaties&by=county")).status).toBe(400);
  });

  it("is the same in the cube", async () => {
    const { axes, cells, values } = z.parse(
      api.trendsCube.answer,
      await (await get(`${api.trendsCube.path}?measure=treaties`)).json(),
    );
    const [states, codes, years] = axes.map(({ keys }) => keys);
    const bytes = Buffer.from(cells, "base64");
    expect(bytes).toHaveLength(states!.length * codes!.length * years!.length);
    const parties = (code: string, year: string) =>
      states!.filter(
        (_, place) =>
          values[bytes[(place * codes!.length + codes!.indexOf(code)) * years!.length + years!.indexOf(year)]!] ===
          "party",
      ).length;
    expect(parties("CWC", "2020")).toBe(figure(await trends("treaty=CWC"), "all", "2020")!.n);
    expect(parties("ICSANT", "2013")).toBe(figure(await trends("treaty=ICSANT"), "all", "2013")!.n);
    expect(values[bytes[codes!.indexOf("ICSANT") * years!.length + years!.indexOf("2015")]!]).toBe("not-known");
  });
});

describe("measure=firstReports and measure=published", () => {
  it("give totals as published, each with its source and mark", async () => {
    const answer = await trends("measure=firstReports");
    expect(figure(answer, "first-reports-submitted", "2004")).toMatchObject({ n: 97, of: 191, mark: "V" });
    expect(figure(answer, "first-reports-submitted", "2020")).toMatchObject({ n: 184, of: 193 });
    expect(figure(answer, "first-reports-missing", "2020")).toMatchObject({
      n: 9,
      mark: "D",
      note: "Computed: 193 − 184",
    });
    expect(answer.meta.status).toBe("published");
    expect(answer.series.flatMap(({ points }) => points).filter(({ source }) => source === undefined)).toEqual([]);
  });

  it("give no number where none was printed, and both where two sources differ", async () => {
    const answer = await trends("measure=firstReports&from=2010&to=2014");
    expect(figure(answer, "first-reports-submitted", "2010")).toMatchObject({
      note: expect.stringContaining("nearly 160"),
    });
    expect(figure(answer, "first-reports-submitted", "2010")).not.toHaveProperty("n");
    const conflict = answer.series[1]!.points.filter(({ date }) => date === "2014-05-07");
    expect(conflict.map(({ n }) => n)).toEqual([undefined, 24]);
  });

  it("are not divided by region, for nobody knows how", async () => {
    expect((await refusal("measure=firstReports&by=region")).detail).toContain(
      "by: with measure=firstReports it can be none",
    );
    expect((await refusal("measure=published&series=reports")).detail).toContain("first-reports-submitted");
  });
});

describe("measure=legislation", () => {
  it("falls where a law is repealed, and never has it afterwards", async () => {
    const answer = await trends("measure=legislation&state=CHN&unit=cells&obligation=OP3D&weapon=ALL");
    const [before, after] = [figure(answer, "all", "2023")!, figure(answer, "all", "2024")!];
    expect(after.n!).toBeLessThan(before.n!);
  });

  it("counts what the obligations page counts today", async () => {
    const { items } = z.parse(api.obligations.answer, await (await get(api.obligations.path)).json());
    const { series } = await trends("measure=legislation&by=obligation");
    for (const { key, points } of series)
      expect(points.at(-1)!.n, key).toBe(items.find(({ code }) => code === key)!.confirmed.states);
  });

  it("says of how many States the library has laws, and counts of them when asked", async () => {
    const all = await trends("measure=legislation");
    const reporting = await trends("measure=legislation&base=reporting");
    expect(all.series[0]!.points.at(-1)!.of).toBe(193);
    expect(all.meta.notes[0]).toContain(`laws of ${reporting.series[0]!.points.at(-1)!.of} States`);
  });

  it("counts what the register says was law at the end of each year, counted there once more", async () => {
    const held = register.flatMap((law) => {
      const { heldFrom = `${law.year}-01-01`, heldUntil } = timeInForce(law);
      return heldUntil === undefined ? [] : [{ law, heldFrom, heldUntil }];
    });
    const { series } = await trends("measure=legislation&unit=cells&state=SAU,PER,KAZ&from=2000");
    for (const { date, n } of series[0]!.points) {
      const provisions = held
        .filter(
          ({ law, heldFrom, heldUntil }) => /SAU|PER|KAZ/u.test(law.state) && heldFrom <= date && date < heldUntil,
        )
        .flatMap(({ law }) => [...new Set(law.codings.map(({ anchor }) => anchor))]);
      expect(n, date).toBe(provisions.length);
    }
  });
});

describe("measure=matrix", () => {
  it("says that none are loaded", async () => {
    const response = await get(`${api.trends.path}?measure=matrix`);
    expect(response.status).toBe(404);
    expect(((await response.json()) as Problem).detail).toBe("No matrices are loaded.");
  });
});

describe("figures taken away", () => {
  const settings = randomSettings(20);

  it.each(settings)("are the same as JSON, CSV and workbook: %s", async (search) => {
    const { series, meta } = await trends(search);
    const expected = series.flatMap(({ key, points }) =>
      points.map(({ date, n, of }) => [key, date, String(n ?? ""), String(of ?? "")]),
    );
    const csv = parse(await (await get(`${api.trends.path}.csv?${search}`)).text(), {
      columns: true,
      bom: true,
    }) as Record<string, string>[];
    expect(csv.map(({ key, date, n, of }) => [key, date, n, of])).toEqual(expected);
    for (const row of csv) expect(row).toMatchObject({ checksum: meta.checksum, as_of: meta.asOf, unit: meta.unit });
    const [facts, sheet] = await readWorkbook(
      Buffer.from(await (await get(`${api.trends.path}.xlsx?${search}`)).arrayBuffer()),
    );
    expect(facts!.data.find(([name]) => name === "checksum")?.[1]).toBe(meta.checksum);
    const [columns, ...rows] = sheet!.data;
    const places = ["key", "date", "n", "of"].map((name) => columns!.indexOf(name));
    expect(rows.map((row) => places.map((place) => String(row[place] ?? "")))).toEqual(expected);
    const json = (await (await get(`${api.trends.path}.json?${search}`)).json()) as {
      checksum: string;
      items: { key: string; date: string; n: unknown; of: unknown }[];
    };
    expect(json.checksum).toBe(meta.checksum);
    expect(json.items.map(({ key, date, n, of }) => [key, date, String(n), String(of)])).toEqual(expected);
    const lines = csv.map(({ key, date, n, of, unknown }) => `${key}|${date}|${n}|${of}|${unknown}\n`);
    expect(createHash("sha256").update(lines.join("")).digest("hex").slice(0, 16)).toBe(meta.checksum);
  });

  it("have the same checksum in every language, and labels of their own", async () => {
    const answers = await Promise.all(languages.map((language) => trends(`treaty=CWC&by=region&language=${language}`)));
    expect(new Set(answers.map(({ meta }) => meta.checksum)).size).toBe(1);
    expect(new Set(answers.map(({ series }) => series[0]!.label)).size).toBe(6);
    expect(new Set(answers.map(({ meta }) => meta.notes.join())).size).toBe(6);
  });
});

describe("treaties", () => {
  it("lists acts, newest first, each facet counted under the other filters", async () => {
    const page = z.parse(
      api.treaties.answer,
      await (await get(`${api.treaties.path}?state=KEN&treaty=CWC&size=1&language=ru`)).json(),
    );
    expect(page.total).toBe(2);
    expect(page.items[0]).toMatchObject({ act: "ratification", date: "1997-04-25", stateName: "Кения" });
    expect(page.facets["treaty"]!.length).toBeGreaterThan(5);
    expect(page.facets["state"]!.length).toBeGreaterThan(180);
    const csv = await (await get(`${api.treaties.path}.csv?state=KEN&treaty=CWC`)).text();
    expect(parse(csv, { columns: true, bom: true })).toHaveLength(2);
  });

  it("says what each State is to a treaty on a day, by name", async () => {
    const answer = z.parse(
      api.treaty.answer,
      await (await get(`${api.treaties.path}/CWC?on=1997-12-31&language=fr`)).json(),
    );
    expect(answer.items.filter(({ standing }) => standing === "party")).toHaveLength(104);
    expect(answer.items).toHaveLength(184);
    const names = answer.items.map(({ name }) => name);
    expect(names).toEqual(names.toSorted(new Intl.Collator("fr").compare));
    expect(answer.others.map(({ name }) => name)).toContain("Suisse");
  });

  it("has a status without dates where there is nothing else, and says so of a day it cannot tell", async () => {
    const answer = z.parse(api.treaty.answer, await (await get(`${api.treaties.path}/BWC`)).json());
    expect(answer.date).toBe("2024");
    expect(answer.items.filter(({ standing }) => standing === "signatory").map(({ state }) => state)).toEqual([
      "EGY",
      "HTI",
      "SOM",
      "SYR",
    ]);
    expect((await get(`${api.treaties.path}/BWC?on=2020-01-01`)).status).toBe(400);
    expect((await get(`${api.treaties.path}/ICSANT?on=2020-01-01`)).status).toBe(400);
    expect((await get(`${api.treaties.path}/NPT`)).status).toBe(404);
  });
});

/** Settings that a reader may choose, drawn from a seed: each measure, divisions, units, filters, years, languages. */
function randomSettings(count: number): string[] {
  let seed = 1540;
  const below = (limit: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * limit);
  };
  const one = (values: readonly string[]) => values[below(values.length)]!;
  const choices: Record<string, readonly (readonly [string, readonly string[]])[]> = {
    treaties: [
      ["by", ["none", "region", "m49", "subregion", "treaty", "obligation"]],
      ["treaty", ["", "CWC", "CTBT,ICSANT", "terrorist-financing"]],
      ["unit", ["states", "cells"]],
      ["standing", ["party", "signatory"]],
      ["region", ["", "AFR", "142,GRULAC"]],
    ],
    legislation: [
      ["by", ["none", "region", "obligation", "weapon", "facet"]],
      ["unit", ["states", "cells"]],
      ["base", ["all", "reporting"]],
      ["obligation", ["", "OP3", "OP2,OP3D"]],
      ["state", ["", "CAN", "CHN,FRA"]],
    ],
    firstReports: [],
    published: [["series", ["", "action-plans", "points-of-contact,assistance-providers"]]],
  };
  return Array.from({ length: count }, (_, place) => {
    const measure = Object.keys(choices)[place % 7 < 4 ? 0 : place % 7 < 6 ? 1 : 2 + (place % 2)]!;
    const chosen = choices[measure]!.map(([name, values]) => `${name}=${one(values)}`);
    return [`measure=${measure}`, ...chosen, `from=${1990 + below(20)}`, `language=${one(languages)}`].join("&");
  });
}
