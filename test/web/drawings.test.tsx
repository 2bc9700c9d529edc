import { cleanup, fireEvent, render } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { TrendPoint } from "#domain/trends.ts";
import { BarChart } from "#web/trends/bar-chart.tsx";
import type { Place } from "#web/trends/drawn.ts";
import { HeatMap } from "#web/trends/heat-map.tsx";
import type { Figures } from "#web/trends/series.ts";
import { TimeChart } from "#web/trends/time-chart.tsx";

afterEach(cleanup);

const dates = ["2010", "2011", "2012"];

function figuresOf(cells: Record<string, (Partial<TrendPoint> | undefined)[]>): Figures {
  return {
    rows: Object.keys(cells).map((key) => ({ key, label: key, status: key === "printed" ? "published" : "real" })),
    columns: dates.map((key) => ({ key, label: key })),
    cells: Object.values(cells).map((row) =>
      row.map((point, column) => (point === undefined ? undefined : { date: dates[column]!, ...point })),
    ),
  };
}

const two = figuresOf({
  AFR: [{ n: 10, of: 54, unknown: 5 }, undefined, { n: 30, of: 54, unknown: 0 }],
  printed: [{ n: 20, of: 192 }, { n: 40, of: 192 }, undefined],
});

const drawn = {
  width: 700,
  height: 300,
  isMirrored: false,
  number: String,
  place: undefined,
  onPlace: () => undefined,
};
const time = {
  shortNames: ["Africa", "Printed"],
  hasBand: false,
  countName: "States party",
  timeName: "End of the year",
  highest: 40,
  span: [2010, 2012] as [number, number],
};
const bars = {
  isLying: false,
  isStacked: false,
  paintOf: () => ({ fill: "black" }),
  countName: "States",
  labelOf: String,
};

describe("lines over time", () => {
  it("stand where their figures are, pass over dates without one, and end at their names", () => {
    const { container } = render(<TimeChart {...drawn} {...time} figures={two} />);
    const [africa, printed] = pointsOf(container, "polyline");
    const [ten, thirty] = africa!;
    expect(africa).toHaveLength(2);
    expect(printed).toHaveLength(2);
    // From zero: 10 is a quarter of 40, the highest tick.
    const [zero, forty] = [tickAt(container, "0"), tickAt(container, "40")];
    expect((zero - ten!.y) / (zero - forty)).toBeCloseTo(0.25, 2);
    expect((zero - thirty!.y) / (zero - forty)).toBeCloseTo(0.75, 2);
    expect(textsOf(container)).toEqual(
      expect.arrayContaining(["Africa 30/54", "Printed 40/192", "2010", "2012", "States party", "End of the year"]),
    );
    const names = textAt(container, "Africa 30/54");
    expect(names).toBeGreaterThan(thirty!.x);
  });

  it("run from right to left where the language does, and nothing leaves the drawing", () => {
    const { container } = render(<TimeChart {...drawn} {...time} figures={two} isMirrored />);
    const [africa] = pointsOf(container, "polyline");
    expect(africa![0]!.x).toBeGreaterThan(africa![1]!.x);
    expect(textAt(container, "2010")).toBeGreaterThan(textAt(container, "2012"));
    const all = pointsOf(container, "polyline").flat();
    expect(all.every(({ x, y }) => x >= 0 && x <= 700 && y >= 0 && y <= 300)).toBe(true);
  });

  it("have the band up to what might be, and published ones rings in the colour of text", () => {
    const { container } = render(<TimeChart {...drawn} {...time} figures={two} hasBand />);
    const [band] = pointsOf(container, "polygon");
    const [africa] = pointsOf(container, "polyline");
    expect(band!.slice(0, 2)).toEqual(africa);
    // Back along the upper edge: nothing unknown at the last date, five at the first.
    expect(band![2]!.y).toBe(africa![1]!.y);
    expect(band![3]!.y).toBeLessThan(africa![0]!.y);
    const marks = [...container.querySelectorAll("path")].map((path) => path.getAttribute("fill"));
    expect(marks).toEqual(["var(--series-1)", "var(--ground)"]);
  });

  it("read the nearest figure under mouse or finger, the date before the line", () => {
    const read: Place[] = [];
    const { container } = render(
      <TimeChart {...drawn} {...time} figures={two} onPlace={(place) => read.push(place)} />,
    );
    const [, printed] = pointsOf(container, "polyline");
    const pointed = container.querySelector('rect[pointer-events="all"]')!;
    const [left, top] = [Number(pointed.getAttribute("x")), Number(pointed.getAttribute("y"))];
    fireEvent.pointerDown(pointed, { clientX: printed![1]!.x - left + 3, clientY: 250 - top });
    expect(read).toEqual([{ row: 1, column: 1 }]);
  });
});

describe("bars", () => {
  it("stand side by side from zero, the first of a group at its start in either direction", () => {
    const left = render(<BarChart {...drawn} {...bars} figures={two} />);
    const [africa, printed] = barsOf(left.container);
    expect(africa![0]!.height / printed![0]!.height).toBeCloseTo(0.5, 5);
    expect(africa![1]!.height).toBe(0);
    expect(africa![0]!.x).toBeLessThan(printed![0]!.x);
    expect(africa![0]!.y + africa![0]!.height).toBeCloseTo(printed![0]!.y + printed![0]!.height, 5);
    cleanup();
    const right = render(<BarChart {...drawn} {...bars} figures={two} isMirrored />);
    const [first, second] = barsOf(right.container);
    expect(first![0]!.x).toBeGreaterThan(second![0]!.x);
    expect(first![0]!.x).toBeGreaterThan(first![2]!.x);
  });

  it("lie on one another where they are parts of a whole, none covering another", () => {
    const { container } = render(<BarChart {...drawn} {...bars} figures={two} isLying isStacked />);
    const [lower, upper] = barsOf(container);
    expect(upper![0]!.x).toBeCloseTo(lower![0]!.x + lower![0]!.width, 5);
    expect(upper![0]!.y).toBe(lower![0]!.y);
    expect(upper![0]!.width / lower![0]!.width).toBeCloseTo(2, 5);
  });

  it("lie on an axis whose numbers keep apart", () => {
    const many = figuresOf({ X: [{ n: 70_000 }] });
    const numbers = (width: number) => {
      const { container } = render(
        <BarChart {...drawn} {...bars} width={width} figures={many} labelOf={() => ""} isLying isStacked />,
      );
      const texts = textsOf(container).filter((text) => /^\d+$/u.test(text) && !dates.includes(text));
      cleanup();
      return texts;
    };
    expect(numbers(700)).toEqual(["0", "20000", "40000", "60000", "80000"]);
    expect(numbers(360)).toEqual(["0", "40000", "80000"]);
  });

  it("bear no figure that would stand on the next", () => {
    const label = () => "1,234";
    const wide = render(<BarChart {...drawn} {...bars} figures={two} labelOf={label} />);
    expect(textsOf(wide.container).filter((text) => text === "1,234")).toHaveLength(6);
    cleanup();
    const narrow = render(<BarChart {...drawn} {...bars} width={200} figures={two} labelOf={label} />);
    expect(textsOf(narrow.container)).not.toContain("1,234");
  });

  it("of one are found by pointing anywhere above them", () => {
    const read: Place[] = [];
    const { container } = render(<BarChart {...drawn} {...bars} figures={two} onPlace={(place) => read.push(place)} />);
    const pointed = container.querySelector('rect[pointer-events="all"]')!;
    const left = Number(pointed.getAttribute("x"));
    const [, printed] = barsOf(container);
    for (const column of [0, 2])
      fireEvent.pointerMove(pointed, { clientX: printed![column]!.x - left + 1, clientY: 0 });
    expect(read).toEqual([
      { row: 1, column: 0 },
      { row: 1, column: 2 },
    ]);
  });
});

describe("a heat map", () => {
  const map: Figures = figuresOf({
    OP2: [
      { n: 54, of: 54 },
      { n: 1, of: 54 },
      { n: 0, of: 54 },
    ],
  });

  it("writes of how many where there is room, the number alone where there is less, and nothing where it would not fit", () => {
    const at = (width: number) => {
      const { container } = render(<HeatMap {...drawn} width={width} figures={map} />);
      const texts = textsOf(container).filter((text) => /^\d+(\/\d+)?$/u.test(text) && !dates.includes(text));
      cleanup();
      return texts;
    };
    expect(at(600)).toEqual(["54/54", "1/54", "0/54"]);
    expect(at(130)).toEqual(["54", "1", "0"]);
    expect(at(50)).toEqual([]);
  });

  it("reads the cell under the pointer, from right to left as well", () => {
    const read: Place[] = [];
    const { container } = render(<HeatMap {...drawn} isMirrored figures={map} onPlace={(place) => read.push(place)} />);
    fireEvent.pointerMove(container.querySelector('rect[pointer-events="all"]')!, { clientX: 5, clientY: 5 });
    expect(read).toEqual([{ row: 0, column: 2 }]);
  });
});

function pointsOf(container: HTMLElement, shape: "polyline" | "polygon"): { x: number; y: number }[][] {
  return [...container.querySelectorAll(shape)].map((line) =>
    line
      .getAttribute("points")!
      .split(" ")
      .filter((pair) => pair !== "")
      .map((pair) => pair.split(",").map(Number))
      .map(([x, y]) => ({ x: x!, y: y! })),
  );
}

/** The surfaces by row and column. */
function barsOf(container: HTMLElement): Record<"x" | "y" | "width" | "height", number>[][] {
  return [...container.querySelectorAll('path[fill="black"]')].map((row) =>
    row
      .getAttribute("d")!
      .split("M")
      .slice(1)
      .map((outline) => outline.split(/[ hvz]/u).map(Number))
      .map(([x, y, width = 0, height = 0]) => ({ x: x!, y: y!, width, height })),
  );
}

function textsOf(container: HTMLElement): string[] {
  return writtenIn(container).map(({ textContent }) => textContent);
}

function textAt(container: HTMLElement, words: string): number {
  return Number(
    writtenIn(container)
      .find(({ textContent }) => textContent === words)!
      .getAttribute("x"),
  );
}

function tickAt(container: HTMLElement, words: string): number {
  const ticks = [...container.querySelector("text")!.querySelectorAll("tspan")];
  const place = ticks.findIndex(({ textContent }) => textContent === words);
  return Number(container.querySelectorAll("line")[place]!.getAttribute("y1"));
}

/** Texts, or the parts of those that have parts. */
function writtenIn(container: HTMLElement): Element[] {
  return [...container.querySelectorAll("text, tspan")].filter(({ childElementCount }) => childElementCount === 0);
}
