import type { Plural, Translated } from "../en.ts";

/** The texts of the help and the glossary, apart from the others because few visitors load them. */
export type HelpTexts = Translated<typeof helpEn, Plural>;

/** These texts in a language that counts in these forms. */
export type HelpCatalogue<Form extends Intl.LDMLPluralRule> = Translated<typeof helpEn, Record<Form, string>>;

export const helpEn = {
  lead: "How to search, how other programs can ask, and how to load what you have yourself.",
  search: {
    title: "How to search",
    says: "All words must occur in the law, in any of their forms. Each example runs when you click it.",
    example: "Example",
    finds: "What it finds",
    groups: "groups of words",
    article: "the article that is cited",
    number: "the law with this number",
    crossing: "a word in another language; related terms in all six are searched too",
  },
  api: {
    title: "For other programs",
    says: "Everything these pages show comes from an open interface, and so can what you build. Each call below runs as it is copied; every answer carries the words of caution and the version of the data.",
    described: "All addresses, with what may be asked and what is answered",
    calls: {
      laws: "How many laws of Canada have a word",
      state: "All that is recorded about a State",
      export: "Every law of a filter, as a file",
    },
    copy: "Copy",
    copied: "Copied",
  },
  loading: {
    title: "Load your own",
    says: "Laws, acts towards treaties, matrices, practices and reports go into a copy that you run yourself. Each kind has a small sample, made up for the purpose.",
    steps: {
      shape: "Put what you have into the shape of the sample: a table, or a folder of files with a table beside them.",
      dry: "Read it without loading anything ({command}). Every file and row is accounted for, and what does not fit is named with what was expected.",
      load: "Load it. Readers see the old data until the new is whole and verified.",
      again: "Load it again when it changes. What is unchanged is not read twice.",
      back: "Go back to the data before, if need be ({command}).",
    },
    kind: "Kind",
    command: "Command",
    sample: "Sample",
    kinds: {
      legislation: "Laws",
      treaties: "Acts towards treaties",
      matrices: "Matrices",
      practices: "Effective practices",
      reports: "Reports and documents",
    },
  },
  glossary: {
    lead: "The concepts of the resolution and the words for them. Instead of definitions, each leads to the parts of the resolution it bears on and to the laws that have its words.",
    filter: "Filter by words, in any language",
    fitting: { one: "{count} concept fits", other: "{count} concepts fit" },
    noneFits: "No concept has these words.",
    letters: "Letters",
    also: "Also:",
    laws: "Laws with its words",
    others: "In the other languages",
  },
};
