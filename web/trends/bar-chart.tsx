import { AxisNames, CountAxis, PlaceAxis, plotIn, scaleOf, type Plot } from "./axes.tsx";
import { brokenInto } from "./broken-into.ts";
import type { Drawn } from "./drawn.ts";
import { Texts, type Paint } from "./marks.tsx";
import { Pointed, ReadFrame, type Box } from "./pointing.tsx";
import { countTicks, type Figures } from "./series.ts";

interface Props extends Drawn {
  /** A bar for each row, a group of bars for each column. */
  figures: Figures;
  paintOf: (row: number) => Paint;
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
  const { figures, width, height, isMirrored, isLying, number, name, countName, timeName, paintOf } = props;
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
        <path
          key={key}
          d={figures.columns.map((_, column) => outlineOf(boxOf(row, column))).join("")}
          {...paintOf(row)}
        />
      ))}
      <EndLabels {...props} boxOf={boxOf} labelRoom={labelRoom} />
      <Reading {...props} boxOf={boxOf} plot={plot} />
    </svg>
  );
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
    boxOf: ((row, column) => {
      // Bars of a group turn with the axis.
      const aside = isStacked ? 0 : (row - (beside - 1) / 2) * (thick + gap) * (isMirrored && !isLying ? -1 : 1);
      const middle = middles[column]! + aside;
      const [from, to] = [scale(below(row, column)), scale(below(row, column) + countOf(row, column))];
      const [first, long] = [Math.min(from, to), Math.abs(to - from)];
      return isLying
        ? { x: first, y: middle - thick / 2, width: long, height: thick }
        : { x: middle - thick / 2, y: first, width: thick, height: long };
    }) satisfies BoxOf,
  };
}

/** The name of each group of lying bars, in three lines at most. */
function GroupNames({ figures, isMirrored, plot, middles, width }: Props & { plot: Plot; middles: number[] }) {
  const x = isMirrored ? plot.right + 8 : plot.left - 8;
  const room = isMirrored ? width - plot.right : plot.left;
  return (
    <Texts
      fontSize="12"
      fill="var(--text)"
      textAnchor={isMirrored ? "start" : "end"}
      at={figures.columns.flatMap(({ key, label }, column) =>
        brokenInto(label, Math.max(6, Math.floor((room - 10) / 6.4)), 3).map((text, line, lines) => ({
          key: `${key} ${text}`,
          x,
          y: middles[column]! + 4 + (line - (lines.length - 1) / 2) * 14,
          text,
        })),
      )}
    />
  );
}

/** A bar of nothing has its place and no outline, which would be seen. */
function outlineOf({ x, y, width, height }: Box): string {
  return width === 0 || height === 0 ? `M${x} ${y}` : `M${x} ${y}h${width}v${height}h${-width}z`;
}

type BoxOf = (row: number, column: number) => Box;

/** What stands at the ends of bars. */
function EndLabels({
  figures,
  isLying,
  isMirrored,
  labelOf,
  labelRoom,
  boxOf,
}: Props & { boxOf: BoxOf; labelRoom: number }) {
  return (
    <Texts
      textAnchor={isLying ? (isMirrored ? "end" : "start") : "middle"}
      fontSize="11"
      fill="var(--text)"
      at={figures.rows.flatMap((row, place) =>
        figures.columns.flatMap((column, at) => {
          const text = labelOf(place, at);
          if (text === "" || text.length * 6.5 >= labelRoom) return [];
          const { x, y, width, height } = boxOf(place, at);
          const key = `${row.key} ${column.key}`;
          if (!isLying) return [{ key, x: x + width / 2, y: y - 4, text }];
          return [{ key, x: isMirrored ? x - 5 : x + width + 5, y: y + height / 2 + 4, text }];
        }),
      )}
    />
  );
}

/** What takes the pointer, and a frame round the bar that is read. */
function Reading({ figures, plot, boxOf, isLying, isStacked, place, onPlace }: Props & { boxOf: BoxOf; plot: Plot }) {
  const { left, right, top, bottom } = plot;
  const read = place === undefined ? undefined : boxOf(place.row, place.column);
  const barAt = (atX: number, atY: number) => {
    // A bar of one is too low to be pointed at: all that is above it stands for it, unless that is another bar.
    const [anyX, anyY] = [isLying && !isStacked, !isLying && !isStacked];
    const isUnder = ({ x, y, width, height }: Box) =>
      (anyX || (x <= atX && atX < x + width)) && (anyY || (y <= atY && atY < y + height));
    return figures.rows
      .flatMap((_, row) => figures.columns.map((_column, column) => ({ row, column })))
      .find(({ row, column }) => isUnder(boxOf(row, column)));
  };
  return (
    <>
      {read !== undefined && (
        <ReadFrame x={read.x - 2} y={read.y - 2} width={read.width + 4} height={read.height + 4} />
      )}
      <Pointed
        x={left}
        y={top}
        width={right - left}
        height={bottom - top}
        placeAt={barAt}
        place={place}
        onPlace={onPlace}
      />
    </>
  );
}
