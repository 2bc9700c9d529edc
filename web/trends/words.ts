import { use } from "react";
import type { CellValue } from "#domain/matrices.ts";
import type { TrendPoint } from "#domain/trends.ts";
import { useInterface, type Interface } from "../interface.tsx";
import { useObligationNames } from "../obligations.ts";
import { useStates } from "../states.ts";
import { trendTextsIn } from "../texts/trends/load.ts";
import type { TrendTexts } from "../texts/trends/en.ts";
import type { Place } from "./drawn.ts";
import type { Figures } from "./series.ts";
import { useTreatyNames } from "./treaty-names.ts";
import type { TrendView } from "./view.ts";

/** What charts say in the visitor's language. */
export interface Words {
  texts: TrendTexts;
  fill: Interface["fill"];
  /** "Number of States for which …, by regional group, as of 2016": what is counted, of what, told apart how, as of one or two dates. */
  title: (...asOf: string[]) => string;
  /** "45 of 54", or the number alone where there is no denominator. */
  share: (point: TrendPoint | undefined) => string;
  /** What is said of one figure. */
  said: (row: string, column: string, point: TrendPoint | undefined) => string;
  /** A name that fits beside a line: of a regional group or treaty in few words, else the code, else the beginning. */
  short: (key: string, label: string) => string;
}

/** @param view the chart they are said of */
export function useTrendWords(view: TrendView): Words {
  const { language, texts: site, fill, number, date } = useInterface();
  const texts = use(trendTextsIn(language));
  const obligationName = useObligationNames(view.obligation.length > 0);
  const treatyNames = useTreatyNames(view.treaty.length > 0);
  const { nameOf, regionNameOf } = useStates();
  const { chart, titles } = texts;
  const filters = [
    ...view.treaty.map((code) => treatyNames.get(code) ?? code),
    ...view.obligation.map(obligationName),
    ...view.weapon.map((code) => (code === "ALL" ? texts.notByWeapon : site.codes.weapons[code])),
    ...view.facet.map((code) => site.codes.facets[code]),
    ...view.region.map(regionNameOf),
    ...view.state.map(nameOf),
    ...view.value.map((code: CellValue) => texts.values[code]),
  ].join(" · ");
  const share = (point: TrendPoint | undefined) => {
    if (point?.n === undefined) return "–";
    if (point.of === undefined) return number(point.n);
    return fill(chart.ofTotal, { n: number(point.n), of: number(point.of) });
  };
  return {
    texts,
    fill,
    share,
    title: (...asOf) => {
      const what = countedBy(view, texts);
      const filtered = filters === "" ? what : joined(titles.filtered, { counted: what, filters });
      const based = view.base === "reporting" ? joined(titles.reporting, { counted: filtered }) : filtered;
      const counted = view.by === "none" ? based : joined(titles.by, { counted: based, by: texts.keys[view.by] });
      const [from = "", to = from] = asOf;
      if (from === "") return counted;
      return from === to
        ? joined(titles.asOf, { counted, date: date(from) })
        : joined(titles.between, { counted, from: date(from), to: date(to) });
    },
    said: (row, column, point) => {
      if (point?.n === undefined) return [fill(chart.missing, { row, column }), point?.note ?? []].flat().join("; ");
      const { n, of, unknown = 0, note, mark, source } = point;
      return [
        of === undefined
          ? fill(chart.pointAlone, { row, column, n: number(n) })
          : fill(chart.point, { row, column, n: number(n), of: number(of) }),
        ...(unknown > 0 ? [fill(chart.unknown, { n: number(n + unknown) })] : []),
        ...(note === undefined || note === "" ? [] : [note]),
        ...(mark === undefined ? [] : [chart.marks[mark]]),
        ...(source === undefined || source === "" ? [] : [source]),
      ].join("; ");
    },
    short: (key, label) => {
      if (view.by === "region" && key in texts.groups) return texts.groups[key as keyof TrendTexts["groups"]];
      if (view.by === "treaty" && key in texts.treaties) return texts.treaties[key as keyof TrendTexts["treaties"]];
      if (/^[A-Z][A-Z0-9.]{1,9}$/u.test(key)) return key;
      return label.length <= 22 ? label : `${label.slice(0, 21).trimEnd()}…`;
    },
  };
}

/** The figures of a drawing, to be read one by one. */
export function readOf({ rows, columns, cells }: Figures, { said }: Words) {
  return {
    lengths: rows.map(() => columns.length),
    said: ({ row, column }: Place) => said(rows[row]!.label, columns[column]!.label, cells[row]?.[column]),
  };
}

/** Each row of figures in a sentence: its columns, with their shares. */
export function sharesOf({ rows, columns, cells }: Figures, { texts, share }: Words): string[] {
  return rows.map(({ label }, row) =>
    joined(texts.chart.answers, {
      row: label,
      answers: columns.map((column, at) => `${column.label}: ${share(cells[row]?.[at])}`).join(" · "),
    }),
  );
}

/** Texts of one language in one: set apart from each other, they would stand in the wrong order from right to left. */
export function joined(template: string, parts: Record<string, string>): string {
  return template.replaceAll(/\{(\w+)\}/gu, (_, name: string) => parts[name] ?? "");
}

function countedBy({ view, measure, unit, standing }: TrendView, { counted }: TrendTexts): string {
  if (view === "answers") return counted.matrixAnswers;
  if (measure === "matrix" && unit === "cells") return counted.matrixCells;
  if (measure === "legislation" && unit === "cells") return counted.legislationCells;
  if (measure === "treaties" && standing === "signatory") return counted.signatories;
  return counted[measure];
}
