import * as z from "zod/mini";
import { Weapon } from "#domain/codings.ts";
import type { Multilingual } from "#domain/languages.ts";
import { Standing, TreatyAction, type Treaty } from "#domain/treaties.ts";
import { multilingual, multilingualColumns, readTable } from "./table.ts";

/** The acts of States towards treaties that ship with the project. */
export const treatyActions: readonly TreatyAction[] = readTable("treaties.csv", TreatyAction);

const TreatyRow = z.object({
  code: z.string(),
  obligation: z.string(),
  weapons: z.optional(z.string()),
  opened: z.string(),
  in_force: z.optional(z.string()),
  dates_mark: z.enum(["V", "M"]),
  source: z.optional(z.string()),
  as_of: z.optional(z.string()),
  ...multilingualColumns("name"),
});

/** The treaties, by code. */
export const treaties: ReadonlyMap<string, Treaty> = new Map(
  readTable("treaty-list.csv", TreatyRow).map((row) => [
    row.code,
    {
      code: row.code,
      names: multilingual(row, "name"),
      obligation: row.obligation,
      weapons: z.parse(z.array(Weapon), row.weapons?.split(" ") ?? []),
      opened: row.opened,
      ...(row.in_force !== undefined && { inForce: row.in_force }),
      datesMark: row.dates_mark,
      ...(row.source !== undefined && { source: row.source }),
      ...(row.as_of !== undefined && { asOf: row.as_of }),
    },
  ]),
);

/** Parties to these treaties that are no Member States of the United Nations, by the code their acts carry. */
export const otherParticipants: ReadonlyMap<string, Multilingual> = new Map(
  readTable("other-participants.csv", z.object({ code: z.string(), ...multilingualColumns("name") })).map((row) => [
    row.code,
    multilingual(row, "name"),
  ]),
);

const StatusRow = z.object({
  treaty: z.string(),
  state: z.string(),
  standing: Standing,
  /** The year it was read in: no dates are known. */
  as_of: z.string(),
  source: z.string(),
});

/** What States are to treaties of whose acts no dates are known: a status and never a series. */
export const treatyStatuses = readTable("treaty-status.csv", StatusRow);
