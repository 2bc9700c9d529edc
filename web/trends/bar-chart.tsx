import type { SVGProps } from "react";
import { AxisNames, CountAxis, PlaceAxis, plotIn, scaleOf, type Plot } from "./axes.tsx";
import { brokenInto } from "./broken-into.ts";
import { pointedAt, type Drawn } from "./drawn.ts";
import { countTicks, type Figures } from "./series.ts";

interface Props extends Drawn {
  /** A bar for each row, a group of bars for each column. */
  figures: Figures;
  paintOf: (row: number) => Pick<SVGProps<SVGElement>, "fill" | "stroke" | "strokeDasharray">;
  /** Bars lie, one under the other, the name of the group at their start. */
  isLying: boolean;
  /** Bars of a group stand on one another. */
  isStacked: boolean;
  /** What stands at the end of a bar, where there is room for it. */
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
  const { figures, width, height, isMirrored, isLying, number, name, countName, timeName } = props;
  const { plot, ticks, scale, middles, boxOf, labelRoom } = layoutOf(props);
  return (
    <svg width={width} height={height}>
      <CountAxis plot={plot} ticks={ticks} scale={scale} isLying={isLying} isMirrored={isMirrored} number={number} />
      {isLying ? (
        <GroupNames {...props} plot={plot} middles={middles} />
      ) : (
        <PlaceAxis plot={plot} marks={figures.columns.map(({ label }, column) => ({ label, at: middles[column]! }))} />
      )}
      <AxisNames
        {...props}
        name={name}
        above={isLying ? undefined : countName}
        below={isLying ? countName : timeName}
      />
      {figures.rows.map(({ key }, row) => (
        <g key={key}>
          {figures.columns.map((group, column) => (
            <Bar
              key={group.key}
              {...props}
              row={row}
              column={column}
              box={boxOf(row, column)}
              plot={plot}
              labelRoom={labelRoom}
            />
          ))}
        </g>
      ))}
    </svg>
  );
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Between bars of a group, in pixels. */
const gap = 2;

/** Where everything stands, in pixels: a band of the plot for each group, its bars in the middle of it. */
function layoutOf(props: Props) {
  const { figures, width, isMirrored, isLying, isStacked, name, highest } = props;
  const { rows, columns, cells } = figures;
  const countOf = (row: number, column: number) => cells[row]?.[column]?.n ?? 0;
  const below = (row: number, column: number) =>
    isStacked ? rows.slice(0, row).reduce((sum, _, lower) => sum + countOf(lower, column), 0) : 0;
  const ends = rows.flatMap((_, row) => columns.map((_column, column) => below(row, column) + countOf(row, column)));
  const ticks = countTicks(highest ?? Math.max(...ends));
  const plot = plotIn(props, {
    top: (isLying ? 8 : 28) + (name === undefined ? 0 : 16),
    start: isLying ? Math.min(230, Math.round(width * 0.38)) : 44,
    end: isLying ? 52 : 8,
  });
  const [start, end] = isMirrored ? [plot.right, plot.left] : [plot.left, plot.right];
  const most = ticks.at(-1)!;
  const scale = isLying ? scaleOf(0, most, start, end) : scaleOf(0, most, plot.bottom, plot.top);
  const across = isLying ? scaleOf(0, columns.length, plot.top, plot.bottom) : scaleOf(0, columns.length, start, end);
  const band = Math.abs(across(1) - across(0));
  const beside = isStacked ? 1 : rows.length;
  const thick = Math.max(1, Math.min(34, (band * 0.76 - gap * (beside - 1)) / beside));
  const middles = columns.map((_, column) => across(column + 0.5));
  return {
    plot,
    ticks,
    scale,
    middles,
    labelRoom: isLying ? Infinity : beside === 1 ? band : thick + gap,
    boxOf: (row: number, column: number): Box => {
      // Bars of a group turn with the axis.
      const aside = isStacked ? 0 : (row - (beside - 1) / 2) * (thick + gap) * (isMirrored && !isLying ? -1 : 1);
      const middle = middles[column]! + aside;
      const [from, to] = [scale(below(row, column)), scale(below(row, column) + countOf(row, column))];
      const [first, long] = [Math.min(from, to), Math.abs(to - from)];
      return isLying
        ? { x: first, y: middle - thick / 2, width: long, height: thick }
        : { x: middle - thick / 2, y: first, width: thick, height: long };
    },
  };
}

/** The name of each group of lying bars, in three lines at most. */
function GroupNames({ figures, isMirrored, plot, middles, width }: Props & { plot: Plot; middles: number[] }) {
  const x = isMirrored ? plot.right + 8 : plot.left - 8;
  const room = isMirrored ? width - plot.right : plot.left;
  return (
    <g fontSize="12" fill="var(--text)" textAnchor={isMirrored ? "start" : "end"}>
      {figures.columns.map(({ key, label }, column) => {
        const lines = brokenInto(label, Math.max(6, Math.floor((room - 10) / 6.4)), 3);
        return (
          <text key={key}>
            {lines.map((line, place) => (
              <tspan key={line} x={x} y={middles[column]! + 4 + (place - (lines.length - 1) / 2) * 14}>
                {line}
              </tspan>
            ))}
          </text>
        );
      })}
    </g>
  );
}

interface BarProps extends Props {
  row: number;
  column: number;
  box: Box;
  plot: Plot;
  labelRoom: number;
}

/** One bar, what stands at its end, and a frame round the one that is read. */
function Bar(props: BarProps) {
  const { row, column, box, plot, labelRoom, paintOf, isLying, isStacked, isMirrored, labelOf, place, onPlace } = props;
  const isRead = place?.row === row && place.column === column;
  const label = labelOf(row, column);
  // A bar of one is too low to be pointed at: all that is above it stands for it.
  const above = isLying
    ? { ...box, x: plot.left, width: plot.right - plot.left }
    : { ...box, y: plot.top, height: plot.bottom - plot.top };
  return (
    <g {...pointedAt(isRead, () => onPlace({ row, column }))}>
      {!isStacked && <rect {...above} fill="none" pointerEvents="all" />}
      <rect {...box} {...paintOf(row)} />
      {label.length * 6.5 < labelRoom && (
        <text
          x={isLying ? (isMirrored ? box.x - 5 : box.x + box.width + 5) : box.x + box.width / 2}
          y={isLying ? box.y + box.height / 2 + 4 : box.y - 4}
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
          x={box.x - 2}
          y={box.y - 2}
          width={box.width + 4}
          height={box.height + 4}
          fill="none"
          stroke="var(--accent)"
          strokeWidth="3"
        />
      )}
    </g>
  );
}
