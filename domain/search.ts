import * as z from "zod/mini";
import { Language } from "./languages.ts";

/** Laws and provisions a search can page through; whoever needs more exports them. */
export const maxWindow = 1000;

/** Page numbers start at 1; `page × size` stays within the window. */
export const PageParams = z.object({
  page: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(maxWindow)), 1),
  size: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 10),
});

/** A filter that takes several values: repeated (`state=CAN&state=FRA`) or with commas (`state=CAN,FRA`). */
export function listOf<Value extends z.core.$ZodType<unknown, string>>(value: Value) {
  return z.pipe(
    z.pipe(
      z._default(z.union([z.string(), z.array(z.string())]), []),
      z.transform((given) =>
        [...new Set([given].flat().flatMap((part) => part.split(",").map((item) => item.trim())))].filter(
          (item) => item !== "",
        ),
      ),
    ),
    z.array(value).check(z.maxLength(250)),
  );
}

export const FacetBucket = z.object({ value: z.string(), count: z.int() });
export type FacetBucket = z.infer<typeof FacetBucket>;

/** What can be wrong with a query without making it unanswerable. */
const slipCodes = [
  "unclosed-quote",
  "unbalanced-bracket",
  "short-prefix",
  "too-many-words",
  "operator-word",
  "unknown-state",
  "unknown-word",
  "nothing-to-find",
] as const;

/** A slip in a query: which, in English words, and the query or value the reader may have meant. Pages word it by its code. */
export const QuerySlip = z.object({ code: z.enum(slipCodes), message: z.string(), suggestion: z.optional(z.string()) });
export type QuerySlip = z.infer<typeof QuerySlip>;

/** What travels with every answer of a search. */
export const SearchMeta = z.object({
  /** The generation of the indices that answered: equal generations give equal answers. */
  generation: z.string(),
  /** When that generation was built, ISO 8601. */
  asOf: z.string(),
  disclaimer: z.string(),
  /** The language the words were taken to be in, for ranking. */
  queryLanguage: z.optional(Language),
  /** True when laws with most of the words follow those with all of them. */
  relaxed: z.boolean(),
  /** The terms added to what was typed. */
  expansions: z.array(z.object({ concept: z.string(), language: Language, terms: z.array(z.string()) })),
  /** What was searched for a word that names no concept, by the laws that are loaded in both languages. */
  learned: z.array(z.object({ word: z.string(), language: Language, terms: z.array(z.string()) })),
  slips: z.array(QuerySlip),
  /** With `on`: how many of what `total` counts are not known to have been in force on that day or not. `total` has them only if they are asked for. */
  undated: z.optional(z.int()),
});
export type SearchMeta = z.infer<typeof SearchMeta>;

/** `{ total, items, facets, meta }`: the shape of every list. Facets count what `total` counts. */
export function pageOf<Item extends z.core.$ZodType, Meta extends z.core.$ZodType>(item: Item, meta: Meta) {
  return z.object({
    total: z.int(),
    items: z.array(item),
    facets: z.record(z.string(), z.array(FacetBucket)),
    meta,
  });
}
