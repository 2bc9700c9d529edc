import { readdirSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import { Coding } from "#domain/codings.ts";
import { readTable } from "./table.ts";

const CodingRow = z.object({
  law_id: z.string(),
  anchor: z.string(),
  label: z.string(),
  obligations: z.string(),
  weapons: z.optional(z.string()),
  facet: z.string(),
  summary: z.string(),
  coder: z.string(),
  coded_on: z.string(),
  text_hash: z.optional(z.string()),
});

/** What was said of the provisions of each law, by the law's id: one file a State. */
export const codings: ReadonlyMap<string, readonly Coding[]> = readCodings();

function readCodings(): Map<string, Coding[]> {
  const byLaw = new Map<string, Coding[]>();
  const files = readdirSync(join(import.meta.dirname, "codings")).filter((name) => name.endsWith(".csv"));
  for (const file of files.toSorted()) {
    for (const row of readTable(`codings/${file}`, CodingRow)) {
      const coding = z.parse(Coding, {
        anchor: row.anchor,
        label: row.label,
        obligations: row.obligations.split(" "),
        weapons: row.weapons?.split(" ") ?? [],
        facet: row.facet,
        summary: row.summary,
        coder: row.coder,
        codedOn: row.coded_on,
        ...(row.text_hash !== undefined && { textHash: row.text_hash }),
      });
      byLaw.set(row.law_id, [...(byLaw.get(row.law_id) ?? []), coding]);
    }
  }
  return byLaw;
}
