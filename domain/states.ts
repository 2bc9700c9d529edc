import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Language, Multilingual } from "./languages.ts";

/** The regional groups for elections; `none` for a State that belongs to no group. */
const regionalGroups = ["AFR", "APG", "EEG", "GRULAC", "WEOG", "none"] as const;
export const RegionalGroup = z.enum(regionalGroups);
export type RegionalGroup = z.infer<typeof RegionalGroup>;

/** A Member State of the United Nations. */
export const State = z.object({
  iso3: z.string(),
  iso2: z.string(),
  m49: z.string(),
  names: Multilingual,
  /** Counted once, in the group it votes with (as of May 2014). */
  group: RegionalGroup,
  /** Said where the group needs a word: Türkiye, the United States, Kiribati. */
  groupNote: z.optional(z.string()),
  /** M49 codes of the region and, inside it, the sub-region: `150`, `154`. */
  region: z.string(),
  subregion: z.string(),
});
export type State = z.infer<typeof State>;

/** A regional group, an M49 region or an M49 sub-region. */
export const Region = z.object({
  code: z.string(),
  kind: z.enum(["group", "region", "subregion"]),
  parent: z.optional(z.string()),
  names: Multilingual,
});
export type Region = z.infer<typeof Region>;

export const StatesAnswer = z.object({
  /** Sorted by name in the language asked for. */
  items: z.array(z.extend(State, { name: z.string(), laws: z.int() })),
  regions: z.array(z.extend(Region, { name: z.string() })),
  meta: z.object({ asOf: z.string(), source: z.string(), generation: z.string(), disclaimer: z.string() }),
});
export type StatesAnswer = z.infer<typeof StatesAnswer>;

export const stateEndpoints = {
  states: endpoint(
    "/api/v1/states",
    "The Member States with names, groups and regions",
    z.object({ language: z._default(Language, "en") }),
    StatesAnswer,
  ),
};
