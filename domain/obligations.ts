import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Language, Multilingual } from "./languages.ts";

/** One obligation of resolution 1540 (2004): a paragraph, an area of it, a row or a sub-row of the matrix. */
export const Obligation = z.object({
  /** `OP3C`, `OP3C.03`, `OP3D.02.a`. */
  code: z.string(),
  parent: z.optional(z.string()),
  level: z.int(),
  /** The paragraph of the resolution: `3(c)`. */
  paragraph: z.string(),
  labels: Multilingual,
  weapons: z.array(z.string()),
  kind: z.string(),
});
export type Obligation = z.infer<typeof Obligation>;

export const ObligationsAnswer = z.object({
  /** Parents before their parts. */
  items: z.array(z.extend(Obligation, { label: z.string() })),
  meta: z.object({ source: z.string(), disclaimer: z.string() }),
});

export type ObligationsAnswer = z.infer<typeof ObligationsAnswer>;

export const obligationEndpoints = {
  obligations: endpoint(
    "/api/v1/obligations",
    "The obligations of the resolution, as areas and rows",
    z.object({ language: z._default(Language, "en") }),
    ObligationsAnswer,
  ),
};

/** A code and all it stands under, itself first: `OP3D.02.a` → `OP3D.02.a`, `OP3D.02`, `OP3D`, `OP3`. */
export function withAncestors(code: string): string[] {
  const parts = code.split(".");
  const dotted = parts.map((_, index) => parts.slice(0, parts.length - index).join("."));
  const paragraph = /^OP\d+/u.exec(code) ?? [];
  return [...new Set([...dotted, ...paragraph])];
}
