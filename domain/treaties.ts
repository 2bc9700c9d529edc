import * as z from "zod/mini";
import { Weapon } from "./codings.ts";
import { endpoint } from "./endpoint.ts";
import { Language, Multilingual } from "./languages.ts";
import { listOf, PageParams, pageOf } from "./search.ts";

/** What a State did towards a treaty; the first six but signature make it a party. */
const treatyActs = [
  "signature",
  "ratification",
  "accession",
  "acceptance",
  "approval",
  "succession",
  "definitive-signature",
  "withdrawal",
] as const;
export const TreatyAct = z.enum(treatyActs);
export type TreatyAct = z.infer<typeof TreatyAct>;

/** One act of one State towards one treaty, as its depositary or another source records it. */
export const TreatyAction = z.object({
  /** `CWC-KEN-ratification-1997-04-25`. */
  id: z.string(),
  /** `CWC`, `ICSANT`: a code of data/treaty-list.csv. */
  treaty: z.string(),
  state: z.string().check(z.regex(/^[A-Z]{3}$/)),
  act: TreatyAct,
  /** The day of deposit or signature. */
  date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  /** Where it was read, and the day until which that source knows. */
  source: z.string(),
  sourceAsOf: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
});
export type TreatyAction = z.infer<typeof TreatyAction>;

/** A treaty whose acts are counted, or of which at least a status is known. */
export const Treaty = z.object({
  /** `CWC`, `terrorist-financing`. */
  code: z.string(),
  names: Multilingual,
  /** The row of the taxonomy it belongs to: `OP1.TRT.07`. */
  obligation: z.string(),
  /** Empty: not tied to a kind of weapon. */
  weapons: z.array(Weapon),
  /** The day it was opened for signature. */
  opened: z.string(),
  /** Absent: it is not in force. */
  inForce: z.optional(z.string()),
  /** How far these two days were checked: M from memory. */
  datesMark: z.enum(["V", "M"]),
  /** Where its acts are read; absent where no dates are at hand. */
  source: z.optional(z.string()),
  /** The day until which that source knows. */
  asOf: z.optional(z.string()),
});
export type Treaty = z.infer<typeof Treaty>;

/** What a State is to a treaty on a day; whoever has signed and become a party is a party. */
export const standings = ["none", "signatory", "party"] as const;
export const Standing = z.enum(standings);
export type Standing = z.infer<typeof Standing>;

/** @param acts those of one State towards one treaty, oldest first */
export function standingOn(acts: readonly Pick<TreatyAction, "act" | "date">[], day: string): Standing {
  let standing: Standing = "none";
  for (const { act, date } of acts) {
    if (date > day) break;
    if (act === "withdrawal") standing = "none";
    else if (act !== "signature") standing = "party";
    else if (standing === "none") standing = "signatory";
  }
  return standing;
}

const Year = z.coerce.number().check(z.int(), z.gte(1900), z.lte(2200));

const TreatiesParams = z.extend(PageParams, {
  treaty: listOf(z.string()),
  state: listOf(z.string()),
  act: listOf(TreatyAct),
  /** Years of the act, both included. */
  yearFrom: z.optional(Year),
  yearTo: z.optional(Year),
  language: z._default(Language, "en"),
});
export type TreatiesParams = z.infer<typeof TreatiesParams>;

const TreatyMeta = z.object({ source: z.string(), asOf: z.string(), generation: z.string(), disclaimer: z.string() });

/** Acts, newest first; facets by treaty, State, act and year. */
export const TreatiesPage = pageOf(
  z.extend(TreatyAction, { treatyName: z.string(), stateName: z.string() }),
  TreatyMeta,
);
export type TreatiesPage = z.infer<typeof TreatiesPage>;

const Participant = z.object({
  state: z.string(),
  name: z.string(),
  standing: Standing,
  /** Acts by which it came to that, oldest first; none where only the standing is known. */
  acts: z.array(z.pick(TreatyAction, { act: true, date: true })),
});

export const TreatyAnswer = z.object({
  treaty: z.extend(Treaty, { name: z.string() }),
  /** The day asked for, or the last that the source knows. */
  date: z.string(),
  /** Every Member State of that day, by name in the language asked for. */
  items: z.array(Participant),
  /** Participants that are no Member States of the United Nations. */
  others: z.array(Participant),
  meta: TreatyMeta,
});
export type TreatyAnswer = z.infer<typeof TreatyAnswer>;

const TreatyParams = z.object({
  /** A day; the standing of each State is that of its end. */
  on: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  language: z._default(Language, "en"),
});
export type TreatyParams = z.infer<typeof TreatyParams>;

export const treatyEndpoints = {
  treaties: endpoint("/api/v1/treaties", "Acts of States towards treaties", TreatiesParams, TreatiesPage),
  treaty: endpoint("/api/v1/treaties/{code}", "What each State is to a treaty on a day", TreatyParams, TreatyAnswer),
};
