import type { PointerEvent } from "react";
import type { Drawn, Place } from "./drawn.ts";

/** A part of a drawing, in its pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Props extends Box, Pick<Drawn, "place" | "onPlace"> {
  /** What stands at a place of the drawing, in its pixels; nothing where nothing is read. */
  placeAt: (x: number, y: number) => Place | undefined;
}

/** What takes a mouse, a pen or a finger, over the whole of a drawing: one element, where hundreds would keep the page waiting. */
export function Pointed({ placeAt, place, onPlace, ...box }: Props) {
  const read = (event: PointerEvent<SVGRectElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const under = placeAt(box.x + event.clientX - left, box.y + event.clientY - top);
    if (under === undefined) return;
    const { row, column } = under;
    if (row !== place?.row || column !== place.column) onPlace({ row, column });
  };
  // A finger that taps does not move.
  return <rect {...box} fill="none" pointerEvents="all" onPointerMove={read} onPointerDown={read} />;
}

/** The frame round what is read. */
export function ReadFrame(box: Box) {
  return <rect className="read" {...box} fill="none" stroke="var(--accent)" strokeWidth="3" />;
}
