import * as z from "zod/mini";
import type { RegionalGroup } from "#domain/states.ts";
import { states } from "./states.ts";
import { readTable } from "./table.ts";

const MembershipRow = z.object({
  state: z.string(),
  admitted: z.string(),
  group_from: z.optional(z.string()),
  mark: z.enum(["V", "M"]),
  note: z.optional(z.string()),
});

const memberships = new Map(readTable("membership.csv", MembershipRow).map((row) => [row.state, row]));

/** The ISO 3166-1 alpha-3 codes of the States that were Member States of the United Nations on a day, of those that are today. */
export function membersOn(day: string): string[] {
  return [...states.keys()].filter((iso3) => isMemberOn(iso3, day));
}

/** The regional group of a Member State on a day; undefined where it was no Member State yet, or is none. */
export function groupOn(iso3: string, day: string): RegionalGroup | undefined {
  if (!isMemberOn(iso3, day)) return undefined;
  const from = memberships.get(iso3)?.group_from;
  return from !== undefined && day < from ? "none" : states.get(iso3)?.group;
}

export function isMemberOn(iso3: string, day: string): boolean {
  const admitted = memberships.get(iso3)?.admitted;
  return admitted !== undefined && admitted <= day;
}
