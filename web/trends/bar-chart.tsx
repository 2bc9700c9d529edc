import type { SVGProps } from "react";
import { Bar, BarChart as Bars, CartesianGrid, XAxis, YAxis, type BarShapeProps } from "recharts";
import { brokenInto } from "./broken-into.ts";
import type { Drawn } from "./drawn.ts";
import { countTicks, type Figures } from "./series.ts";

interface Props extends Drawn {
  /** A bar for each row, a group of bars for each column. */
  figures: Figures;
  paintOf: (row: number) => Pick<SVGProps<SVGElement>, "fill" | "stroke" | "strokeDasharray">;
  /** Bars lie, one under the other, the name of the group at their start. */
  isLying: boolean;
  /** Bars of a group stand on one another. */
  isStacked: boolean;
  /** What stands at the end of a bar. */
  labelOf: (row: number, column: number) => string;
  /** What the axes count; the groups of lying bars name themselves. */
  countName: string;
  timeName?: string;
  /** The chart's own name, where it is one of several. */
  name?: string;
  /** The same for charts that stand side by side. */
  highest?: number;
}

/** Bars from zero, grouped or stacked, each surface with a pattern of its own. */
export function BarChart(props: Props) {
  const { figures, width, height, isMirrored, isLying, isStacked, number, paintOf, name } = props;
  const sums = figures.columns.map((_, column) => figures.cells.map((row) => row[column]?.n ?? 0));
  const highest = sums.map((ns) => (isStacked ? ns.reduce((sum, n) => sum + n, 0) : Math.max(...ns)));
  const ticks = countTicks(props.highest ?? Math.max(...highest));
  const data = figures.columns.map(({ label }, column) => ({
    label,
    ...Object.fromEntries(figures.cells.map((row, place) => [`n${place}`, row[column]?.n])),
  }));
  const named = Math.min(230, Math.round(width * 0.38));
  const axis = { stroke: "var(--quiet)", tickLine: false, interval: 0 as const };
  const tick = { fill: "var(--quiet)", fontSize: 12 };
  const values = { ...axis, tick, type: "number" as const, domain: [0, ticks.at(-1)!], ticks, tickFormatter: number };
  const names = { ...axis, type: "category" as const, dataKey: "label" };
  const places = figures.rows.map((_, row) => row);
  return (
    <Bars
      accessibilityLayer={false}
      width={width}
      height={height}
      data={data}
      layout={isLying ? "vertical" : "horizontal"}
      barCategoryGap="18%"
      barGap={2}
      margin={{
        top: (isLying ? 8 : 28) + (name === undefined ? 0 : 16),
        bottom: 18,
        right: isLying && !isMirrored ? 52 : 8,
        left: isLying && isMirrored ? 52 : 8,
      }}
    >
      <CartesianGrid vertical={isLying} horizontal={!isLying} stroke="var(--rule)" />
      {isLying ? (
        <>
          <XAxis {...values} reversed={isMirrored} />
          <YAxis
            {...names}
            width={named}
            orientation={isMirrored ? "right" : "left"}
            // oxlint-disable-next-line react/no-unstable-nested-components -- Recharts asks for a function
            tick={(at: TickProps) => <NameTick {...at} room={named - 10} isMirrored={isMirrored} />}
          />
        </>
      ) : (
        <>
          <XAxis {...names} tick={tick} reversed={isMirrored} />
          <YAxis {...values} width={44} orientation={isMirrored ? "right" : "left"} />
        </>
      )}
      <Names {...props} />
      {/* Bars of a group do not turn with the axis. */}
      {(isMirrored && !isLying && !isStacked ? places.toReversed() : places).map((row) => (
        <Bar
          key={figures.rows[row]!.key}
          dataKey={`n${row}`}
          isAnimationActive={false}
          maxBarSize={34}
          {...(isStacked && { stackId: "one" })}
          // oxlint-disable-next-line react/no-unstable-nested-components -- Recharts asks for a function
          shape={(bar: BarShapeProps) => <Surface {...props} bar={bar} row={row} paint={paintOf(row)} />}
        />
      ))}
    </Bars>
  );
}

function Names({ name, countName, timeName, isLying, isMirrored, width, height }: Props) {
  const start = { x: isMirrored ? width - 4 : 4, textAnchor: isMirrored ? ("end" as const) : ("start" as const) };
  return (
    <g fontSize="12" fill="var(--quiet)">
      {name !== undefined && (
        <text {...start} y={14} fontSize="13" fontWeight="650" fill="var(--text)">
          {brokenInto(name, Math.floor(width / 7.5), 1)[0]}
        </text>
      )}
      {!isLying && (
        <text {...start} y={name === undefined ? 13 : 31}>
          {countName}
        </text>
      )}
      <text x={width / 2} y={height - 4} textAnchor="middle">
        {isLying ? countName : timeName}
      </text>
    </g>
  );
}

interface SurfaceProps extends Props {
  bar: BarShapeProps;
  row: number;
  paint: ReturnType<Props["paintOf"]>;
}

/** One bar, what stands at its end, and a frame round the one that is read. */
function Surface({ bar, row, paint, isLying, isStacked, isMirrored, labelOf, place, onPlace }: SurfaceProps) {
  const column = bar.originalDataIndex;
  const [left, width] = [Math.min(bar.x, bar.x + bar.width), Math.abs(bar.width)];
  const [top, height] = [Math.min(bar.y, bar.y + bar.height), Math.abs(bar.height)];
  const isRead = place?.row === row && place.column === column;
  const label = labelOf(row, column);
  const fits = isLying ? !isStacked || width > label.length * 7 + 6 : width > label.length * 5.5 || !isStacked;
  return (
    <g onPointerMove={() => !isRead && onPlace({ row, column })}>
      <rect x={left} y={top} width={width} height={height} {...paint} />
      {label !== "" && fits && !isStacked && (
        <text
          x={isLying ? (isMirrored ? left - 5 : left + width + 5) : left + width / 2}
          y={isLying ? top + height / 2 + 4 : top - 4}
          textAnchor={isLying ? (isMirrored ? "end" : "start") : "middle"}
          fontSize="11"
          fill="var(--text)"
        >
          {label}
        </text>
      )}
      {isRead && (
        <rect
          className="read"
          x={left - 2}
          y={top - 2}
          width={width + 4}
          height={height + 4}
          fill="none"
          stroke="var(--accent)"
          strokeWidth="3"
        />
      )}
    </g>
  );
}

interface TickProps {
  x: number | string;
  y: number | string;
  payload: { value: string };
}

/** The name of a group in as many lines as it needs, three at most. */
function NameTick({ x, y, payload, room, isMirrored }: TickProps & { room: number; isMirrored: boolean }) {
  const lines = brokenInto(payload.value, Math.max(6, Math.floor(room / 6.4)), 3);
  const at = Number(x);
  return (
    <text x={at} y={Number(y)} textAnchor={isMirrored ? "start" : "end"} fontSize="12" fill="var(--text)">
      {lines.map((line, place) => (
        <tspan key={line} x={at} y={Number(y) + 4 + (place - (lines.length - 1) / 2) * 14}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
