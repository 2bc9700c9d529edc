import { use, useId, useState, type KeyboardEvent, type ReactNode } from "react";
import type { DataStatus } from "#domain/trends.ts";
import { isRightToLeft } from "#domain/languages.ts";
import { useInterface } from "../interface.tsx";
import { trendTextsIn } from "../texts/trends/load.ts";
import type { Drawn, Place } from "./drawn.ts";
import { Patterns } from "./marks.tsx";
import { useWidth } from "./use-width.ts";
import { joined } from "./words.ts";

/** Where the figures of a chart are from: what travels with it wherever it goes. */
export interface Origin {
  status: DataStatus;
  source: string;
  asOf: string;
  notes: string[];
  /** Absent where the API gives none. */
  checksum?: string;
  generation: string;
  published?: { n: number; of: number } | undefined;
}

interface Props {
  title: string;
  origin: Origin;
  /** How many points each row has. */
  lengths: number[];
  /** What is said of a point. */
  said: (place: Place) => string;
  /** True where rows lie beside each other and their points one under the other: the arrow keys follow the eye. */
  isTurned?: boolean;
  heightFor: (width: number) => number;
  render: (drawn: Drawn) => ReactNode;
  /** A sample and its name for each mark of the drawing. */
  legend: { key: string; swatch: ReactNode; label: string }[];
  /** Anything that is said under the legend: how to read the drawing. */
  reading?: string[];
  children?: ReactNode;
}

/** A drawing with what must stand beside it: title, kind of data, legend, what is read, source and date. What follows it is its children. */
export function Figure({
  title,
  origin,
  lengths,
  said,
  isTurned = false,
  heightFor,
  render,
  legend,
  reading = [],
  children,
}: Props) {
  const { language, fill, number, date } = useInterface();
  const { chart, statuses } = use(trendTextsIn(language));
  const [width, drawing] = useWidth();
  const [chosen, setChosen] = useState<Place>();
  const readId = useId();
  // The chart may have become smaller than when the point was chosen.
  const place = chosen !== undefined && chosen.column < (lengths[chosen.row] ?? 0) ? chosen : undefined;
  const isMirrored = isRightToLeft(language);
  const go = (event: KeyboardEvent) => {
    const next = stepFrom(place, event.key, lengths, { isTurned, isMirrored });
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next);
  };
  return (
    <figure className={`chart status-of-${origin.status}`}>
      <h2 className="chart-title">{title}</h2>
      <StatusBand status={origin.status} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application takes the keys: how a chart is read without sight */}
      <div
        ref={drawing}
        className="chart-drawing"
        role="application"
        aria-label={joined(chart.keyboard, { title })}
        aria-describedby={readId}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- likewise
        tabIndex={0}
        dir="ltr"
        onKeyDown={go}
      >
        <Patterns />
        {width !== undefined &&
          render({ width, height: heightFor(width), isMirrored, number, place, onPlace: setChosen })}
      </div>
      <p id={readId} className="chart-read" role="status">
        {place === undefined ? <span className="quiet">{chart.read}</span> : said(place)}
      </p>
      <ul className="chart-legend">
        {legend.map(({ key, swatch, label }) => (
          <li key={key}>
            {swatch} <bdi>{label}</bdi>
          </li>
        ))}
      </ul>
      {reading.map((line) => (
        <p key={line} className="quiet">
          {line}
        </p>
      ))}
      <figcaption className="chart-origin quiet">
        <p>
          <strong>{statuses[origin.status].name}</strong> ·{" "}
          {fill(chart.origin, { source: origin.source, date: date(origin.asOf) })}{" "}
          {origin.published !== undefined &&
            fill(chart.known, { n: number(origin.published.n), of: number(origin.published.of) })}
        </p>
      </figcaption>
      {children}
    </figure>
  );
}

/** Says which of the three kinds of figures these are; made-up ones wear stripes. */
export function StatusBand({ status }: { status: DataStatus }) {
  const { language } = useInterface();
  const { statuses } = use(trendTextsIn(language));
  return (
    <p className={`status-band ${status}`}>
      <span>{statuses[status].name}</span>
    </p>
  );
}

/** The place an arrow key leads to, passing over nothing and stopping at the edges; undefined for other keys. */
export function stepFrom(
  place: Place | undefined,
  key: string,
  lengths: number[],
  { isTurned, isMirrored }: { isTurned: boolean; isMirrored: boolean },
): Place | undefined {
  if (!(key in steps) || lengths.length === 0) return undefined;
  if (place === undefined) return key === "End" ? lastOf(lengths, 0) : { row: 0, column: 0 };
  if (key === "Home") return { row: place.row, column: 0 };
  if (key === "End") return lastOf(lengths, place.row);
  const [x, y] = steps[key]!;
  const along = isMirrored ? -x : x;
  const row = clamp(place.row + (isTurned ? along : y), lengths.length);
  return { row, column: clamp(place.column + (isTurned ? y : along), lengths[row]!) };
}

const steps: Record<string, [x: number, y: number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
  Home: [0, 0],
  End: [0, 0],
};

function lastOf(lengths: number[], row: number): Place {
  return { row, column: lengths[row]! - 1 };
}

function clamp(place: number, length: number): number {
  return Math.max(0, Math.min(length - 1, place));
}
