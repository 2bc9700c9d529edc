import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Language, Multilingual } from "./languages.ts";
import { PartialDate } from "./legislation.ts";
import { listOf, pageOf, PageParams, SearchMeta } from "./search.ts";

/** What kind of document of the 1540 regime a text is. */
const reportTypes = [
  "resolution",
  "presidential-statement",
  "programme-of-work",
  "annual-review",
  "comprehensive-review",
  "committee-report",
  "national-report",
  "additional-information",
  "matrix",
  "action-plan",
  "assistance-request",
  "assistance-offer",
  "programme",
  "effective-practice",
  "guideline",
  "technical-reference-guide",
  "visit-report",
  "event-note",
  "meeting-document",
  "working-group-report",
  "briefing",
  "chair-letter",
  "note-verbale",
  "questions-and-answers",
  "background-paper",
  "press-release",
] as const;
export const ReportType = z.enum(reportTypes);
export type ReportType = z.infer<typeof ReportType>;

/** Documents that belong to one State: published only when it has agreed. */
export const consentTypes: readonly ReportType[] = ["matrix", "action-plan", "assistance-request", "visit-report"];

/** How far a fact is checked: read in the document or page named (V), derived (D), from memory and still to be checked (M). */
const marks = ["V", "D", "M"] as const;
export const Mark = z.enum(marks);

/** What a date of a document is the date of. */
const dateKinds = ["adopted", "letter", "distributed", "published", "sent", "covers"] as const;

/** A date as one source states it. A document may have several that contradict each other: all are kept. */
export const StatedDate = z.object({
  of: z.enum(dateKinds),
  date: PartialDate,
  /** Where it stands so, in English words. */
  source: z.string(),
  mark: Mark,
});
export type StatedDate = z.infer<typeof StatedDate>;

/** What one document is to another. */
export const relationKinds = [
  "addendum-of",
  "revision-of",
  "corrects",
  "extends",
  "amends",
  "supersedes",
  "reviews",
  "implements",
  "transmits",
  "cites",
] as const;
const RelationKind = z.enum(relationKinds);

const Titles = z.partialRecord(Language, z.string());

/** What is known of a document, with or without its text. */
export const ReportFacts = z.object({
  symbol: z.string(),
  type: ReportType,
  /** In the languages it is known in; our own words unless the official title is short. */
  titles: Titles,
  /** The State whose document it is; absent for those of the Council and the Committee. */
  state: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/))),
  dates: z.array(StatedDate),
  relations: z.array(z.object({ kind: RelationKind, symbol: z.string() })),
  /** Wrong symbols under which others cite it. */
  citedAs: z.array(z.object({ symbol: z.string(), by: z.string() })),
  source: z.string(),
  mark: Mark,
  /** In English, our own words. */
  note: z.optional(z.string()),
});
export type ReportFacts = z.infer<typeof ReportFacts>;

/** Which part of a document a passage is: a numbered paragraph, an item of a section, or what stands before and around them. */
export const passageKinds = ["letter", "preamble", "paragraph", "item", "annex", "appendix", "passage"] as const;

export const Passage = z.object({
  /** Unique in its document and stable: `para-9`, `2-h`, `3-b-ii`, `annex`, `appendix-wg1-2`. */
  anchor: z.string(),
  kind: z.enum(passageKinds),
  /** `¶9`, `¶5(a)`, `2(h)`, `WG1 •2`; empty where the kind says it all. */
  label: z.string(),
  /** The headings it stands under, outermost first. */
  path: z.array(z.string()),
  text: z.string(),
});
export type Passage = z.infer<typeof Passage>;

/** A document of the library: an entry of the register, or the text of a document in one language. */
export const ReportRecord = z.object({
  /** `s-2011-380` for what is known of it, `s-2011-380@zh` for a text. */
  id: z.string(),
  facts: ReportFacts,
  text: z.optional(
    z.object({
      language: Language,
      title: z.string(),
      source: z.object({ name: z.string(), path: z.string() }),
      passages: z.array(Passage),
    }),
  ),
});
export type ReportRecord = z.infer<typeof ReportRecord>;

const year = z.optional(z.coerce.number().check(z.int(), z.gte(1945), z.lte(2200)));

export const ReportsParams = z.extend(PageParams, {
  q: z._default(z.string().check(z.maxLength(512)), ""),
  type: listOf(ReportType),
  state: listOf(z.string()),
  /** The regional group, region or sub-region of the State whose document it is. */
  region: listOf(z.string()),
  /** In any spelling; a document's symbol finds its addenda too. */
  symbol: listOf(z.string()),
  /** Languages in which a text is loaded. */
  language: listOf(Language),
  yearFrom: year,
  yearTo: year,
  expand: z._default(z.enum(["on", "off"]), "on"),
});
export type ReportsParams = z.infer<typeof ReportsParams>;

const passageHit = {
  /** The document it stands in: of a document or one of its addenda. */
  report: z.string(),
  symbol: z.string(),
  language: Language,
  anchor: z.string(),
  kind: z.enum(passageKinds),
  label: z.string(),
  path: z.array(z.string()),
  /** Text with `<mark>` around the words that matched; everything else is escaped HTML. */
  snippet: z.string(),
  /** What it asks for in our own words, where the ledger of the mandate has it. */
  ownWords: z.optional(Multilingual),
  matchedBy: z.array(z.enum(["words", "summary", "concept"])),
};
export const PassageHit = z.object(passageHit);
export type PassageHit = z.infer<typeof PassageHit>;

const shownFacts = {
  id: z.string(),
  ...ReportFacts.shape,
  /** Languages in which its text is loaded; empty where only its facts are known. */
  languages: z.array(Language),
};
export const ShownReport = z.object(shownFacts);
export type ShownReport = z.infer<typeof ShownReport>;

/** A document in a list, its addenda and revisions with it. */
export const ReportHit = z.object({ ...shownFacts, addenda: z.array(ShownReport), passages: z.array(PassageHit) });
export type ReportHit = z.infer<typeof ReportHit>;

export const reportFacets = ["type", "state", "region", "language", "year"] as const;
export type ReportFacet = (typeof reportFacets)[number];

export const ReportsPage = pageOf(ReportHit, SearchMeta);
export type ReportsPage = z.infer<typeof ReportsPage>;

/** A document whole: what is known of it, its text in one language, and what stands in relation to it. */
export const Report = z.object({
  ...shownFacts,
  text: z.optional(
    z.object({
      language: Language,
      title: z.string(),
      source: z.object({ name: z.string(), path: z.string() }),
      passages: z.array(z.extend(Passage, { ownWords: z.optional(Multilingual) })),
    }),
  ),
  addenda: z.array(ShownReport),
  /** Documents that name this one in their relations. */
  relatedFrom: z.array(z.object({ kind: RelationKind, id: z.string(), symbol: z.string() })),
  /** Which documents of its own relations are here, by symbol. */
  known: z.record(z.string(), z.string()),
  meta: z.object({ generation: z.string(), asOf: z.string(), disclaimer: z.string() }),
});
export type Report = z.infer<typeof Report>;

export const reportEndpoints = {
  reports: endpoint(
    "/api/v1/reports",
    "Search documents of the Council, the Committee and States",
    ReportsParams,
    ReportsPage,
  ),
  report: endpoint(
    "/api/v1/reports/{id}",
    "One document with its passages",
    z.object({ language: z.optional(Language) }),
    Report,
  ),
};
