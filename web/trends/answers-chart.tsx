import { cellValues } from "#domain/matrices.ts";
import { trendEndpoints, type HeatMapAnswer, type TrendsAnswer, type TrendsParams } from "#domain/trends.ts";
import { addressOf, useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import { Failure } from "../ui/failure.tsx";
import { BarChart } from "./bar-chart.tsx";
import type { ChartProps } from "./chart.tsx";
import { FiguresTable } from "./figures-table.tsx";
import { heatMapQuestion } from "./heat-map-chart.tsx";
import { answerPaint, Swatch } from "./marks.tsx";
import { figuresOf, turned, type Figures, type Named } from "./series.ts";
import { ShownChart } from "./shown.tsx";
import { askedOf, type TrendView } from "./view.ts";
import { Nothing, Waiting } from "./waiting.tsx";
import { readOf, sharesOf, useTrendWords } from "./words.ts";

/** The cells of the matrices by their five answers, never merged: at each date, or at one date by area or region. */
export function AnswersChart({ view, embedded }: ChartProps) {
  const { language, date } = useInterface();
  const words = useTrendWords(view);
  const { texts, share } = words;
  const isOverTime = view.by === "none";
  const overTime = { ...answersQuestion(view), language };
  const atOnce = { ...heatMapQuestion(view), language };
  const series = useApi(trendEndpoints.trends, overTime, { enabled: isOverTime, keepLast: true });
  const map = useApi(trendEndpoints.heatMap, atOnce, { enabled: !isOverTime, keepLast: true });
  const { error, refetch } = isOverTime ? series : map;
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  const answer = isOverTime ? series.data : map.data;
  if (answer === undefined) return <Waiting />;
  const found = "series" in answer ? answersOverTime(answer, date) : answersAtOnce(answer, view.by);
  const figures = { ...found, rows: found.rows.map((row) => ({ ...row, label: texts.values[row.key as "X"] })) };
  if (figures.columns.length === 0) return <Nothing />;
  const asOf = "series" in answer ? figures.columns.at(-1)!.key : answer.date;
  return (
    <ShownChart
      view={view}
      {...(embedded !== undefined && { embedded })}
      title={words.title(asOf)}
      origin={answer.meta}
      {...readOf(figures, words)}
      isTurned
      heightFor={() => 60 + figures.columns.length * 44}
      render={(drawn) => (
        <BarChart
          {...drawn}
          figures={figures}
          isLying
          isStacked
          countName={texts.chart.cells}
          paintOf={(row) => answerPaint(cellValues[row]!)}
          labelOf={() => ""}
        />
      )}
      legend={cellValues.map((value) => ({
        key: value,
        swatch: <Swatch paint={answerPaint(value)} />,
        label: texts.values[value],
      }))}
      summary={() => sharesOf(turned(figures), words)}
      table={
        <FiguresTable
          figures={figures}
          title={words.title(asOf)}
          columnsName={isOverTime ? texts.chart.date : texts.controls.by}
          share={share}
        />
      }
      files={
        isOverTime
          ? {
              csv: addressOf(trendEndpoints.trends, overTime, {}, ".csv"),
              json: addressOf(trendEndpoints.trends, overTime),
            }
          : {
              csv: addressOf(trendEndpoints.heatMap, atOnce, {}, ".csv"),
              json: addressOf(trendEndpoints.heatMap, atOnce),
            }
      }
    />
  );
}

/** What a view asks of the trends: the cells by their answers, at each date. */
export function answersQuestion(view: TrendView): Omit<TrendsParams, "language"> {
  return { ...askedOf(view), by: "value", unit: "cells", value: [...cellValues] };
}

/** A row for each answer, in their order, whatever the order of the series. */
function answersOverTime({ series, meta }: TrendsAnswer, nameOf: (date: string) => string): Figures {
  const byKey = new Map(series.map((one) => [one.key, one]));
  return figuresOf(
    cellValues.map((value) => byKey.get(value) ?? { key: value, label: value, status: meta.status, points: [] }),
    nameOf,
  );
}

/** The cells of a heat map added up along one of its sides. */
function answersAtOnce({ rows, columns, cells, date, meta }: HeatMapAnswer, by: string): Figures {
  const isByRow = by === "obligation" || by === "weapon";
  const groups: Named[] = isByRow ? rows : columns.map(({ key, label }) => ({ key, label }));
  const sums = groups.map((_, group) => {
    const inside = isByRow ? cells[group]! : cells.map((row) => row[group]!);
    return cellValues.map((value) => inside.reduce((sum, { values }) => sum + (values[value] ?? 0), 0));
  });
  return {
    rows: cellValues.map((value) => ({ key: value, label: value, status: meta.status })),
    columns: groups,
    cells: cellValues.map((_, value) =>
      sums.map((counts) => ({ date, n: counts[value]!, of: counts.reduce((sum, n) => sum + n, 0) })),
    ),
  };
}
