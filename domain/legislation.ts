import * as z from "zod/mini";
import { Coding, Facet, OrphanCoding, ProvisionCoding, Weapon } from "./codings.ts";
import { endpoint } from "./endpoint.ts";
import { isDay } from "./in-force.ts";
import { Language } from "./languages.ts";
import { listOf, pageOf, PageParams, SearchMeta } from "./search.ts";

/** What kind of text a law is. */
const instrumentTypes = [
  "constitution",
  "act",
  "code",
  "decree",
  "regulation",
  "decision",
  "control-list",
  "guideline",
  "treaty-approval",
  "customs-notice",
  "court-decision",
  "other",
] as const;
export const InstrumentType = z.enum(instrumentTypes);
export type InstrumentType = z.infer<typeof InstrumentType>;

/**
 * Where a law stands. `unknown` is an answer: most sources do not say whether a text is still law,
 * and "in force" is claimed only where the source says so.
 */
export const lawStatuses = [
  "draft",
  "adopted-not-in-force",
  "in-force",
  "partly-in-force",
  "amended",
  "superseded",
  "repealed",
  "repealed-before-in-force",
  "never-in-force",
  "unknown",
] as const;
export const LawStatus = z.enum(lawStatuses);
export type LawStatus = z.infer<typeof LawStatus>;

/** False for a law that is gone or never was one: what it says is no measure of its State. */
export function isMeasure(status: LawStatus): boolean {
  return !["draft", "superseded", "repealed", "repealed-before-in-force", "never-in-force"].includes(status);
}

/** What the words on the page are: the original, a translation (by whom), or only a title. */
const textStatuses = [
  "original",
  "official-translation",
  "unofficial-translation",
  "machine-translation",
  "title-only",
] as const;
export const TextStatus = z.enum(textStatuses);
export type TextStatus = z.infer<typeof TextStatus>;

/** How a provision was cut: at an article mark, as a schedule's part, as the words before the first article, or as a passage of a text without marks. */
const provisionKinds = ["article", "schedule", "preamble", "passage"] as const;
export const ProvisionKind = z.enum(provisionKinds);
export type ProvisionKind = z.infer<typeof ProvisionKind>;

/** Dates are ISO 8601 with the precision the source gives: 2004, 2004-04 or 2004-04-28. */
export const PartialDate = z.string().check(z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/));

/** One article, section, schedule part or passage of a law, as its source words it. */
export const Provision = z.object({
  /** Unique in its law, language-neutral and stable: `s-14.2`, `art-38`, `art-l2341-1`, `sch-1`, `preamble`, `p-3`. */
  anchor: z.string(),
  kind: ProvisionKind,
  /** As the text writes it: `第三十八条`, `Article L2341-1`, `s. 14.2`, `المادة 39`; empty for a passage. */
  label: z.string(),
  heading: z.optional(z.string()),
  /** The headings it stands under, outermost first. */
  path: z.array(z.string()),
  /** The words of the law; paragraphs are separated by one line feed, and no paragraph is broken by one. */
  text: z.string(),
});
export type Provision = z.infer<typeof Provision>;

/** The facts about a law that a source, its manifest or our own register states. Absent means: not stated. */
export const LawFacts = z.object({
  state: z.string().check(z.regex(/^[A-Z]{3}$/)),
  language: Language,
  title: z.string(),
  /** The law's own number in its State's series, as cited: `N-28.3`, `SOR/2000-210`, `LEY 29239`. */
  number: z.optional(z.string()),
  /** How a lawyer of that State cites it. */
  citation: z.optional(z.string()),
  type: InstrumentType,
  status: LawStatus,
  /** The fact behind the status, in a few English words of our own: "repealed on 30 October 2025 by SOR/2025-219". */
  statusNote: z.optional(z.string()),
  year: z.optional(z.int()),
  adopted: z.optional(PartialDate),
  inForce: z.optional(PartialDate),
  repealed: z.optional(PartialDate),
  url: z.optional(z.string()),
  textStatus: TextStatus,
  licence: z.optional(z.string()),
});
export type LawFacts = z.infer<typeof LawFacts>;

/** One law in one language: what the library keeps and the indices are built from. */
export const Instrument = z.extend(LawFacts, {
  /** The law, whatever its language: `can-n-28.3`. */
  id: z.string(),
  source: z.object({
    name: z.string(),
    /** The file's path inside its source folder, with `/`. */
    path: z.string(),
  }),
  provisions: z.array(Provision),
});
export type Instrument = z.infer<typeof Instrument>;

/** One law of the bundled register: facts with their source, and what was said of its provisions. It needs no text. */
export const RegisterEntry = z.extend(LawFacts, {
  id: z.string(),
  /** The title in English, in our own translation where the State publishes none. */
  englishTitle: z.optional(z.string()),
  /** Where the facts were read. */
  factSource: z.string(),
  codings: z.array(Coding),
});
export type RegisterEntry = z.infer<typeof RegisterEntry>;

export const sortOrders = ["relevance", "newest", "oldest", "title"] as const;

export const LegislationParams = z.extend(PageParams, {
  q: z._default(z.string().check(z.maxLength(512)), ""),
  language: listOf(Language),
  state: listOf(z.string()),
  region: listOf(z.string()),
  obligation: listOf(z.string()),
  /** Obligations that a program proposes from the words, where nobody has coded the provision with them. */
  proposed: listOf(z.string()),
  weapon: listOf(Weapon),
  facet: listOf(Facet),
  concept: listOf(z.string()),
  type: listOf(InstrumentType),
  status: listOf(LawStatus),
  yearFrom: z.optional(z.coerce.number().check(z.int(), z.gte(1500), z.lte(2200))),
  yearTo: z.optional(z.coerce.number().check(z.int(), z.gte(1500), z.lte(2200))),
  /** Only laws known to be in force on this day, by the rule of `timeInForce`. */
  on: z.optional(
    z
      .string()
      .check(
        z.regex(/^(1[5-9]|2[01])\d\d-\d\d-\d\d$/, "a day as 2004-04-28, from 1500 to 2199"),
        z.refine(isDay, "a day of the calendar"),
      ),
  ),
  /** Whether laws of which it is not known whether they were in force on that day are shown too. */
  undated: z._default(z.enum(["exclude", "include"]), "exclude"),
  sort: z._default(z.enum(sortOrders), "relevance"),
  expand: z._default(z.enum(["on", "off"]), "on"),
});
export type LegislationParams = z.infer<typeof LegislationParams>;

/** Text with `<mark>` around the words that matched; everything else is escaped HTML. */
const Snippet = z.string();

/**
 * Why a provision is shown: its words, our summary, other words for a concept asked for, what a word was learned to be
 * in its language, its number, its law's or a resolution it cites, what it is coded as, or only its law's title.
 */
const MatchedBy = z.enum(["words", "summary", "concept", "learned", "citation", "coding", "title"]);

export const ProvisionHit = z.object({
  id: z.string(),
  anchor: z.string(),
  label: z.string(),
  heading: z.optional(z.string()),
  path: z.array(z.string()),
  snippet: Snippet,
  /** What the provision says in our own English words, where the register has it. */
  summary: z.optional(z.string()),
  obligations: z.array(z.string()),
  matchedBy: z.array(MatchedBy),
  /** The concepts of the thesaurus whose terms it was found by. */
  matchedConcepts: z.array(z.string()),
});
export type ProvisionHit = z.infer<typeof ProvisionHit>;

/** A law in a list: no text, but its best provisions. */
export const LawHit = z.object({
  id: z.string(),
  state: z.string(),
  title: z.string(),
  englishTitle: z.optional(z.string()),
  /** The language of the version shown; `languages` lists all there are. */
  language: Language,
  languages: z.array(Language),
  type: InstrumentType,
  status: LawStatus,
  statusNote: z.optional(z.string()),
  year: z.optional(z.int()),
  number: z.optional(z.string()),
  citation: z.optional(z.string()),
  url: z.optional(z.string()),
  textStatus: TextStatus,
  /** The file's path inside its source folder; empty for a law the register alone knows. */
  sourcePath: z.string(),
  provisions: z.array(ProvisionHit),
});
export type LawHit = z.infer<typeof LawHit>;

/** What a page of laws is counted by. */
export type FacetName =
  | "state"
  | "region"
  | "language"
  | "type"
  | "status"
  | "year"
  | "obligation"
  | "weapon"
  | "facet"
  | "concept";

export const LegislationPage = pageOf(LawHit, SearchMeta);
export type LegislationPage = z.infer<typeof LegislationPage>;

export const ProvisionsPage = pageOf(
  z.extend(ProvisionHit, {
    instrument: z.object({
      id: z.string(),
      title: z.string(),
      state: z.string(),
      language: Language,
      status: LawStatus,
      year: z.optional(z.int()),
      sourcePath: z.string(),
    }),
    score: z.number(),
  }),
  SearchMeta,
);
export type ProvisionsPage = z.infer<typeof ProvisionsPage>;

/** A law that another cites or is cited by, as a link names it. */
export const LinkedLaw = z.object({
  id: z.string(),
  title: z.string(),
  number: z.optional(z.string()),
  year: z.optional(z.int()),
  status: LawStatus,
});
export type LinkedLaw = z.infer<typeof LinkedLaw>;

/** What a provision cites, as far as a program finds it in its words. */
const Cites = z.object({
  /** Ids of other laws of its State, described in the law's `cites`. */
  laws: z.array(z.string()),
  /** Provisions of those laws and, in codes that number theirs as nobody else does, of this one. */
  provisions: z.array(z.object({ law: z.string(), anchor: z.string(), label: z.string() })),
  /** Resolutions of the Security Council, by symbol without year: `S/RES/1373`. */
  resolutions: z.array(z.string()),
});

const LawParams = z.object({ language: z.optional(Language) });

/** A law whole: facts, provisions in their order, what the register says beside them, its other languages and versions. */
export const Law = z.object({
  ...LawFacts.shape,
  id: z.string(),
  englishTitle: z.optional(z.string()),
  languages: z.array(Language),
  source: z.object({ name: z.string(), path: z.string() }),
  provisions: z.array(
    z.extend(Provision, {
      id: z.string(),
      summary: z.optional(z.string()),
      obligations: z.array(z.string()),
      weapons: z.array(Weapon),
      /** All that was said of it; what does not count is left out of the three fields above, but for the summary of a law that is no measure. */
      codings: z.array(ProvisionCoding),
      cites: Cites,
    }),
  ),
  /** The laws its status note names: what repealed or replaced it. */
  statusLaws: z.array(LinkedLaw),
  /** What its provisions cite between them. */
  cites: z.object({ laws: z.array(LinkedLaw), resolutions: z.array(z.string()) }),
  citedBy: z.object({
    /** How many laws cite it; `laws` holds the first of them by their ids. */
    total: z.int(),
    laws: z.array(
      z.extend(LinkedLaw, {
        /** The provisions that cite it, each with the anchors of those it names. */
        provisions: z.array(z.object({ anchor: z.string(), label: z.string(), cites: z.array(z.string()) })),
      }),
    ),
  }),
  /** Stale codings of provisions this text does not have. */
  orphanCodings: z.array(OrphanCoding),
  /** Other dated versions of this law, newest first. */
  versions: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      year: z.optional(z.int()),
      status: LawStatus,
      /** Of this version: its adoption, as its id has it. */
      date: z.optional(z.string()),
    }),
  ),
  meta: z.object({ generation: z.string(), disclaimer: z.string() }),
});
export type Law = z.infer<typeof Law>;

export const legislationEndpoints = {
  legislation: endpoint("/api/v1/legislation", "Search laws", LegislationParams, LegislationPage),
  law: endpoint("/api/v1/legislation/{id}", "One law with its provisions", LawParams, Law),
  provisions: endpoint("/api/v1/provisions", "Search provisions of laws", LegislationParams, ProvisionsPage),
};
