import type { CubeAnswer, DataStatus, TrendPoint, TrendSeries } from "#domain/trends.ts";

/** What a row or column of figures stands for. */
export interface Named {
  key: string;
  label: string;
}

/** Figures as a table has them: a row for each series, a column for each date or whatever they are told apart by. A cell is absent where a series has no figure. */
export interface Figures {
  rows: (Named & { status: DataStatus })[];
  columns: Named[];
  cells: (TrendPoint | undefined)[][];
}

/** Series of any dates in one table, a column for each date, in order; `nameOf` says a date in words. */
export function figuresOf(series: readonly TrendSeries[], nameOf: (date: string) => string): Figures {
  const dates = [...new Set(series.flatMap(({ points }) => points.map(({ date }) => date)))].toSorted();
  return {
    rows: series.map(({ key, label, status }) => ({ key, label, status })),
    columns: dates.map((date) => ({ key: date, label: nameOf(date) })),
    cells: series.map(({ points }) => {
      const byDate = new Map(points.map((point) => [point.date, point]));
      return dates.map((date) => byDate.get(date));
    }),
  };
}

/** The same table with these of its columns. */
export function withColumns(figures: Figures, keys: readonly string[]): Figures {
  const places = keys.map((key) => figures.columns.findIndex((column) => column.key === key)).filter((at) => at !== -1);
  return {
    ...figures,
    columns: places.map((place) => figures.columns[place]!),
    cells: figures.cells.map((row) => places.map((place) => row[place])),
  };
}

/** Columns become rows: two dates side by side for each series. */
export function turned({ rows, columns, cells }: Figures): Figures {
  const status = rows[0]?.status ?? "real";
  return {
    rows: columns.map((column) => ({ ...column, status })),
    columns: rows.map(({ key, label }) => ({ key, label })),
    cells: columns.map((_, column) => rows.map((_row, row) => cells[row]?.[column])),
  };
}

/** At most `most` of the dates, evenly apart, the last among them. */
export function thinned(dates: readonly string[], most: number): string[] {
  const step = Math.max(1, Math.ceil(dates.length / most));
  return dates.filter((_, place) => (dates.length - 1 - place) % step === 0);
}

/**
 * Where a date stands on the axis of time, whose mark for a year is the end of that year:
 * "2010-12-31" → 2010, "2011" → 2011, "2006-06" → 2005.5.
 */
export function timeOf(date: string): number {
  const [year = 0, month = 12, day] = date.split("-").map(Number);
  const daysIn = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return year - 1 + (month - 1 + (day ?? daysIn) / daysIn) / 12;
}

/** Whole numbers from 0 to the first round one not below `highest`, about five. */
export function countTicks(highest: number): number[] {
  const step = roundStep(Math.max(highest, 1) / 4);
  const ticks = Math.ceil(Math.max(highest, 1) / step);
  return Array.from({ length: ticks + 1 }, (_, place) => place * step);
}

/** Whole years between two places on the axis of time, at most `most`. */
export function yearTicks(from: number, to: number, most: number): number[] {
  const [first, last] = [Math.ceil(from - 0.001), Math.floor(to + 0.001)];
  const ticksBy = (years: number) => Math.floor(last / years) - Math.ceil(first / years) + 1;
  const step = [1, 2, 5, 10, 20, 25, 50].find((years) => ticksBy(years) <= most) ?? 100;
  const start = Math.ceil(first / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((last - start) / step)) + 1 }, (_, place) => start + place * step);
}

/** Moves labels apart that would stand on one another: each keeps its order and at least `gap` to the next, between `top` and `bottom`. */
export function spread(places: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = places.map((_, index) => index).toSorted((a, b) => places[a]! - places[b]!);
  const moved = [...places];
  let free = top;
  for (const index of order) {
    const at = Math.max(places[index]!, free);
    moved[index] = at;
    free = at + gap;
  }
  let limit = bottom;
  for (const index of order.toReversed()) {
    const at = Math.min(moved[index]!, limit);
    moved[index] = at;
    limit = at - gap;
  }
  return moved;
}

/** The first and last figure of a row, and the dates at which it is lower than at the figure before: falls are part of a trend. */
export function courseOf({ columns, cells }: Figures, row: number) {
  const known = columns.flatMap(({ label }, column) => {
    const point = cells[row]?.[column];
    return point?.n === undefined ? [] : [{ label, n: point.n, of: point.of }];
  });
  return {
    first: known[0],
    last: known.at(-1),
    falls: known.filter(({ n }, place) => place > 0 && n < known[place - 1]!.n).map(({ label }) => label),
  };
}

/** One of five shades for a share; 0 where nothing is recorded. Above that, a fifth of the whole each. */
export function shadeOf(n: number, of: number): 0 | 1 | 2 | 3 | 4 | 5 {
  if (n === 0 || of === 0) return 0;
  return Math.min(5, Math.ceil((n / of) * 5)) as 1 | 2 | 3 | 4 | 5;
}

/** What the cube holds for each State at one place of its other two axes: a word of `values` by the State's code. */
export function sliceOf({ axes, values, cells }: CubeAnswer, question: string, date: string): Map<string, string> {
  const [states, questions, dates] = axes.map(({ keys }) => keys) as [string[], string[], string[]];
  const [column, moment] = [questions.indexOf(question), dates.indexOf(date)];
  if (column === -1 || moment === -1) return new Map();
  const bytes = atob(cells);
  const at = (state: number) => bytes.charCodeAt((state * questions.length + column) * dates.length + moment);
  return new Map(states.map((state, place) => [state, values[at(place)] ?? ""]));
}

/** 1, 2 or 5 times a power of ten, not below `least` nor 1. */
function roundStep(least: number): number {
  if (least <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5, 10].find((times) => times * power >= least) ?? 10);
}
