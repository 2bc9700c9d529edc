import * as z from "zod/mini";
import { Facet, OrphanCoding, ProvisionCoding, Weapon } from "./codings.ts";
import { Language } from "./languages.ts";
import { InstrumentType, LawStatus, ProvisionKind, TextStatus } from "./legislation.ts";

/** What laws and provisions are filtered and counted by; provisions carry a copy. */
const filters = {
  /** The law's id, the same in every language. */
  law: z.string(),
  state: z.string(),
  /** The State's regional group, M49 region and sub-region. */
  regions: z.array(z.string()),
  language: Language,
  type: InstrumentType,
  status: LawStatus,
  year: z.optional(z.int()),
  /** The law's number, citation and id without case, blanks and marks: `sor2000210`. */
  symbols: z.array(z.string()),
  /** The days between which it is known to hold, as `timeInForce` finds them. */
  heldFrom: z.optional(z.string()),
  heldUntil: z.optional(z.string()),
  /** Codes with all they stand under, so that a filter on an area finds its rows. */
  obligations: z.array(z.string()),
  weapons: z.array(Weapon),
  facets: z.array(Facet),
  /** Concepts of the thesaurus its words name. */
  concepts: z.array(z.string()),
  /** Obligations its concepts point to, with all they stand under, where no person has coded it: never counted as confirmed. */
  proposed: z.array(z.string()),
  /** Ids of the other laws of its State it cites. */
  citedLaws: z.array(z.string()),
  /** Resolutions of the Security Council it cites, by symbol without year: `S/RES/1373`. */
  citedResolutions: z.array(z.string()),
};

/** One law in one language as `instruments-<language>` holds it: whole text searchable, not returned. */
export const IndexedLaw = z.object({
  ...filters,
  languages: z.array(Language),
  title: z.string(),
  englishTitle: z.optional(z.string()),
  number: z.optional(z.string()),
  citation: z.optional(z.string()),
  statusNote: z.optional(z.string()),
  /** Ids of the laws its status note names: what repealed or replaced it. */
  statusLaws: z.array(z.string()),
  adopted: z.optional(z.string()),
  inForce: z.optional(z.string()),
  repealed: z.optional(z.string()),
  url: z.optional(z.string()),
  textStatus: TextStatus,
  licence: z.optional(z.string()),
  sourceName: z.string(),
  sourcePath: z.string(),
  /** What makes dated versions one law: State, language and the name without its date; absent where there is one version. */
  versionOf: z.optional(z.string()),
  /** Our own English summaries of its provisions. */
  summaries: z.array(z.string()),
  /** Stale codings of provisions it does not have. */
  orphanCodings: z.array(OrphanCoding),
  /** Label, heading and words of each provision. */
  text: z.array(z.string()),
});
export type IndexedLaw = z.infer<typeof IndexedLaw>;

/** One provision as `provisions-<language>` holds it, with the facts of its law. */
export const IndexedProvision = z.object({
  ...filters,
  lawTitle: z.string(),
  sourcePath: z.string(),
  anchor: z.string(),
  kind: ProvisionKind,
  label: z.string(),
  heading: z.optional(z.string()),
  path: z.array(z.string()),
  text: z.string(),
  /** In our own English words, from codings that are not stale. */
  summary: z.optional(z.string()),
  /** Its own obligations, without those they stand under. */
  codes: z.array(z.string()),
  /** All that was said of it, whether or not it counts. */
  codings: z.array(ProvisionCoding),
  /** Its place in the law, from 0. */
  position: z.int(),
  /** Ids of the provisions it cites, of other laws or its own: `fra-legitext000006071307/art-l2342-3`. */
  citedProvisions: z.array(z.string()),
});
export type IndexedProvision = z.infer<typeof IndexedProvision>;
