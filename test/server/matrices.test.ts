import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { api } from "#domain/api.ts";
import { cubeValues, type Matrix } from "#domain/matrices.ts";
import { Problem } from "#domain/problem.ts";
import type { TrendsAnswer } from "#domain/trends.ts";
import { buildRecords } from "#indexer/build-records.ts";
import { demonstrationMatrices } from "#indexer/demonstration-matrices.ts";
import { matrices } from "#indexer/matrices.ts";
import { addressOf, basisIn, countInElasticsearch, figuresOf, randomQuestions } from "#mappings/matrix-counts.ts";
import { removeIndices, testElasticsearch } from "../support/load.ts";
import { startApp } from "../support/start-app.ts";

const elasticsearch = testElasticsearch();
const prefix = "test-matrix-figures";
/** The same two States, one of them with another matrix of 2021. */
const changedPrefix = "test-matrix-of-2021";
let app: Awaited<ReturnType<typeof startApp>>;

/** States of every regional group, of which some came late to the United Nations, reported late or have not published. */
const drawn = demonstrationMatrices();
const chosen = ["FRA", "KEN", "KIR", "MNE", "PER", "SSD", "TUR"];
const hidden = drawn.find(({ published, snapshot }) => !published && snapshot === "2016")!;
const records = drawn.filter(({ state }) => chosen.includes(state) || state === hidden.state);
const days = new Map(drawn.map(({ snapshot, date }) => [snapshot, date]));

beforeAll(async () => {
  await removeIndices(elasticsearch, prefix);
  await removeIndices(elasticsearch, changedPrefix);
  await load(prefix, records);
  await load(
    changedPrefix,
    records
      .filter(({ state }) => state === "FRA" || state === "KEN")
      .map((matrix) =>
        matrix.id === "2021/FRA"
          ? { ...matrix, cells: matrix.cells.map((cell) => ({ ...cell, value: "Q" }) as const) }
          : matrix,
      ),
  );
  app = await startApp(elasticsearch, prefix);
}, 240_000);

afterAll(async () => {
  await app?.stop();
  await removeIndices(elasticsearch, prefix);
  await removeIndices(elasticsearch, changedPrefix);
});

async function load(under: string, demonstration: Matrix[]): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), "compendium-test-"));
  await buildRecords(
    elasticsearch,
    home,
    { ...matrices, demonstration: () => demonstration },
    {
      prefix: under,
      all: true,
      signal: new AbortController().signal,
      log: () => undefined,
    },
  );
  await rm(home, { recursive: true });
}

const get = (path: string) => fetch(`${app.address}${path}`);

async function csvRows(path: string): Promise<Record<string, string>[]> {
  const response = await get(path);
  expect(response.status).toBe(200);
  return parse<Record<string, string>>(await response.text(), { columns: true, bom: true });
}

async function trends(search: string): Promise<TrendsAnswer> {
  const response = await get(`${api.trends.path}?measure=matrix&${search}`);
  expect(response.status).toBe(200);
  return z.parse(api.trends.answer, await response.json());
}

async function refusal(path: string, status = 400): Promise<Problem> {
  const response = await get(path);
  expect(response.status).toBe(status);
  return z.parse(Problem, await response.json());
}

describe("/api/v1/trends?measure=matrix", () => {
  it("gives to 300 questions of every kind the numbers that Elasticsearch counts", { timeout: 120_000 }, async () => {
    const questions = randomQuestions(300);
    const basis = await basisIn(elasticsearch, `${prefix}-matrices`, days);
    const count = countInElasticsearch(elasticsearch, `${prefix}-matrices`);
    let compared = 0;
    // Ten at a time, as many visitors would.
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        for (let question = questions.pop(); question !== undefined; question = questions.pop()) {
          const { series } = z.parse(api.trends.answer, await (await get(addressOf(question))).json());
          const counted = await figuresOf(question, basis, count);
          expect(
            series.map(({ key, points }) => ({ key, points })),
            addressOf(question),
          ).toEqual(counted.series);
          compared += 1;
        }
      }),
    );
    expect(compared).toBe(300);
  });

  it("says of whom figures are, of which day, and that they are a demonstration", async () => {
    const { series, meta } = await trends("by=region&obligation=OP2&facet=framework");
    expect(series.map(({ key }) => key)).toEqual(["AFR", "APG", "EEG", "GRULAC", "WEOG", "none"]);
    expect(series[0]!.points.map(({ date, of }) => [date, of])).toEqual([
      ["2005", 53],
      ["2008", 53],
      ["2011", 53],
      ["2016", 54],
      ["2021", 54],
    ]);
    expect(series.every(({ status }) => status === "demonstration")).toBe(true);
    expect(meta).toMatchObject({ status: "demonstration", asOf: "2021-06-30", published: { of: 193 } });
    expect(meta.source).toContain("no fact about any State");
    expect(meta.disclaimer).toContain("does not measure compliance");
  });

  it("keeps the five values apart: together they are all cells asked", async () => {
    const { series } = await trends("by=value&unit=cells");
    expect(series.map(({ key }) => key)).toEqual(["X", "Q", "NA", "BLANK", "NOT_CODED"]);
    for (const place of series[0]!.points.keys()) {
      const points = series.map(({ points: all }) => all[place]!);
      expect(points.reduce((sum, { n }) => sum + n!, 0)).toBe(points[0]!.of);
    }
  });

  it("counts treaties, memberships and statements where they are asked for, and not with obligations", async () => {
    const cells = async (search: string) => (await trends(`unit=cells&from=2021&${search}`)).series[0]!.points[0]!.of!;
    const published = records.filter(({ snapshot, published: shown }) => snapshot === "2021" && shown).length;
    expect(await cells("obligation=OP1")).toBe(19 * published);
    const whole = await cells("");
    expect(await cells("obligation=OP2,OP3")).toBe(whole);
    expect(whole).toBeLessThan(336 * published);
  });

  it("lets no figure of 2011 change when a cell of 2021 does", async () => {
    const other = await startApp(elasticsearch, changedPrefix);
    const checksums = async (search: string) =>
      Promise.all(
        [app, other].map(async ({ address }) => {
          const path = `${api.trends.path}?measure=matrix&state=FRA,KEN&by=obligation${search}`;
          return z.parse(api.trends.answer, await (await fetch(`${address}${path}`)).json()).meta.checksum;
        }),
      );
    const [before, after] = await checksums("&to=2011");
    expect(after).toBe(before);
    const [whole, wholeChanged] = await checksums("");
    expect(wholeChanged).not.toBe(whole);
    await other.stop();
  });

  it("says in words what does not fit", async () => {
    const { errors } = await refusal("/api/v1/trends?measure=matrix&obligation=OP99&by=treaty");
    expect(errors?.map(({ path }) => path).toSorted()).toContain("obligation");
    expect((await refusal("/api/v1/trends?measure=matrix&by=treaty")).errors?.[0]?.path).toBe("by");
    expect((await refusal("/api/v1/trends?measure=matrix&state=Kenya")).detail).toContain('"Kenya"');
  });
});

describe("what a State has not agreed to show", () => {
  const snapshots = records
    .filter(({ state, published }) => state === hidden.state && published)
    .map(({ snapshot }) => snapshot);

  it("is in no figure and in no cube", async () => {
    const of = async (search: string) => (await trends(`state=${hidden.state}&${search}`)).series[0]?.points;
    const cells = await of("unit=cells&value=X,Q,NA,BLANK,NOT_CODED");
    expect(cells!.filter(({ of: asked }) => asked! > 0).map(({ date }) => date)).toEqual(snapshots);
    const cube = z.parse(api.trendsCube.answer, await (await get(api.trendsCube.path)).json());
    const [states, columns, dates] = cube.axes.map(({ keys }) => keys);
    const bytes = Buffer.from(cube.cells, "base64");
    const first = states!.indexOf(hidden.state) * columns!.length * dates!.length;
    const own = bytes.subarray(first, first + columns!.length * dates!.length);
    expect(
      own.filter((_, place) => place % dates!.length === dates!.indexOf("2016")).every((value) => value === 0),
    ).toBe(true);
  });

  it("is not shown, and not said to exist", async () => {
    const path = `/api/v1/matrices/${hidden.state}`;
    const shown = z.parse(api.matrix.answer, await (await get(path)).json());
    expect(shown.snapshots).toEqual(snapshots);
    expect((await refusal(`${path}?snapshot=2016`, 404)).detail).toMatch(/^No matrix of .+ is published for 2016/u);
    const { areas } = z.parse(
      api.trendChanges.answer,
      await (await get(`${api.trendChanges.path}?from=2011&to=2016`)).json(),
    );
    const states = areas.flatMap(({ moves }) => moves.flatMap((move) => move.states));
    expect(states).toContain("FRA");
    expect(states).not.toContain(hidden.state);
  });
});

describe("/api/v1/trends/cube", () => {
  it("holds every published cell, and keeps its tag as long as the matrices are the same", async () => {
    const response = await get(api.trendsCube.path);
    const { axes, values, cells, meta } = z.parse(api.trendsCube.answer, await response.json());
    const [states, columns, snapshots] = axes.map(({ keys }) => keys);
    expect(values).toEqual(cubeValues);
    expect(axes[1]!.obligations).toHaveLength(columns!.length);
    const bytes = Buffer.from(cells, "base64");
    expect(bytes).toHaveLength(states!.length * columns!.length * snapshots!.length);
    const kenya = records.find(({ id }) => id === "2011/KEN")!;
    for (const { column, value } of kenya.cells) {
      const place = (states!.indexOf("KEN") * columns!.length + columns!.indexOf(column)) * snapshots!.length;
      expect(values[bytes[place + snapshots!.indexOf("2011")]!]).toBe(value);
    }
    expect(meta).toMatchObject({ status: "demonstration", asOf: "2021-06-30" });
    const etag = response.headers.get("etag")!;
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/u);
    const again = await fetch(`${app.address}${api.trendsCube.path}`, { headers: { "If-None-Match": etag } });
    expect(again.status).toBe(304);
  });
});

describe("/api/v1/trends/changes", () => {
  it("names the States behind each move between two values, falls among them, and no cell twice", async () => {
    const search = "from=2011&to=2016&state=FRA,KEN&obligation=OP3D,OP3C";
    const { areas, meta } = z.parse(
      api.trendChanges.answer,
      await (await get(`${api.trendChanges.path}?${search}`)).json(),
    );
    expect(areas.map(({ code }) => code)).toEqual(["OP3D", "OP3C"]);
    const moves = areas.flatMap((area) => area.moves);
    expect(
      moves.every(({ from, to, cells, states }) => from !== to && cells >= states.length && states.length > 0),
    ).toBe(true);
    const values = (id: string) =>
      new Map(records.find((matrix) => matrix.id === id)!.cells.map((cell) => [cell.column, cell.value]));
    const expected = ["FRA", "KEN"].flatMap((state) => {
      const [before, after] = [values(`2011/${state}`), values(`2016/${state}`)];
      return [...after].filter(
        ([column, value]) => column.startsWith("OP3CD") && before.has(column) && before.get(column) !== value,
      );
    });
    expect(moves.reduce((sum, { cells }) => sum + cells, 0)).toBe(expected.length);
    expect(meta.notes.join(" ")).toContain("cells of matrices published in both");
  });

  it("gives the same moves as rows, with the checksum and the mark of the demonstration", async () => {
    const search = "from=2011&to=2016&state=FRA,KEN";
    const answer = z.parse(api.trendChanges.answer, await (await get(`${api.trendChanges.path}?${search}`)).json());
    const rows = await csvRows(`${api.trendChanges.path}.csv?${search}`);
    expect(rows.map(({ key, from, to, cells, states }) => [key, from, to, Number(cells), states])).toEqual(
      answer.areas.flatMap(({ code, moves }) =>
        moves.map(({ from, to, cells, states }) => [code, from, to, cells, states.join(" ")]),
      ),
    );
    expect(new Set(rows.map(({ status, checksum }) => `${status} ${checksum}`))).toEqual(
      new Set([`demonstration ${answer.meta.checksum}`]),
    );
  });

  it("refuses snapshots there are none of", async () => {
    const { errors } = await refusal(`${api.trendChanges.path}?from=2011&to=2012`);
    expect(errors).toEqual([
      { path: "to", message: '"2012" is not a snapshot there is data of: 2005, 2008, 2011, 2016, 2021' },
    ]);
    expect((await refusal(`${api.trendChanges.path}?from=2016&to=2011`)).errors?.[0]?.path).toBe("from");
  });
});

describe("/api/v1/trends/heat-map", () => {
  it("counts as the series do, with the values of all cells", async () => {
    const map = z.parse(api.heatMap.answer, await (await get(`${api.heatMap.path}?date=2011`)).json());
    expect(map.dates).toEqual(["2005", "2008", "2011", "2016", "2021"]);
    const { series } = await trends("by=region&obligation=OP3B&from=2011&to=2011");
    const row = map.rows.findIndex(({ key }) => key === "OP3B");
    for (const { key, points } of series) {
      const column = map.columns.findIndex((one) => one.key === key);
      expect([key, map.columns[column]!.of, map.cells[row]![column]!.n]).toEqual([key, points[0]!.of, points[0]!.n]);
    }
    const cells = (await trends("by=value&unit=cells&obligation=OP3B&from=2011&to=2011&region=AFR")).series;
    expect(map.cells[row]![0]!.values).toEqual(Object.fromEntries(cells.map(({ key, points }) => [key, points[0]!.n])));
  });

  it("gives the same numbers as rows", async () => {
    const map = z.parse(api.heatMap.answer, await (await get(`${api.heatMap.path}?date=2011`)).json());
    const rows = await csvRows(`${api.heatMap.path}.csv?date=2011`);
    expect(rows.map(({ key, region, n, of, BLANK }) => [key, region, n, of, BLANK].join("|"))).toEqual(
      map.rows.flatMap(({ key }, row) =>
        map.columns.map((column, place) => {
          const { n, values } = map.cells[row]![place]!;
          return [key, column.key, n, column.of, values.BLANK ?? 0].join("|");
        }),
      ),
    );
  });

  it("takes the newest snapshot without a date, weapon types for rows and M49 for columns", async () => {
    const map = z.parse(
      api.heatMap.answer,
      await (await get(`${api.heatMap.path}?rows=weapon&columns=m49&language=es`)).json(),
    );
    expect(map.date).toBe("2021");
    expect(map.rows.map(({ label }) => label)).toEqual(["Nuclear", "Química", "Biológica"]);
    expect(map.columns.map(({ of }) => of).reduce((sum, of) => sum + of)).toBe(193);
    expect((await refusal(`${api.heatMap.path}?date=1999`)).errors?.[0]?.path).toBe("date");
  });
});

describe("/api/v1/matrices/{iso3}", () => {
  it("shows each cell of a State's matrix in the order of the template, with what it rests on", async () => {
    const answer = await get("/api/v1/matrices/ken?snapshot=2011&language=fr");
    const matrix = z.parse(api.matrix.answer, await answer.json());
    expect(matrix).toMatchObject({
      state: "KEN",
      name: "Kenya",
      snapshot: "2011",
      template: "2008",
      demonstration: true,
    });
    expect(matrix.cells).toHaveLength(378);
    expect(matrix.cells[0]).toMatchObject({
      id: "2011/KEN/2008/OP1.01-ALL-framework",
      area: "OP1.TRT",
      isObligation: false,
    });
    const recorded = matrix.cells.filter(({ value }) => value === "X");
    expect(recorded.length).toBeGreaterThan(0);
    expect(recorded.every(({ basis, sources }) => basis === "demonstration" && sources.length === 1)).toBe(true);
    expect(matrix.meta.status).toBe("demonstration");
  });

  it("says so where there is no such State, or no matrix of it", async () => {
    expect((await refusal("/api/v1/matrices/ATL", 404)).detail).toBe("There is no Member State with the code ATL.");
    expect((await refusal("/api/v1/matrices/SSD?snapshot=2005", 404)).detail).toContain("There are those of");
  });
});
