import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Language, Multilingual } from "./languages.ts";
import { Weapon } from "./codings.ts";

const Terms = z.array(z.string());
const TermsByLanguage = z.object({ ar: Terms, zh: Terms, en: Terms, fr: Terms, ru: Terms, es: Terms });

/** One concept of the regime, and the words for it in each language, the preferred one first. */
export const Concept = z.object({
  /** `end-user-certificate`, `trans-shipment`. */
  id: z.string(),
  labels: Multilingual,
  terms: TermsByLanguage,
  /** Everyday words by which people ask for it. They name it in a question and are not looked for: in laws they mean other things too. */
  asked: TermsByLanguage,
  /** The obligations it bears on, and the weapons it is tied to, if it is. */
  obligations: z.array(z.string()),
  weapons: z.array(Weapon),
  /** False for words too wide to widen a search by: they only carry it into another language. */
  expand: z.boolean(),
});
export type Concept = z.infer<typeof Concept>;

const ThesaurusAnswer = z.object({
  items: z.array(z.extend(Concept, { label: z.string() })),
  meta: z.object({ source: z.string(), disclaimer: z.string() }),
});
export type ThesaurusAnswer = z.infer<typeof ThesaurusAnswer>;

export const thesaurusEndpoints = {
  thesaurus: endpoint(
    "/api/v1/thesaurus",
    "The concepts of the resolution, with their words in six languages",
    z.object({ language: z._default(Language, "en") }),
    ThesaurusAnswer,
  ),
};
