import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  useXAxisScale,
  useYAxisScale,
  usePlotArea,
  XAxis,
  YAxis,
} from "recharts";
import type { Figures } from "./series.ts";
import { countTicks, spread, timeOf, yearTicks } from "./series.ts";
import { hueOf, PointMark, strokeOf } from "./marks.tsx";
import { brokenInto } from "./broken-into.ts";
import type { Drawn } from "./drawn.ts";

interface Props extends Drawn {
  figures: Figures;
  /** Row of the first series in `figures`, for its colour: small multiples keep that of the whole chart. */
  firstPlace?: number;
  /** The chart's own name, where it is one of several. */
  name?: string;
  /** What stands at the end of a line. */
  shortNames: string[];
  hasBand: boolean;
  /** What the axes count. */
  countName: string;
  timeName: string;
  /** The same for charts that stand side by side. */
  highest: number;
  span: [from: number, to: number];
}

/** Lines over time from zero, each with marks of its own, its name at its end, and the band up to "assume unknown". */
export function TimeChart(props: Props) {
  const { figures, width, height, isMirrored, name, hasBand, highest, span, number } = props;
  const rows = figures.columns.map(({ key }, column) => ({
    time: timeOf(key),
    ...Object.fromEntries(figures.cells.map((cells, row) => [`n${row}`, cells[column]?.n])),
    ...Object.fromEntries(
      figures.cells.map((cells, row) => {
        const { n, unknown } = cells[column] ?? {};
        return [`band${row}`, n === undefined || unknown === undefined ? undefined : [n, n + unknown]];
      }),
    ),
  }));
  const ticks = countTicks(highest);
  const years = yearTicks(...span, Math.max(2, Math.floor(width / 90)));
  const room = name === undefined ? 14 + Math.max(...endNamesOf(props).map(textWidth)) : 14;
  const axis = { stroke: "var(--quiet)", tick: { fill: "var(--quiet)", fontSize: 12 }, tickLine: false };
  return (
    <ComposedChart
      accessibilityLayer={false}
      width={width}
      height={height}
      data={rows}
      margin={{
        top: name === undefined ? 26 : 40,
        bottom: 18,
        [isMirrored ? "left" : "right"]: room,
        [isMirrored ? "right" : "left"]: 0,
      }}
    >
      <CartesianGrid vertical={false} stroke="var(--rule)" />
      <XAxis
        {...axis}
        dataKey="time"
        type="number"
        domain={span}
        ticks={years}
        tickFormatter={String}
        reversed={isMirrored}
        interval={0}
        allowDataOverflow
      />
      <YAxis
        {...axis}
        width={44}
        orientation={isMirrored ? "right" : "left"}
        domain={[0, ticks.at(-1)!]}
        ticks={ticks}
        tickFormatter={number}
        interval={0}
      />
      <Names {...props} />
      {hasBand &&
        figures.rows.map(({ key }, row) => (
          <Area
            key={`band ${key}`}
            dataKey={`band${row}`}
            isAnimationActive={false}
            stroke="none"
            fill={hueOf(row + (props.firstPlace ?? 0))}
            fillOpacity={0.16}
            connectNulls
          />
        ))}
      {figures.rows.map(({ key, status }, row) => (
        <Line
          key={key}
          dataKey={`n${row}`}
          type="linear"
          isAnimationActive={false}
          dot={false}
          activeDot={false}
          connectNulls
          {...lineProps(row + (props.firstPlace ?? 0), status === "published")}
        />
      ))}
      <Marks {...props} />
    </ComposedChart>
  );
}

function lineProps(place: number, isPublished: boolean) {
  const { stroke, strokeDasharray, strokeWidth } = strokeOf(place, isPublished);
  return { stroke: stroke!, strokeDasharray: strokeDasharray!, strokeWidth: strokeWidth! };
}

/** The name of the chart, where it is one of several, and of its axes. */
function Names({ name, countName, timeName, isMirrored, width, height }: Props) {
  const start = { x: isMirrored ? width - 4 : 4, textAnchor: isMirrored ? ("end" as const) : ("start" as const) };
  return (
    <g fontSize="12" fill="var(--quiet)">
      {name !== undefined && (
        <text {...start} y={14} fontSize="13" fontWeight="650" fill="var(--text)">
          {brokenInto(name, Math.floor(width / 7.5), 1)[0]}
        </text>
      )}
      <text {...start} y={name === undefined ? 13 : 31}>
        {countName}
      </text>
      <text x={width / 2} y={height - 4} textAnchor="middle">
        {timeName}
      </text>
    </g>
  );
}

/** Marks on some points of each line and on its last, names at the ends, and the point that is read. */
function Marks(props: Props) {
  const { figures, firstPlace = 0, name, isMirrored, place, onPlace } = props;
  const [x, y, area] = [useXAxisScale(), useYAxisScale(), usePlotArea()];
  if (x === undefined || y === undefined || area === undefined) return null;
  const points = figures.cells.map((cells) =>
    cells.flatMap((cell, column) =>
      cell?.n === undefined ? [] : [{ column, x: x(timeOf(figures.columns[column]!.key))!, y: y(cell.n)! }],
    ),
  );
  const ends = points.map((row) => row.at(-1));
  const heights = spread(
    ends.map((end) => end?.y ?? area.y),
    14,
    area.y + 4,
    area.y + area.height,
  );
  const endNames = endNamesOf(props);
  const read = place === undefined ? undefined : points[place.row]?.find(({ column }) => column === place.column);
  const nearest = (clientX: number, clientY: number, svg: SVGRectElement) => {
    const { left, top, width } = svg.getBoundingClientRect();
    const [atX, atY] = [area.x + ((clientX - left) / (width || 1)) * area.width, area.y + clientY - top];
    const all = points.flatMap((row, at) => row.map((point) => ({ ...point, row: at })));
    // The date first, then the series: along a line the pointer need not be on it.
    return all.toSorted(
      (a, b) => Math.abs(a.x - atX) * 4 + Math.abs(a.y - atY) - (Math.abs(b.x - atX) * 4 + Math.abs(b.y - atY)),
    )[0];
  };
  return (
    <g>
      {points.map((row, line) =>
        row
          .filter((_, index) => (row.length - 1 - index) % Math.max(1, Math.ceil(row.length / 8)) === 0)
          .map((point) => (
            <PointMark
              key={`${figures.rows[line]!.key} ${point.column}`}
              x={point.x}
              y={point.y}
              place={line + firstPlace}
              isPublished={figures.rows[line]!.status === "published"}
            />
          )),
      )}
      {name === undefined &&
        ends.map(
          (end, line) =>
            end !== undefined && (
              <text
                key={figures.rows[line]!.key}
                x={(isMirrored ? area.x : area.x + area.width) + (isMirrored ? -8 : 8)}
                y={heights[line]! + 4}
                textAnchor={isMirrored ? "end" : "start"}
                fontSize="12"
                fill="var(--text)"
              >
                {endNames[line]}
              </text>
            ),
        )}
      {read !== undefined && (
        <>
          <line
            x1={read.x}
            x2={read.x}
            y1={area.y}
            y2={area.y + area.height}
            stroke="var(--quiet)"
            strokeDasharray="2 2"
          />
          <circle className="read" cx={read.x} cy={read.y} r="8" fill="none" stroke="var(--accent)" strokeWidth="3" />
        </>
      )}
      <rect
        x={area.x}
        y={area.y}
        width={area.width}
        height={area.height}
        fill="transparent"
        onPointerMove={(event) => {
          const found = nearest(event.clientX, event.clientY, event.currentTarget);
          if (found !== undefined && (found.row !== place?.row || found.column !== place.column)) onPlace(found);
        }}
      />
    </g>
  );
}

/** "Africa 52/54": the name of a line and its last figure with what it is of; where there is no room the figure alone. */
function endNamesOf({ figures: { cells }, shortNames, number, width }: Props): string[] {
  return shortNames.map((short, row) => {
    const last = cells[row]?.findLast((point) => point?.n !== undefined);
    if (last?.n === undefined) return short;
    const share = `${number(last.n)}${last.of === undefined ? "" : `/${number(last.of)}`}`;
    return width < 480 ? share : `${short} ${share}`;
  });
}

/** About how wide a text of 12 px is: Chinese characters are squares. */
function textWidth(text: string): number {
  return [...text].reduce((width, letter) => width + (/\p{Script=Han}/u.test(letter) ? 12.5 : 7.2), 0);
}
