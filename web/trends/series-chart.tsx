import type { ReactNode } from "react";
import { trendEndpoints } from "#domain/trends.ts";
import { addressOf, useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import { Failure } from "../ui/failure.tsx";
import { BarChart } from "./bar-chart.tsx";
import { Changes } from "./changes.tsx";
import type { ChartProps } from "./chart.tsx";
import { FiguresTable } from "./figures-table.tsx";
import { FirstReports } from "./first-reports.tsx";
import { fillOf, hueOf, strokeOf, Swatch } from "./marks.tsx";
import { courseOf, figuresOf, thinned, timeOf, turned, withColumns, type Figures } from "./series.ts";
import { ShownChart, type Shown } from "./shown.tsx";
import { TimeChart } from "./time-chart.tsx";
import { askedOf, type TrendView } from "./view.ts";
import { Nothing, Waiting } from "./waiting.tsx";
import { readOf, useTrendWords, type Words } from "./words.ts";

/** Figures over time, as lines or bars, or of two dates side by side. */
export function SeriesChart({ view, embedded }: ChartProps) {
  const { language, date } = useInterface();
  const asked = { ...askedOf(view), language };
  const { data, error, refetch, isPlaceholderData } = useApi(trendEndpoints.trends, asked, { keepLast: true });
  const drawnOver = view.view === "lines" ? view.overlay : [];
  const overlay = useApi(
    trendEndpoints.trends,
    { measure: "published", series: drawnOver, language },
    { enabled: drawnOver.length > 0, keepLast: true },
  );
  const words = useTrendWords(view);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const figures = figuresOf([...data.series, ...((drawnOver.length > 0 && overlay.data?.series) || [])], date);
  if (!figures.cells.flat().some((point) => point?.n !== undefined)) return <Nothing />;
  const [from, to] = [figures.columns[0]!.key, figures.columns.at(-1)!.key];
  const shown = {
    lines: () => linesOf(figures, view, words, data.meta.unit),
    bars: () => barsOf(figures, view, words, data.meta.unit),
    compare: () => comparedOf(withColumns(figures, [from, to]), words, data.meta.unit),
  }[view.view === "bars" || view.view === "compare" ? view.view : "lines"]();
  return (
    <div aria-busy={isPlaceholderData}>
      <ShownChart
        view={view}
        {...(embedded !== undefined && { embedded })}
        title={view.view === "compare" ? words.title(from, to) : words.title(to)}
        origin={data.meta}
        {...shown}
        summary={() => sentencesOf(view.view === "compare" ? withColumns(figures, [from, to]) : figures, words)}
        table={
          <FiguresTable
            figures={view.view === "compare" ? withColumns(figures, [from, to]) : figures}
            title={words.title(to)}
            columnsName={words.texts.chart.date}
            share={words.share}
          />
        }
        files={{
          csv: addressOf(trendEndpoints.trends, asked, {}, ".csv"),
          json: addressOf(trendEndpoints.trends, asked),
        }}
      >
        {view.measure === "matrix" && view.view === "compare" && from !== to && (
          <Changes view={view} from={from.slice(0, 4)} to={to.slice(0, 4)} />
        )}
        {view.measure === "firstReports" && <FirstReports dates={figures.columns.map(({ key }) => key)} on={view.on} />}
      </ShownChart>
    </div>
  );
}

type Drawing = Omit<Shown, "title" | "origin" | "summary" | "table" | "files">;

function linesOf(figures: Figures, view: TrendView, words: Words, unit: string): Drawing {
  const { chart } = words.texts;
  const hasBand = view.band === "on";
  const highest = Math.max(
    ...figures.cells.flat().map((point) => (point?.n ?? 0) + (hasBand ? (point?.unknown ?? 0) : 0)),
  );
  const times = figures.columns.map(({ key }) => timeOf(key));
  const span: [number, number] = times.length > 1 ? [times[0]!, times.at(-1)!] : [times[0]! - 1, times[0]! + 1];
  const common = { hasBand, highest, span, countName: unit, timeName: words.texts.chart.endOfYear };
  const isOne = view.multiples === "off" || figures.rows.length === 1;
  const shortNames = figures.rows.map(({ key, label }) => words.short(key, label));
  return {
    ...readOf(figures, words),
    heightFor: (width) => (width < 520 ? 300 : 400),
    render: (drawn) =>
      isOne ? (
        <TimeChart {...drawn} {...common} figures={figures} shortNames={shortNames} />
      ) : (
        <Multiples width={drawn.width} count={figures.rows.length}>
          {(width) =>
            figures.rows.map((row, place) => (
              <TimeChart
                key={row.key}
                {...drawn}
                {...common}
                width={width}
                height={190}
                name={row.label}
                firstPlace={place}
                shortNames={[""]}
                figures={{ ...figures, rows: [row], cells: [figures.cells[place]!] }}
                place={drawn.place?.row === place ? { row: 0, column: drawn.place.column } : undefined}
                onPlace={({ column }) => drawn.onPlace({ row: place, column })}
              />
            ))
          }
        </Multiples>
      ),
    legend: [
      ...figures.rows.map(({ key, label, status }, place) => {
        const isPublished = status === "published";
        const short = words.short(key, label);
        const name = short === label || short.endsWith("…") ? label : `${short}: ${label}`;
        return {
          key,
          swatch: <Swatch paint={strokeOf(place, isPublished)} line={{ place, isPublished }} />,
          label: isPublished ? `${label} (${words.texts.statuses.published.name})` : name,
        };
      }),
      ...(hasBand
        ? [{ key: "band", swatch: <Swatch paint={{ fill: hueOf(0), fillOpacity: 0.16 }} />, label: chart.bandName }]
        : []),
    ],
  };
}

function barsOf(figures: Figures, view: TrendView, words: Words, unit: string): Drawing {
  const isOne = view.multiples === "off" || figures.rows.length === 1;
  const most = isOne && figures.rows.length > 1 ? Math.max(2, Math.floor(30 / figures.rows.length)) : 12;
  const kept = thinned(
    figures.columns.map(({ key }) => key),
    most,
  );
  const drawnFigures = withColumns(figures, kept);
  const step = Math.max(1, Math.ceil(figures.columns.length / most));
  const highest = Math.max(...drawnFigures.cells.flat().map((point) => point?.n ?? 0));
  const bars = { isLying: false, isStacked: false, highest, countName: unit, timeName: words.texts.chart.endOfYear };
  const named = (figured: Figures): Figures => ({
    ...figured,
    columns: figured.columns.map(({ key }) => ({ key, label: key.slice(0, 4) })),
  });
  return {
    ...readOf(drawnFigures, words),
    heightFor: () => 380,
    render: (drawn) =>
      isOne ? (
        <BarChart
          {...drawn}
          {...bars}
          figures={named(drawnFigures)}
          paintOf={fillOf}
          labelOf={(row, column) => numberOf(drawnFigures, row, column, drawn.number)}
        />
      ) : (
        <Multiples width={drawn.width} count={figures.rows.length}>
          {(width) =>
            figures.rows.map((row, place) => (
              <BarChart
                key={row.key}
                {...drawn}
                {...bars}
                width={width}
                height={210}
                name={row.label}
                figures={named({ ...drawnFigures, rows: [row], cells: [drawnFigures.cells[place]!] })}
                paintOf={() => fillOf(place)}
                labelOf={() => ""}
                place={drawn.place?.row === place ? { row: 0, column: drawn.place.column } : undefined}
                onPlace={({ column }) => drawn.onPlace({ row: place, column })}
              />
            ))
          }
        </Multiples>
      ),
    legend: figures.rows.map(({ key, label }, place) => ({ key, swatch: <Swatch paint={fillOf(place)} />, label })),
    reading: step > 1 ? [words.fill(words.texts.chart.every, { count: String(step) })] : [],
  };
}

/** The two dates become the bars, the series the groups. */
function comparedOf(figures: Figures, words: Words, unit: string): Drawing {
  const byDate = turned(figures);
  return {
    ...readOf(byDate, words),
    isTurned: true,
    heightFor: () => 60 + byDate.columns.length * (byDate.rows.length * 20 + 18),
    render: (drawn) => (
      <BarChart
        {...drawn}
        figures={byDate}
        isLying
        isStacked={false}
        countName={unit}
        paintOf={fillOf}
        labelOf={(row, column) => shareAtEnd(byDate, row, column, drawn.number)}
      />
    ),
    legend: byDate.rows.map(({ key, label }, place) => ({ key, swatch: <Swatch paint={fillOf(place)} />, label })),
  };
}

/** Charts beside each other, as many as there is room for. */
function Multiples({
  width,
  count,
  children,
}: {
  width: number;
  count: number;
  children: (width: number) => ReactNode;
}) {
  const across = Math.max(1, Math.min(count, Math.floor(width / 280)));
  return <div className="multiples">{children(Math.floor((width - (across - 1) * 16) / across))}</div>;
}

function sentencesOf(figures: Figures, words: Words): string[] {
  const { fill, texts, share } = words;
  return figures.rows.flatMap(({ label }, row) => {
    const { first, last, falls } = courseOf(figures, row);
    if (first === undefined || last === undefined) return [];
    const values = { row: label, last: share({ date: "", ...last }), lastDate: last.label };
    const course =
      first === last
        ? fill(texts.chart.single, values)
        : fill(texts.chart.course, { ...values, first: share({ date: "", ...first }), firstDate: first.label });
    return [falls.length === 0 ? course : `${course} ${fill(texts.chart.falls, { dates: falls.join(", ") })}`];
  });
}

function numberOf({ cells }: Figures, row: number, column: number, number: (value: number) => string): string {
  const n = cells[row]?.[column]?.n;
  return n === undefined ? "" : number(n);
}

/** "45/54": short enough for the end of a bar. */
function shareAtEnd({ cells }: Figures, row: number, column: number, number: (value: number) => string): string {
  const point = cells[row]?.[column];
  if (point?.n === undefined) return "";
  return point.of === undefined ? number(point.n) : `${number(point.n)}/${number(point.of)}`;
}
