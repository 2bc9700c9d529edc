import type { SVGProps } from "react";
import type { CellValue } from "#domain/matrices.ts";

/** How a mark is filled and outlined. */
export type Paint = Pick<SVGProps<SVGElement>, "fill" | "fillOpacity" | "stroke" | "strokeWidth" | "strokeDasharray">;

/** Colours that stay apart for the colour-blind, light and dark; the stylesheet names them. */
const hues = ["var(--series-1)", "var(--series-2)", "var(--series-3)", "var(--series-4)", "var(--series-5)"] as const;
const dashes = ["none", "7 3", "2 3", "10 3 2 3", "5 2"] as const;

/** Published figures stand apart from what is counted here: long dashes and hollow marks, in the colour of text. */
const publishedStroke = { stroke: "var(--text)", strokeDasharray: "12 5" };

export function hueOf(place: number): string {
  return hues[place % hues.length]!;
}

/** The line of a series: after five colours they come again with other dashes. */
export function strokeOf(place: number, isPublished = false): Paint {
  if (isPublished) return { ...publishedStroke, strokeWidth: 2, fill: "none" };
  const dash = dashes[(place + Math.floor(place / hues.length)) % dashes.length]!;
  return { stroke: hueOf(place), strokeDasharray: dash, strokeWidth: 2, fill: "none" };
}

/** The surface of a series of bars: a colour and a pattern of its own. */
export function fillOf(place: number): Paint {
  if (place % 10 >= hues.length) return { fill: "var(--ground)", stroke: hueOf(place) };
  return { fill: place % 5 === 0 ? hueOf(0) : `url(#series-fill-${(place % 5) + 1})`, stroke: hueOf(place) };
}

/** The five answer states, the same in each chart, cell, legend and print. */
export function answerPaint(value: CellValue): Paint {
  return {
    X: { fill: "var(--series-1)", stroke: "var(--series-1)" },
    Q: { fill: "url(#answer-Q)", stroke: "var(--series-1)" },
    NA: { fill: "var(--ground)", stroke: "var(--text)", strokeDasharray: "2 2" },
    BLANK: { fill: "var(--ground)", stroke: "var(--quiet)" },
    NOT_CODED: { fill: "url(#answer-NOT_CODED)", stroke: "var(--quiet)" },
  }[value];
}

/** What a State did towards a treaty: party, signatory, or neither recorded; patterns of its own, for it is no answer of a matrix. */
export function treatyPaint(standing: string): Paint {
  if (standing === "party") return { fill: "var(--series-1)", stroke: "var(--series-1)" };
  if (standing === "signatory") return { fill: "url(#series-fill-4)", stroke: "var(--series-4)" };
  return { fill: "var(--ground)", stroke: "var(--quiet)" };
}

/** The patterns that the marks name; once in each figure, so that a picture taken of it has them. */
export function Patterns() {
  return (
    <svg className="patterns" aria-hidden="true" width="0" height="0">
      <defs>
        <Lines id="series-fill-2" hue={hueOf(1)} turn={45} gap={6} width={3} />
        <pattern id="series-fill-3" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" fill="var(--ground)" />
          <circle cx="3" cy="3" r="2" fill={hueOf(2)} />
        </pattern>
        <Lines id="series-fill-4" hue={hueOf(3)} turn={0} gap={5} width={2.5} />
        <pattern id="series-fill-5" width="7" height="7" patternUnits="userSpaceOnUse">
          <rect width="7" height="7" fill="var(--ground)" />
          <path d="M0 0L7 7M7 0L0 7" stroke={hueOf(4)} strokeWidth="1.5" />
        </pattern>
        <Lines id="answer-Q" hue="var(--series-1)" turn={45} gap={5} width={2} />
        <Lines id="answer-NOT_CODED" hue="var(--unknown)" turn={-45} gap={8} width={4} />
      </defs>
    </svg>
  );
}

function Lines({ id, hue, turn, gap, width }: { id: string; hue: string; turn: number; gap: number; width: number }) {
  return (
    <pattern id={id} width={gap} height={gap} patternUnits="userSpaceOnUse" patternTransform={`rotate(${turn})`}>
      <rect width={gap} height={gap} fill="var(--ground)" />
      <rect width={gap} height={width} fill={hue} />
    </pattern>
  );
}

/** The marks of points: a shape for each series, so that lines are told apart without colour. One path holds them all. */
export function PointMarks({ at, place, isPublished = false }: PointMarksProps) {
  const hue = isPublished ? "var(--text)" : hueOf(place);
  const shape = shapes[place % shapes.length]!;
  return (
    <path
      d={at.map(({ x, y }) => `M${x.toFixed(1)} ${y.toFixed(1)}${shape}`).join("")}
      fill={isPublished ? "var(--ground)" : hue}
      stroke={hue}
      strokeWidth={1.5}
    />
  );
}

interface PointMarksProps {
  at: { x: number; y: number }[];
  place: number;
  isPublished?: boolean;
}

/** Each about its middle: a disc, a square, a triangle, a diamond, and a triangle upside down. */
const shapes = [
  "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0",
  "m-4 -4h8v8h-8z",
  "m0 -5l4.8 9h-9.6z",
  "m0 -5.6l5.6 5.6l-5.6 5.6l-5.6 -5.6z",
  "m0 5l4.8 -9h-9.6z",
];

/** Words at their places, in pixels, as one text: the browser lays out one with hundreds of parts several times faster than hundreds. */
export function Texts({
  at,
  ...looks
}: { at: { key: string; x: number; y: number; text: string }[] } & SVGProps<SVGTextElement>) {
  return (
    <text {...looks}>
      {at.map(({ key, x, y, text }) => (
        <tspan key={key} x={x} y={y}>
          {text}
        </tspan>
      ))}
    </text>
  );
}

/** A sample of a mark for a legend. */
export function Swatch({ paint, line }: { paint: Paint; line?: { place: number; isPublished: boolean } }) {
  return (
    <svg className="swatch" width="30" height="14" aria-hidden="true">
      {line === undefined ? (
        <rect x="3" y="1.5" width="24" height="11" strokeWidth="1.25" {...paint} />
      ) : (
        <>
          <line x1="0" y1="7" x2="30" y2="7" {...paint} />
          <PointMarks at={[{ x: 15, y: 7 }]} {...line} />
        </>
      )}
    </svg>
  );
}
