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

/** How much of the library bears on an obligation. A provision counts once in each language its law is here in; laws and States count once. */
const Measures = z.object({ states: z.int(), laws: z.int(), provisions: z.int() });
export type Measures = z.infer<typeof Measures>;

export const ObligationsAnswer = z.object({
  /** Parents before their parts; each is counted with all that stands under it. */
  items: z.array(
    z.extend(Obligation, {
      label: z.string(),
      /** Coded by a person who read the provision. */
      confirmed: Measures,
      /** Proposed by a program from the words, and coded by nobody. */
      proposed: Measures,
    }),
  ),
  meta: z.object({
    /** All the library holds, whatever it bears on: what the counts are a part of. */
    library: z.object({ states: z.int(), laws: z.int() }),
    generation: z.string(),
    /** When that generation was built, ISO 8601. */
    asOf: z.string(),
    source: z.string(),
    disclaimer: z.string(),
  }),
});
export type ObligationsAnswer = z.infer<typeof ObligationsAnswer>;

export const obligationEndpoints = {
  obligations: endpoint(
    "/api/v1/obligations",
    "The obligations of the resolution, as areas and rows, and how much of the library bears on each",
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
