import * as z from "zod/mini";
import type { Obligation } from "#domain/obligations.ts";
import { multilingual, readTable } from "./table.ts";

const ObligationRow = z.object({
  code: z.string(),
  parent: z.optional(z.string()),
  level: z.coerce.number(),
  paragraph: z.string(),
  label_ar: z.string(),
  label_zh: z.string(),
  label_en: z.string(),
  label_fr: z.string(),
  label_ru: z.string(),
  label_es: z.string(),
  weapons: z.optional(z.string()),
  kind: z.string(),
});

/** The obligations of the resolution, by code, parents before their parts. */
export const obligations: ReadonlyMap<string, Obligation> = new Map(
  readTable("obligations.csv", ObligationRow).map((row) => [
    row.code,
    {
      code: row.code,
      ...(row.parent === undefined ? {} : { parent: row.parent }),
      level: row.level,
      paragraph: row.paragraph,
      labels: multilingual(row, "label"),
      weapons: row.weapons?.split(" ") ?? [],
      kind: row.kind,
    },
  ]),
);

/** A code and all that stands under it, in the order of the resolution: `OP3D.02` → `OP3D.02`, `OP3D.02.a`, …; empty where there is no such code. */
export function withParts(code: string): string[] {
  return [...obligations.keys()].filter((part) => isUnder(part, code));
}

function isUnder(part: string, code: string): boolean {
  const parent = obligations.get(part)?.parent;
  return part === code || (parent !== undefined && isUnder(parent, code));
}

/**
 * The areas that what is recorded about States is shown by: the paragraphs, the third by its four parts. Reports (4), the
 * notice on treaties (5) and assistance (7) are no matters of a State's laws.
 */
export const obligationAreas: readonly Obligation[] = [...obligations.values()].filter(
  ({ code, level, parent }) => (level === 1 && !["OP3", "OP4", "OP5", "OP7"].includes(code)) || parent === "OP3",
);
