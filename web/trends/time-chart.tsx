import { AxisNames, CountAxis, PlaceAxis, plotIn, scaleOf, type Plot } from "./axes.tsx";
import type { Drawn } from "./drawn.ts";
import { hueOf, PointMarks, strokeOf, Texts } from "./marks.tsx";
import { Pointed } from "./pointing.tsx";
import { countTicks, spread, timeOf, yearTicks, type Figures } from "./series.ts";

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

/** A figure in the drawing, in pixels; `most` is where it would stand if every unknown answer were a measure. */
interface Point {
  column: number;
  x: number;
  y: number;
  most: number | undefined;
}

/** Lines over time from zero, each with marks of its own, its name at its end, and the band up to "assume unknown". */
export function TimeChart(props: Props) {
  const { figures, firstPlace = 0, width, height, isMirrored, name, hasBand, highest, span, number } = props;
  const ticks = countTicks(highest);
  const names = name === undefined ? endNamesOf(props) : [];
  const plot = plotIn(props, {
    top: name === undefined ? 26 : 40,
    start: 44,
    end: 16 + Math.max(0, ...names.map(textWidth)),
  });
  const x = isMirrored ? scaleOf(...span, plot.right, plot.left) : scaleOf(...span, plot.left, plot.right);
  const y = scaleOf(0, ticks.at(-1)!, plot.bottom, plot.top);
  const lines = figures.cells.map((cells) =>
    cells.flatMap((cell, column): Point[] => {
      if (cell?.n === undefined) return [];
      const most = cell.unknown === undefined ? undefined : y(cell.n + cell.unknown);
      return [{ column, x: x(timeOf(figures.columns[column]!.key)), y: y(cell.n), most }];
    }),
  );
  const years = yearTicks(...span, Math.max(2, Math.floor(width / 90)));
  return (
    <svg width={width} height={height}>
      <CountAxis plot={plot} ticks={ticks} scale={y} isMirrored={isMirrored} number={number} />
      <PlaceAxis plot={plot} marks={years.map((year) => ({ label: String(year), at: x(year) }))} />
      <AxisNames {...props} name={name} above={props.countName} below={props.timeName} />
      {hasBand &&
        lines.map((points, row) => (
          <polygon
            key={figures.rows[row]!.key}
            points={bandOf(points)}
            fill={hueOf(row + firstPlace)}
            fillOpacity={0.16}
          />
        ))}
      {lines.map((points, row) => {
        const { key, status } = figures.rows[row]!;
        const look = { place: row + firstPlace, isPublished: status === "published" };
        return (
          <g key={key}>
            <polyline points={pairsOf(points)} strokeLinejoin="round" {...strokeOf(look.place, look.isPublished)} />
            <PointMarks at={marked(points)} {...look} />
          </g>
        );
      })}
      <EndNames {...props} names={names} lines={lines} plot={plot} />
      <Reading {...props} lines={lines} plot={plot} />
    </svg>
  );
}

function pairsOf(points: { x: number; y: number }[]): string {
  return points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
}

/** Along what is recorded, and back along what might be. */
function bandOf(points: Point[]): string {
  const known = points.flatMap(({ x, y, most }) => (most === undefined ? [] : [{ x, y, most }]));
  return pairsOf([...known, ...known.toReversed().map(({ x, most }) => ({ x, y: most }))]);
}

/** The last point and about seven before it: marks on all would hide the line. */
function marked(points: Point[]): Point[] {
  const step = Math.max(1, Math.ceil(points.length / 8));
  return points.filter((_, index) => (points.length - 1 - index) % step === 0);
}

/** Names beside the ends of the lines, moved apart; a line that ends early is led to its name. */
function EndNames({
  figures,
  isMirrored,
  names,
  lines,
  plot,
}: Props & { names: string[]; lines: Point[][]; plot: Plot }) {
  const ends = lines.map((points) => points.at(-1));
  const heights = spread(
    ends.map((end) => end?.y ?? plot.top),
    14,
    plot.top + 4,
    plot.bottom,
  );
  const [edge, outwards] = isMirrored ? [plot.left, -1] : [plot.right, 1];
  return (
    <>
      {names.map((_, row) => {
        const end = ends[row];
        const isEarly = end !== undefined && Math.abs(edge - end.x) > 12;
        return (
          isEarly && (
            <line
              key={figures.rows[row]!.key}
              x1={end.x + outwards * 8}
              y1={end.y}
              x2={edge}
              y2={heights[row]}
              stroke="var(--quiet)"
              strokeDasharray="1 4"
            />
          )
        );
      })}
      <Texts
        fontSize="12"
        fill="var(--text)"
        textAnchor={isMirrored ? "end" : "start"}
        at={names.flatMap((text, row) =>
          ends[row] === undefined
            ? []
            : [{ key: figures.rows[row]!.key, x: edge + outwards * 10, y: heights[row]! + 4, text }],
        )}
      />
    </>
  );
}

/** What takes the pointer, and the point that is read. */
function Reading({ lines, plot, place, onPlace }: Props & { lines: Point[][]; plot: Plot }) {
  const { left, right, top, bottom } = plot;
  const read = place === undefined ? undefined : lines[place.row]?.find(({ column }) => column === place.column);
  const nearestTo = (atX: number, atY: number) => {
    // The date first, then the series: along a line the pointer need not be on it.
    const distance = ({ x, y }: Point) => Math.abs(x - atX) * 4 + Math.abs(y - atY);
    const all = lines.flatMap((points, row) =>
      points.map((point) => ({ row, column: point.column, far: distance(point) })),
    );
    return all.length === 0 ? undefined : all.reduce((nearest, point) => (point.far < nearest.far ? point : nearest));
  };
  return (
    <>
      {read !== undefined && (
        <g className="read" fill="none">
          <line x1={read.x} x2={read.x} y1={top} y2={bottom} stroke="var(--quiet)" strokeDasharray="2 2" />
          <circle cx={read.x} cy={read.y} r="8" stroke="var(--accent)" strokeWidth="3" />
        </g>
      )}
      <Pointed
        x={left}
        y={top}
        width={right - left}
        height={bottom - top}
        placeAt={nearestTo}
        place={place}
        onPlace={onPlace}
      />
    </>
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
