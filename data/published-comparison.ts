import { cubeValues } from "#domain/matrices.ts";
import type { CubeAnswer } from "#domain/trends.ts";
import { obligations } from "./obligations.ts";
import { publishedFigures } from "./published-figures.ts";

/** A published figure beside the same figure of the matrices. */
interface Compared {
  figure: string;
  published: number;
  matrices: number;
  /** Of the published figure: 0.02 is two in a hundred. */
  difference: number;
  source: string;
}

/** Totals of matrices beside those that were published; figures between two snapshots lie on the line between them, by years. */
export function comparedWithPublished({ axes, cells }: Pick<CubeAnswer, "axes" | "cells">): Compared[] {
  const [states, columns, snapshots] = axes;
  const bytes = Buffer.from(cells, "base64");
  const size = snapshots!.keys.length;
  const isCounted = columns!.obligations!.map((code) => obligations.get(code)?.kind === "obligation");
  const isProhibition = columns!.keys.map((key) => /^OP2\..+-framework$/u.test(key));
  const totals = snapshots!.keys.map((snapshot, at) => {
    const matrices = states!.keys
      .map((_, state) => {
        const own = columns!.keys.map((_column, column) => bytes[(state * columns!.keys.length + column) * size + at]!);
        const recorded = own.map((value, column) => isCounted[column]! && cubeValues[value] === "X");
        return {
          isPublished: own.some((value) => value !== 0),
          fields: recorded.filter(Boolean).length,
          prohibits: recorded.some((one, column) => one && isProhibition[column]!),
        };
      })
      .map((matrix, state) => ({ ...matrix, state: states!.keys[state]! }))
      .filter(({ isPublished }) => isPublished);
    const fields = matrices.reduce((sum, matrix) => sum + matrix.fields, 0);
    return {
      year: Number(snapshot),
      average: fields / matrices.length,
      fields,
      few: matrices.filter((matrix) => matrix.fields <= 30).length,
      prohibiting: matrices.filter(({ prohibits }) => prohibits).length,
    };
  });
  const onLine = (name: "average" | "fields" | "few" | "prohibiting", year: number) => {
    const after = totals.findIndex((total) => total.year >= year);
    const [from, to] = [totals[Math.max(0, after - 1)]!, totals[after]!];
    return from.year === to.year || to.year === year
      ? to[name]
      : from[name] + ((to[name] - from[name]) * (year - from.year)) / (to.year - from.year);
  };
  const total = (series: string, date: string, name: "average" | "fields" | "few" | "prohibiting", year: number) => {
    const figure = publishedFigures.find((one) => one.series === series && one.date === date)!;
    return compared(`${series}, ${date}`, figure.value!, onLine(name, year), `${figure.source} (${figure.mark})`);
  };
  return [
    total("matrix-fields-average", "2008", "average", 2008),
    total("matrix-fields-average", "2011", "average", 2011),
    compared("cells in all, 2011", 128 * 192, onLine("fields", 2011), "128 × 192 (D)"),
    total("states-with-30-or-fewer-fields", "2008", "few", 2008),
    total("states-with-30-or-fewer-fields", "2011", "few", 2011),
    compared("States that moved up, 2008 to 2011", 42, onLine("few", 2008) - onLine("few", 2011), "the same page (V)"),
    total("measures-reported-total", "2014-05-07", "fields", 2014.35),
    total("states-with-prohibiting-legislation", "2006", "prohibiting", 2006),
    total("states-with-prohibiting-legislation", "2011", "prohibiting", 2011),
  ];
}

function compared(figure: string, published: number, matrices: number, source: string): Compared {
  return {
    figure,
    published,
    matrices: Math.round(matrices * 100) / 100,
    difference: matrices / published - 1,
    source,
  };
}
