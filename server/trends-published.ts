import { lastDayOf, type TrendPoint, type TrendSeries, type TrendsParams } from "#domain/trends.ts";
import { figureNote } from "#data/figure-notes.ts";
import { publishedFigures, publishedSeries } from "#data/published-figures.ts";
import { checkAsked, hashOf, refuse, unknownOf, type Figures } from "./figures.ts";

type PublishedFigure = (typeof publishedFigures)[number];

/** First reports submitted and missing, as published at some dates. */
export function firstReportFigures(params: TrendsParams): Figures {
  const series = ["first-reports-submitted", "first-reports-missing"];
  const { meta, ...figures } = publishedTotals({ ...params, series });
  return { ...figures, meta: { ...meta, notes: [figureNote("first-reports-list", params.language), ...meta.notes] } };
}

/** Totals that others printed, by series; all of them where none is asked for. */
export function publishedTotals(params: TrendsParams): Figures {
  checkAsked(params, { by: ["none"], filters: ["series"], bases: ["all"], units: ["states"] });
  refuse(
    unknownOf(
      "series",
      params.series,
      publishedSeries,
      `a published series: ${[...publishedSeries.keys()].join(", ")}`,
    ),
  );
  const { language } = params;
  const figures = publishedFigures.filter(
    ({ series, date }) =>
      (params.series.length === 0 || params.series.includes(series)) &&
      Number(date.slice(0, 4)) >= (params.from ?? 0) &&
      Number(date.slice(0, 4)) <= (params.to ?? 9999) &&
      lastDayOf(date) <= (params.cutOff ?? "9999"),
  );
  const series = [...publishedSeries]
    .map(([key, names]): TrendSeries => ({
      key,
      label: names[language],
      status: "published",
      points: figures.filter((figure) => figure.series === key).map((figure) => pointOf(figure, params)),
    }))
    .filter(({ points }) => points.length > 0);
  const units = [...new Set(figures.map(({ unit }) => figureNote(`unit-${unit}`, language)))];
  return {
    series,
    inputs: hashOf(figures.map((figure) => JSON.stringify(figure))),
    meta: {
      status: "published",
      source: figureNote("source-published", language),
      asOf:
        figures
          .map(({ date }) => date)
          .toSorted()
          .at(-1) ?? "",
      unit: new Intl.ListFormat(language).format(units),
      notes: [figureNote("published-marks", language)],
    },
  };
}

function pointOf(
  { date, value, of, note, note_value, source, mark }: PublishedFigure,
  { language }: TrendsParams,
): TrendPoint {
  return {
    date,
    ...(value !== undefined && { n: value }),
    ...(of !== undefined && { of }),
    ...(note !== undefined && { note: figureNote(`point-${note}`, language, { value: note_value ?? "" }) }),
    source,
    mark,
  };
}
