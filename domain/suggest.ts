import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Language } from "./languages.ts";

export const suggestionKinds = ["law", "state", "obligation", "concept", "practice", "report"] as const;

/** Something a reader may have begun to type, and the address of the page that shows it. */
export const Suggestion = z.object({
  kind: z.enum(suggestionKinds),
  text: z.string(),
  /** The language `text` is in, for `lang` and direction. */
  language: Language,
  /** A second line: the State and year of a law. */
  detail: z.optional(z.string()),
  address: z.string(),
});
export type Suggestion = z.infer<typeof Suggestion>;

export const suggestEndpoints = {
  suggest: endpoint(
    "/api/v1/suggest",
    "Completions of what is being typed",
    z.object({ q: z._default(z.string().check(z.maxLength(200)), ""), language: z._default(Language, "en") }),
    z.object({ items: z.array(Suggestion) }),
  ),
};
