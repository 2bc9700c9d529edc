import * as z from "zod/mini";
import { weapons } from "./codings.ts";
import { PracticeHit } from "./effective-practices.ts";
import { endpoint } from "./endpoint.ts";
import { Language } from "./languages.ts";
import { LawStatus } from "./legislation.ts";
import { cellValues } from "./matrices.ts";
import { ReportType } from "./reports.ts";
import { Region, State } from "./states.ts";
import { Standing, TreatyAct } from "./treaties.ts";

/** A column of the grid of evidence: a kind of weapon, or `any`: all provisions, also those tied to no kind. */
export const evidenceColumns = [...weapons, "any"] as const;
const EvidenceColumn = z.enum(evidenceColumns);
export type EvidenceColumn = z.infer<typeof EvidenceColumn>;

/** Provisions, their laws, and the States of these. A provision counts once in each language its law is here in; laws and States count once. */
const Recorded = z.object({ provisions: z.int(), laws: z.int(), states: z.int() });

const EvidenceCell = z.object({
  /** Coded by a person who read the provision. */
  confirmed: Recorded,
  /** Proposed by a program from the words, and coded with this area by nobody. */
  proposed: Recorded,
});
export type EvidenceCell = z.infer<typeof EvidenceCell>;

/** What laws are recorded for each area of the resolution, by kind of weapon. */
const Evidence = z.object({
  /** When the laws were last built, ISO 8601; absent before the first load. */
  asOf: z.optional(z.string()),
  /** In the order of the resolution. */
  areas: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      /** `obligation`, `recommended`: as in the taxonomy. */
      kind: z.string(),
      cells: z.record(EvidenceColumn, EvidenceCell),
    }),
  ),
});
export type Evidence = z.infer<typeof Evidence>;

const ListedLaw = z.object({
  id: z.string(),
  state: z.string(),
  title: z.string(),
  language: Language,
  status: LawStatus,
  year: z.optional(z.int()),
});

const Laws = z.object({
  asOf: z.optional(z.string()),
  total: z.int(),
  /** States with laws here; of a State: itself. */
  states: z.int(),
  /** Laws of which a year is known, oldest first; a year without laws is left out. */
  years: z.array(z.object({ year: z.int(), laws: z.int() })),
  /** Laws by the language of their text; a law counts in each. */
  languages: z.array(z.object({ language: Language, laws: z.int() })),
  /** The newest, five at most. */
  newest: z.array(ListedLaw),
});
export type Laws = z.infer<typeof Laws>;

/** A treaty, the last day, or year, of which its parties are known, and where from. */
const ListedTreaty = z.object({ code: z.string(), name: z.string(), knownUntil: z.string(), source: z.string() });

const TreatiesOfState = z.object({
  asOf: z.optional(z.string()),
  items: z.array(
    z.extend(ListedTreaty, {
      standing: Standing,
      /** Oldest first; none where only the standing is known. */
      acts: z.array(z.object({ act: TreatyAct, date: z.string() })),
    }),
  ),
});
export type TreatiesOfState = z.infer<typeof TreatiesOfState>;

const TreatiesOfRegion = z.object({
  asOf: z.optional(z.string()),
  items: z.array(
    z.extend(ListedTreaty, {
      /** Members that are party, and those that have signed and are not, of the members on that day. */
      parties: z.int(),
      signatories: z.int(),
      of: z.int(),
    }),
  ),
});
export type TreatiesOfRegion = z.infer<typeof TreatiesOfRegion>;

const AnswersByArea = z.array(
  z.object({
    /** `OP2`, `OP3A`, `OP1.TRT`. */
    code: z.string(),
    label: z.string(),
    /** `voluntary` and `information` are no obligations, and stand apart. */
    kind: z.string(),
    /** Cells by their value; the five are never added up. */
    values: z.record(z.enum(cellValues), z.int()),
  }),
);

/** The newest published matrix, summed by area; `/api/v1/matrices/{iso3}` has each cell with its sources. */
const MatrixOfState = z.object({
  asOf: z.optional(z.string()),
  /** Absent where no matrix of this State is published. */
  matrix: z.optional(
    z.object({
      snapshot: z.string(),
      /** The day it was drawn up or approved. */
      date: z.string(),
      source: z.string(),
      /** True for data drawn from a seed: no fact about any State. */
      demonstration: z.boolean(),
      areas: AnswersByArea,
    }),
  ),
});
export type MatrixOfState = z.infer<typeof MatrixOfState>;

/** The matrices of the members at the newest snapshot, their cells summed. */
const MatricesOfRegion = z.object({
  asOf: z.optional(z.string()),
  matrices: z.optional(
    z.object({
      snapshot: z.string(),
      date: z.string(),
      source: z.string(),
      demonstration: z.boolean(),
      /** Members with a published matrix. */
      published: z.int(),
      areas: AnswersByArea,
    }),
  ),
});
export type MatricesOfRegion = z.infer<typeof MatricesOfRegion>;

const ListedDocument = z.object({
  id: z.string(),
  symbol: z.string(),
  type: ReportType,
  /** In the language asked for, else in one it is known in. */
  title: z.string(),
  language: Language,
  state: z.optional(z.string()),
  /** The newest that a source states; absent where none does. */
  date: z.optional(z.string()),
});
export type ListedDocument = z.infer<typeof ListedDocument>;

/** Documents of a State, or of the members of a region: each with its addenda counts once. */
const Documents = z.object({
  asOf: z.optional(z.string()),
  total: z.int(),
  /** Newest first, a hundred at most. */
  items: z.array(ListedDocument),
  /** The newest report to the Committee, or further information to it. */
  lastReport: z.optional(ListedDocument),
  /** States with a report recorded here; of a State: itself. */
  reporting: z.int(),
});
export type Documents = z.infer<typeof Documents>;

/** Effective practices that these States contributed, newest first, a hundred at most. */
const Practices = z.object({
  asOf: z.optional(z.string()),
  total: z.int(),
  items: z.array(PracticeHit),
  /** States that contributed one; of a State: itself. */
  contributors: z.int(),
});
export type Practices = z.infer<typeof Practices>;

/** Something dated that a record says: an act towards a treaty, a document, a matrix, or an editor's reading of a law. */
const RecordChange = z.object({
  kind: z.enum(["treaty", "document", "matrix", "reading"]),
  /** Of the act, the document or the reading, and not of its loading. */
  date: z.string(),
  state: z.optional(z.string()),
  /** The treaty, the title of the document or law, or the snapshot. */
  text: z.string(),
  /** That `text` is in. */
  language: Language,
  act: z.optional(TreatyAct),
  /** How many provisions were read. */
  provisions: z.optional(z.int()),
  address: z.optional(z.string()),
});
export type RecordChange = z.infer<typeof RecordChange>;

const RecordChanges = z.object({
  asOf: z.optional(z.string()),
  total: z.int(),
  /** The newest twenty. */
  items: z.array(RecordChange),
});
export type RecordChanges = z.infer<typeof RecordChanges>;

const Meta = z.object({
  /** Of names, groups and regions. */
  source: z.string(),
  asOf: z.string(),
  generation: z.string(),
  disclaimer: z.string(),
});

const Place = z.object({ code: z.string(), kind: z.enum(["group", "region", "subregion"]), name: z.string() });

/** One Member State: who it is, and what of each kind is recorded about it. Every block has its own date. */
export const StateProfile = z.object({
  ...State.shape,
  name: z.string(),
  /** Its regional group, region and sub-region; for a State that takes part in two groups both, the one it is counted in first. */
  places: z.array(Place),
  evidence: Evidence,
  laws: Laws,
  treaties: TreatiesOfState,
  matrix: MatrixOfState,
  documents: Documents,
  practices: Practices,
  changes: RecordChanges,
  meta: Meta,
});
export type StateProfile = z.infer<typeof StateProfile>;

/** A regional group, region or sub-region: its members, and the same blocks summed, each of the number of members. */
export const RegionProfile = z.object({
  ...Region.shape,
  name: z.string(),
  /** The region a sub-region is part of. */
  parentName: z.optional(z.string()),
  /** By name in the language asked for. */
  members: z.array(
    z.object({
      iso3: z.string(),
      name: z.string(),
      laws: z.int(),
      /** The year of its newest law here. */
      newestLaw: z.optional(z.int()),
    }),
  ),
  /** States that take part in this group and are counted in another. */
  guests: z.array(z.object({ iso3: z.string(), name: z.string() })),
  /** Sub-regions of a region, by name. */
  parts: z.array(z.object({ code: z.string(), name: z.string(), states: z.int() })),
  evidence: Evidence,
  laws: Laws,
  treaties: TreatiesOfRegion,
  matrices: MatricesOfRegion,
  documents: Documents,
  practices: Practices,
  changes: RecordChanges,
  meta: Meta,
});
export type RegionProfile = z.infer<typeof RegionProfile>;

const ProfileParams = z.object({ language: z._default(Language, "en") });
export type ProfileParams = z.infer<typeof ProfileParams>;

export const profileEndpoints = {
  state: endpoint(
    "/api/v1/states/{iso3}",
    "One Member State and all that is recorded about it",
    ProfileParams,
    StateProfile,
  ),
  region: endpoint(
    "/api/v1/regions/{id}",
    "One regional group, region or sub-region: its members and what is recorded about them",
    ProfileParams,
    RegionProfile,
  ),
};
