import { cellValues } from "#domain/matrices.ts";
import { trendEndpoints, type HeatMapParams } from "#domain/trends.ts";
import { addressOf, useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import { Failure } from "../ui/failure.tsx";
import type { ChartProps } from "./chart.tsx";
import { FiguresTable } from "./figures-table.tsx";
import { HeatMap } from "./heat-map.tsx";
import type { Figures } from "./series.ts";
import { ShownChart } from "./shown.tsx";
import type { TrendView } from "./view.ts";
import { Nothing, Waiting } from "./waiting.tsx";
import { sharesOf, useTrendWords } from "./words.ts";

/** Areas by region at one date: in each cell the States with a measure recorded, of those of its column. */
export function HeatMapChart({ view, embedded }: ChartProps) {
  const { language, number, texts: site } = useInterface();
  const words = useTrendWords(view);
  const { texts, fill, share, said } = words;
  const asked = { ...heatMapQuestion(view), language };
  const { data, error, refetch, isPlaceholderData } = useApi(trendEndpoints.heatMap, asked, { keepLast: true });
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  if (data.rows.length === 0 || data.columns.length === 0) return <Nothing />;
  const figures: Figures = {
    rows: data.rows.map((row) => ({ ...row, status: data.meta.status })),
    columns: data.columns.map(({ key, label }) => ({ key, label: words.short(key, label) })),
    cells: data.cells.map((row) =>
      row.map(({ n, values }, column) =>
        view.unit === "cells"
          ? { date: data.date, n: values.X, of: cellValues.reduce((sum, value) => sum + values[value], 0) }
          : { date: data.date, n, of: data.columns[column]!.of },
      ),
    ),
  };
  const answersIn = (row: number, column: number) => {
    const { values } = data.cells[row]![column]!;
    return cellValues.map((value) => `${texts.values[value]}: ${number(values[value])}`).join(" · ");
  };
  return (
    <div aria-busy={isPlaceholderData}>
      <ShownChart
        view={view}
        {...(embedded !== undefined && { embedded })}
        title={words.title(data.date)}
        origin={data.meta}
        lengths={figures.rows.map(() => figures.columns.length)}
        said={({ row, column }) =>
          [
            said(figures.rows[row]!.label, data.columns[column]!.label, figures.cells[row]?.[column]),
            `${texts.chart.cells}: ${answersIn(row, column)}`,
          ].join("; ")
        }
        heightFor={() => 0}
        render={(drawn) => <HeatMap {...drawn} figures={figures} />}
        legend={[
          { key: "0", swatch: <ShadeSwatch shade={0} />, label: texts.chart.noneRecorded },
          ...[1, 2, 3, 4, 5].map((shade) => ({
            key: String(shade),
            swatch: <ShadeSwatch shade={shade} />,
            label: fill(texts.chart.upTo, { share: percent(shade / 5, language) }),
          })),
        ]}
        reading={[texts.chart.hasShades]}
        summary={() => sharesOf(figures, words)}
        table={
          <FiguresTable
            figures={figures}
            title={words.title(data.date)}
            columnsName={site.facets.names.region}
            share={share}
          />
        }
        files={{
          csv: addressOf(trendEndpoints.heatMap, asked, {}, ".csv"),
          json: addressOf(trendEndpoints.heatMap, asked),
        }}
      />
    </div>
  );
}

/** What a view asks of the heat map: its last year is the date, and regions are its columns. */
export function heatMapQuestion(view: TrendView): Omit<HeatMapParams, "language"> {
  const { by, obligation, weapon, facet, to } = view;
  return {
    measure: "matrix",
    rows: by === "weapon" ? "weapon" : "obligation",
    columns: by === "m49" || by === "subregion" ? by : "region",
    obligation,
    weapon,
    facet,
    ...(to !== undefined && { date: String(to) }),
  };
}

function ShadeSwatch({ shade }: { shade: number }) {
  return (
    <svg className="swatch" width="30" height="14" aria-hidden="true">
      <rect className={`shade-${shade}`} x="3" y="1.5" width="24" height="11" />
    </svg>
  );
}

function percent(part: number, language: string): string {
  return new Intl.NumberFormat(language, { style: "percent" }).format(part);
}
