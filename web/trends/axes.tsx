import { brokenInto } from "./broken-into.ts";
import type { Drawn } from "./drawn.ts";
import { Texts } from "./marks.tsx";

/** The part of a drawing between its axes, in pixels. */
export interface Plot {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What is left of a drawing when axes and names have their room; `start` is where reading begins, on the right in Arabic. */
export function plotIn(
  { width, height, isMirrored }: Drawn,
  { top, start, end }: { top: number; start: number; end: number },
): Plot {
  const [left, right] = isMirrored ? [end, start] : [start, end];
  return { left, right: Math.max(left + 1, width - right), top, bottom: height - 48 };
}

/** Where a number stands on an axis, in pixels: `from` at `start`, `to` at `end`, others in proportion. */
export function scaleOf(from: number, to: number, start: number, end: number): (value: number) => number {
  return (value) => start + ((value - from) / (to - from)) * (end - start);
}

interface CountAxisProps {
  plot: Plot;
  ticks: number[];
  scale: (count: number) => number;
  /** Counts run along the line that text is written on, and not upwards. */
  isLying?: boolean;
  isMirrored: boolean;
  number: (value: number) => string;
}

/** Counts from zero: at each tick its number, and a line across the plot. */
export function CountAxis({ plot, ticks, scale, isLying = false, isMirrored, number }: CountAxisProps) {
  const { left, right, top, bottom } = plot;
  // Lying numbers may be wider than the way from tick to tick.
  const room = number(ticks.at(-1)!).length * 7 + 8;
  const step = isLying ? Math.ceil(room / Math.abs(scale(ticks[1]!) - scale(0))) : 1;
  const named = ticks.filter((_, place) => place % step === 0);
  const numbers = named.map((tick) => ({ key: String(tick), at: scale(tick), text: number(tick) }));
  return (
    <>
      {ticks.map((tick) => {
        const at = scale(tick);
        const ends = isLying ? { x1: at, x2: at, y1: top, y2: bottom } : { x1: left, x2: right, y1: at, y2: at };
        return <line key={tick} {...ends} stroke={tick === 0 ? "var(--quiet)" : "var(--rule)"} />;
      })}
      <Texts
        {...small}
        textAnchor={isLying ? "middle" : isMirrored ? "start" : "end"}
        at={numbers.map(({ at, ...rest }) =>
          isLying ? { ...rest, x: at, y: bottom + 17 } : { ...rest, x: isMirrored ? right + 7 : left - 7, y: at + 4 },
        )}
      />
    </>
  );
}

const small = { fontSize: "12", fill: "var(--quiet)" };

/** Years or dates below the plot, as many as there is room for, the last among them. */
export function PlaceAxis({ plot, marks }: { plot: Plot; marks: { label: string; at: number }[] }) {
  const apart = marks.length < 2 ? Infinity : Math.abs(marks[1]!.at - marks[0]!.at);
  const step = Math.max(1, Math.ceil(36 / apart));
  return (
    <Texts
      {...small}
      textAnchor="middle"
      at={marks
        .filter((_, place) => (marks.length - 1 - place) % step === 0)
        .map(({ label, at }) => ({ key: String(at), x: at, y: plot.bottom + 17, text: label }))}
    />
  );
}

interface AxisNamesProps extends Drawn {
  /** The chart's own name, where it is one of several. */
  name: string | undefined;
  /** What stands at the head of the axis that rises. */
  above: string | undefined;
  below: string | undefined;
}

/** The name of the chart, where it is one of several, and of its axes with their units. */
export function AxisNames({ name, above, below, isMirrored, width, height }: AxisNamesProps) {
  const start = { x: isMirrored ? width - 4 : 4, textAnchor: isMirrored ? ("end" as const) : ("start" as const) };
  return (
    <g {...small}>
      {name !== undefined && (
        <text {...start} y={14} fontSize="13" fontWeight="650" fill="var(--text)">
          {brokenInto(name, Math.floor(width / 7.5), 1)[0]}
        </text>
      )}
      {above !== undefined && (
        <text {...start} y={name === undefined ? 13 : 31}>
          {above}
        </text>
      )}
      <text x={width / 2} y={height - 6} textAnchor="middle">
        {below}
      </text>
    </g>
  );
}
