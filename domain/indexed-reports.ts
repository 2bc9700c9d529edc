import * as z from "zod/mini";
import { Language } from "./languages.ts";
import { Passage, ReportType, ShownReport } from "./reports.ts";

/** What documents are filtered and counted by; passages carry a copy. */
const filters = {
  report: z.string(),
  /** The document whose addendum or revision it is, or itself. */
  family: z.string(),
  type: ReportType,
  state: z.optional(z.string()),
  /** The State's regional group, M49 region and sub-region; none for a document of the Council or the Committee. */
  regions: z.array(z.string()),
  /** Symbols in every spelling it is looked up by, without case, blanks and marks, its family's among them. */
  symbols: z.array(z.string()),
  /** Languages in which a text of it is loaded. */
  languages: z.array(Language),
  /** Every year a source dates it in. */
  years: z.array(z.int()),
  concepts: z.array(z.string()),
};

/** One document in one language as `reports-<language>` holds it: whole text searchable, not returned. */
export const IndexedReport = z.object({
  ...filters,
  /** Its latest stated date, padded to a day; absent where none is known. */
  sortDate: z.optional(z.string()),
  title: z.string(),
  englishTitle: z.optional(z.string()),
  /** Symbols of other documents it names in its relations, without case, blanks and marks. */
  relatedTo: z.array(z.string()),
  facts: ShownReport,
  /** Our own English words for its passages. */
  summaries: z.array(z.string()),
  textSource: z.optional(z.object({ title: z.string(), name: z.string(), path: z.string() })),
  text: z.array(z.string()),
});
export type IndexedReport = z.infer<typeof IndexedReport>;

/** One passage as `report-passages-<language>` holds it, with what its document is filtered by. */
export const IndexedPassage = z.object({
  ...filters,
  ...Passage.shape,
  /** What it asks for in our own English words. */
  summary: z.optional(z.string()),
  symbol: z.string(),
  /** Its place in the document, from 0. */
  position: z.int(),
});
export type IndexedPassage = z.infer<typeof IndexedPassage>;
