// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { CubeAnswer, TrendSeries } from "#domain/trends.ts";
import { stepFrom } from "#web/trends/figure.tsx";
import {
  countTicks,
  courseOf,
  figuresOf,
  shadeOf,
  sliceOf,
  spread,
  thinned,
  timeOf,
  turned,
  withColumns,
  yearTicks,
} from "#web/trends/series.ts";
import { changed, chartAddress, TrendView } from "#web/trends/view.ts";
import { paramsFrom } from "#web/use-params-of.ts";

const series: TrendSeries[] = [
  {
    key: "AFR",
    label: "Africa",
    status: "real",
    points: [
      { date: "2011-12-31", n: 30, of: 53 },
      { date: "2010-12-31", n: 31, of: 53 },
    ],
  },
  { key: "reports", label: "Reports", status: "published", points: [{ date: "2011-04", n: 168, of: 192 }] },
];
const figures = figuresOf(series, (date) => `on ${date}`);

describe("figuresOf(series)", () => {
  it("puts series of different dates into one table, dates in order, and leaves what is not known empty", () => {
    expect(figures.columns.map(({ key }) => key)).toEqual(["2010-12-31", "2011-04", "2011-12-31"]);
    expect(figures.columns[1]!.label).toBe("on 2011-04");
    expect(figures.cells.map((row) => row.map((point) => point?.n))).toEqual([
      [31, undefined, 30],
      [undefined, 168, undefined],
    ]);
  });

  it("keeps chosen dates, and turns dates into the bars of each series", () => {
    const kept = withColumns(figures, ["2010-12-31", "2011-12-31", "1999"]);
    expect(kept.cells[0]!.map((point) => point?.n)).toEqual([31, 30]);
    const byDate = turned(kept);
    expect(byDate.rows.map(({ key }) => key)).toEqual(["2010-12-31", "2011-12-31"]);
    expect(byDate.columns.map(({ key }) => key)).toEqual(["AFR", "reports"]);
    expect(byDate.cells[1]!.map((point) => point?.n)).toEqual([30, undefined]);
  });
});

describe("courseOf(figures, row)", () => {
  it("says the first and last figure, and the falls between", () => {
    expect(courseOf(figures, 0)).toEqual({
      first: { label: "on 2010-12-31", n: 31, of: 53 },
      last: { label: "on 2011-12-31", n: 30, of: 53 },
      falls: ["on 2011-12-31"],
    });
    expect(courseOf(figuresOf([], String), 0)).toEqual({ first: undefined, last: undefined, falls: [] });
  });
});

describe("the axes", () => {
  it("stand the end of a year on its number, and parts of it before", () => {
    expect(timeOf("2011")).toBe(2011);
    expect(timeOf("2010-12-31")).toBe(2010);
    expect(timeOf("2006-06")).toBe(2005.5);
    expect(timeOf("2006-01-01")).toBeCloseTo(2005.0027, 3);
  });

  it("begin at nothing and end at a round number", () => {
    expect(countTicks(54)).toEqual([0, 20, 40, 60]);
    expect(countTicks(3)).toEqual([0, 1, 2, 3]);
    expect(countTicks(0)).toEqual([0, 1]);
    expect(countTicks(15_483)).toEqual([0, 5000, 10_000, 15_000, 20_000]);
  });

  it("have whole years, as many as there is room for", () => {
    expect(yearTicks(1993, 2025.1, 8)).toEqual([1995, 2000, 2005, 2010, 2015, 2020, 2025]);
    expect(yearTicks(2005, 2021, 20)).toHaveLength(17);
    expect(yearTicks(1973, 2026, 3)).toEqual([1980, 2000, 2020]);
  });

  it("keep labels apart, in their order and inside", () => {
    const apart = spread([52, 50, 51, 100], 14, 0, 100);
    const inOrder = [apart[1]!, apart[2]!, apart[0]!, apart[3]!];
    for (let place = 1; place < 4; place += 1) expect(inOrder[place]! - inOrder[place - 1]!).toBeGreaterThanOrEqual(14);
    expect(Math.max(...apart)).toBeLessThanOrEqual(100);
  });

  it("thin dates out evenly and keep the newest", () => {
    expect(thinned(["1", "2", "3", "4", "5", "6", "7"], 3)).toEqual(["1", "4", "7"]);
    expect(thinned(["1", "2"], 3)).toEqual(["1", "2"]);
  });
});

describe("shadeOf(n, of)", () => {
  it("is a fifth of the whole each, and tells none from little", () => {
    expect([0, 1, 20, 21, 99, 100].map((n) => shadeOf(n, 100))).toEqual([0, 1, 1, 2, 5, 5]);
    expect(shadeOf(0, 0)).toBe(0);
  });
});

describe("sliceOf(cube)", () => {
  it("reads what each State is on one question at one date", () => {
    const cube = {
      axes: [
        { name: "state", keys: ["CAN", "KEN"] },
        { name: "treaty", keys: ["CWC", "ATT"] },
        { name: "year", keys: ["2010", "2011", "2012"] },
      ],
      values: ["none", "signatory", "party"],
      cells: btoa(String.fromCharCode(0, 1, 2, 0, 0, 1, 2, 2, 2, 0, 1, 0)),
    } as unknown as CubeAnswer;
    expect([...sliceOf(cube, "CWC", "2011")]).toEqual([
      ["CAN", "signatory"],
      ["KEN", "party"],
    ]);
    expect([...sliceOf(cube, "ATT", "2012")]).toEqual([
      ["CAN", "signatory"],
      ["KEN", "none"],
    ]);
    expect(sliceOf(cube, "BWC", "2012").size).toBe(0);
  });
});

describe("the keys of a chart", () => {
  const lengths = [3, 2];
  const straight = { isTurned: false, isMirrored: false };

  it("go along a series and from series to series, and stop at the edges", () => {
    expect(stepFrom(undefined, "ArrowRight", lengths, straight)).toEqual({ row: 0, column: 0 });
    expect(stepFrom({ row: 0, column: 1 }, "ArrowRight", lengths, straight)).toEqual({ row: 0, column: 2 });
    expect(stepFrom({ row: 0, column: 2 }, "ArrowRight", lengths, straight)).toEqual({ row: 0, column: 2 });
    expect(stepFrom({ row: 0, column: 2 }, "ArrowDown", lengths, straight)).toEqual({ row: 1, column: 1 });
    expect(stepFrom({ row: 1, column: 0 }, "End", lengths, straight)).toEqual({ row: 1, column: 1 });
    expect(stepFrom({ row: 1, column: 1 }, "Tab", lengths, straight)).toBeUndefined();
  });

  it("follow the eye from right to left, and where bars lie", () => {
    expect(stepFrom({ row: 0, column: 1 }, "ArrowLeft", lengths, { ...straight, isMirrored: true })).toEqual({
      row: 0,
      column: 2,
    });
    expect(stepFrom({ row: 0, column: 0 }, "ArrowDown", lengths, { ...straight, isTurned: true })).toEqual({
      row: 0,
      column: 1,
    });
  });
});

describe("a chart's address", () => {
  it("holds the whole chart and reads back the same", () => {
    const view = changed(paramsFrom(TrendView, new URLSearchParams("measure=matrix")), {
      view: "heat-map",
      by: "m49",
      obligation: ["OP3C"],
      weapon: ["BW"],
      to: 2016,
    });
    const address = chartAddress(view);
    expect(address).toBe("/trends?measure=matrix&by=m49&obligation=OP3C&weapon=BW&to=2016&view=heat-map");
    expect(paramsFrom(TrendView, new URLSearchParams(address.split("?")[1]))).toEqual(view);
  });

  it("names the measure even where it is the usual one, for a bare /trends is the overview", () => {
    expect(chartAddress({})).toBe("/trends?measure=treaties");
  });

  it("drops what another measure has no use for", () => {
    const matrix = paramsFrom(
      TrendView,
      new URLSearchParams("measure=matrix&view=answers&by=weapon&obligation=OP2&value=Q&from=2011&base=reporting"),
    );
    expect(chartAddress(changed(matrix, { measure: "treaties" }))).toBe("/trends?measure=treaties");
    expect(chartAddress(changed(matrix, { measure: "published" }))).toBe(
      "/trends?measure=published&series=first-reports-submitted",
    );
    const reports = paramsFrom(TrendView, new URLSearchParams("measure=firstReports&on=2008-07"));
    expect(chartAddress(changed(reports, { view: "bars" }))).toBe("/trends?measure=firstReports&view=bars&on=2008-07");
    expect(chartAddress(changed(reports, { measure: "treaties" }))).toBe("/trends?measure=treaties");
  });

  it("keeps no promise of figures once the chart is another", () => {
    const frozen = paramsFrom(TrendView, new URLSearchParams("checksum=0123456789abcdef&generation=g-1"));
    expect(frozen.checksum).toBe("0123456789abcdef");
    expect(chartAddress(changed(frozen, { by: "region" }))).toBe("/trends?measure=treaties&by=region");
  });
});
