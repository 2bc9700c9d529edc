import type { Plural, Translated } from "../en.ts";

/** The texts of the search over everything and of the palette, apart from the others because a search of laws does not need them. */
export type SearchAllTexts = Translated<typeof searchAllEn, Plural>;

/** These texts in a language that counts in these forms. */
export type SearchAllCatalogue<Form extends Intl.LDMLPluralRule> = Translated<typeof searchAllEn, Record<Form, string>>;

export const searchAllEn = {
  titleFor: "{query} – Search everything",
  lead: "Laws, practices, documents, States, parts of the resolution and concepts for one question, the best of each kind.",
  ask: "Type some words above.",
  groups: {
    legislation: "Laws",
    practices: "Effective practices",
    reports: "Documents",
    states: "States",
    obligations: "Parts of the resolution",
    concepts: "Concepts",
  },
  none: "nothing found",
  all: { one: "Open the one there is", other: "Open all {count}" },
  endpoint: "From the API:",
  concept: "{label}: laws with its words",
  terms: "also: {terms}",
  palette: {
    title: "Go to a page, a State, a law or a concept",
    label: "Where to?",
    hint: "Arrow keys choose, Enter opens, Escape closes.",
    close: "Close",
    page: "Page",
    everything: "Search everything for {query}",
    none: "Nothing begins like this.",
    found: { one: "{count} entry", other: "{count} entries" },
  },
};
