import * as z from "zod/mini";

export const weapons = ["NW", "CW", "BW"] as const;
export const Weapon = z.enum(weapons);
export type Weapon = z.infer<typeof Weapon>;

/** What a measure is made of: a rule that forbids, allows or sets up, or a penalty that enforces one. */
export const facets = ["framework", "enforcement"] as const;
export const Facet = z.enum(facets);
export type Facet = z.infer<typeof Facet>;

/** What a person said of a provision after reading it. */
const said = {
  /** The obligations it bears on. */
  obligations: z.array(z.string()),
  /** Empty: not tied to a kind of weapon. */
  weapons: z.array(Weapon),
  facet: Facet,
  /** What it says, in our own words. */
  summary: z.string(),
  /** The role of whoever read it: `compendium-editors`. */
  coder: z.string(),
  codedOn: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
};

export const Coding = z.object({
  /** The provision, as in `Provision`. */
  anchor: z.string(),
  label: z.string(),
  ...said,
  /** Of the words it was made on, 16 hex digits; absent when no text was read, and then only the anchor is held to the law. */
  textHash: z.optional(z.string().check(z.regex(/^[0-9a-f]{16}$/))),
});
export type Coding = z.infer<typeof Coding>;

/**
 * Whether a coding counts. `confirmed` does; `stale` does not, because the provision reads otherwise now or is gone;
 * `not-a-measure` does not, because its law is not one that is or will be law.
 */
const CodingState = z.enum(["confirmed", "stale", "not-a-measure"]);
export type CodingState = z.infer<typeof CodingState>;

/** A coding as it is shown with its provision. */
export const ProvisionCoding = z.object({ ...said, state: CodingState });
export type ProvisionCoding = z.infer<typeof ProvisionCoding>;

/** A stale coding whose provision the loaded text does not have; it is shown with the law. */
export const OrphanCoding = z.object({ anchor: z.string(), label: z.string(), ...said, state: CodingState });
export type OrphanCoding = z.infer<typeof OrphanCoding>;
