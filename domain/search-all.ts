import * as z from "zod/mini";
import { PracticeHit } from "./effective-practices.ts";
import { endpoint } from "./endpoint.ts";
import { Language } from "./languages.ts";
import { LawHit } from "./legislation.ts";
import { Obligation } from "./obligations.ts";
import { ReportHit } from "./reports.ts";
import { SearchMeta } from "./search.ts";
import { State } from "./states.ts";
import { Concept } from "./thesaurus.ts";

/** The best of one kind: how many there are, and the addresses that give all of them. */
function groupOf<Item extends z.core.$ZodType>(item: Item) {
  return z.object({
    total: z.int(),
    items: z.array(item),
    /** The endpoint with the same question: `/api/v1/legislation?q=brokering`. */
    endpoint: z.string(),
    /** The page with the same question; absent where the items are all there is to see. */
    page: z.optional(z.string()),
  });
}

export const SearchAllAnswer = z.object({
  legislation: groupOf(LawHit),
  practices: groupOf(PracticeHit),
  reports: groupOf(ReportHit),
  states: groupOf(z.extend(State, { name: z.string(), laws: z.int() })),
  obligations: groupOf(z.extend(Obligation, { label: z.string() })),
  concepts: groupOf(z.extend(Concept, { label: z.string() })),
  /** Of the search for laws. */
  meta: SearchMeta,
});
export type SearchAllAnswer = z.infer<typeof SearchAllAnswer>;

export const searchAllEndpoints = {
  search: endpoint(
    "/api/v1/search",
    "The best of every kind for a question, with counts",
    z.object({
      q: z._default(z.string().check(z.maxLength(512)), ""),
      language: z._default(Language, "en"),
    }),
    SearchAllAnswer,
  ),
};
