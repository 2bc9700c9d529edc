import * as z from "zod/mini";
import type { Multilingual } from "#domain/languages.ts";
import { PartialDate } from "#domain/legislation.ts";
import { multilingual, multilingualColumns, readTable } from "./table.ts";

const PublishedFigure = z.object({
  /** A series of published-series.csv. */
  series: z.string(),
  date: PartialDate,
  /** Absent where no exact number was printed. */
  value: z.optional(z.coerce.number()),
  /** The number it is a part of: the Member States of the date. */
  of: z.optional(z.coerce.number().check(z.int())),
  /** What is counted: `unit-` and this is a key of figure-notes.csv. */
  unit: z.string(),
  /** `point-` and this is a key of figure-notes.csv; `note_value` fills its place. */
  note: z.optional(z.string()),
  note_value: z.optional(z.string()),
  source: z.string(),
  /** V read in the source, D computed from it, M from memory. */
  mark: z.enum(["V", "D", "M"]),
});
type PublishedFigure = z.infer<typeof PublishedFigure>;

/** Totals that others printed, as they printed them, oldest first in each series. */
export const publishedFigures: readonly PublishedFigure[] = readTable("published-figures.csv", PublishedFigure);

/** What each series is called, by its key. */
export const publishedSeries: ReadonlyMap<string, Multilingual> = new Map(
  readTable("published-series.csv", z.object({ series: z.string(), ...multilingualColumns("name") })).map((row) => [
    row.series,
    multilingual(row, "name"),
  ]),
);
