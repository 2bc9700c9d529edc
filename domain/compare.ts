import * as z from "zod/mini";
import { Facet, Weapon } from "./codings.ts";
import { endpoint } from "./endpoint.ts";
import { Language } from "./languages.ts";
import { LawStatus } from "./legislation.ts";
import { listOf } from "./search.ts";

/** The fewest and the most States that can stand side by side. */
export const comparedStates = { min: 2, max: 5 };

const CompareParams = z.object({
  /** ISO 3166-1 alpha-3 codes; how many there must be is said by `comparedStates`. */
  state: listOf(z.string()),
  /** An area or a row: `OP3D`, `OP3D.05`. */
  obligation: z._default(z.string(), ""),
  weapon: listOf(Weapon),
  facet: listOf(Facet),
  /** Names and their order are in this language, and a law is shown in it where it can be. */
  language: z._default(Language, "en"),
});
export type CompareParams = z.infer<typeof CompareParams>;

/** A provision that a person has coded, once whatever its languages. */
const ComparedProvision = z.object({
  /** The law's id. */
  law: z.string(),
  title: z.string(),
  language: Language,
  year: z.optional(z.int()),
  status: LawStatus,
  anchor: z.string(),
  label: z.string(),
  /** In our own English words. */
  summary: z.optional(z.string()),
  weapons: z.array(Weapon),
  facets: z.array(Facet),
});
export type ComparedProvision = z.infer<typeof ComparedProvision>;

const Comparison = z.object({
  /** By name in the language asked for. */
  states: z.array(z.object({ iso3: z.string(), name: z.string() })),
  /** The obligation asked for and all that stands under it, in the order of the resolution. */
  rows: z.array(
    z.object({
      code: z.string(),
      parent: z.optional(z.string()),
      label: z.string(),
      kind: z.string(),
      /** A cell for each State, in the order of `states`: its provisions coded with this very obligation, none where none is recorded. */
      cells: z.array(z.array(ComparedProvision)),
    }),
  ),
  meta: z.object({
    generation: z.string(),
    /** When that generation was built, ISO 8601. */
    asOf: z.string(),
    disclaimer: z.string(),
  }),
});
export type Comparison = z.infer<typeof Comparison>;

export const compareEndpoints = {
  compare: endpoint(
    "/api/v1/compare",
    "Provisions of two to five States side by side, by obligation",
    CompareParams,
    Comparison,
  ),
};
