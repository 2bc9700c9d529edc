import type { Plural, Translated } from "../en.ts";

/** The texts of the pages of the obligations and of States side by side, apart from the others because a search does not need them. */
export type ObligationTexts = Translated<typeof obligationsEn, Plural>;

/** These texts in a language that counts in these forms. */
export type ObligationCatalogue<Form extends Intl.LDMLPluralRule> = Translated<
  typeof obligationsEn,
  Record<Form, string>
>;

export const obligationsEn = {
  obligation: "Obligation",
  paragraph: "paragraph {number}",
  /** What is no obligation, by its kind. */
  kinds: {
    information: "For information",
    voluntary: "Voluntary",
    recommended: "Recommended",
    notice: "Note",
  },
  nothing: "no information recorded",
  list: {
    title: "Obligations of the resolution",
    lead: "Security Council resolution 1540 (2004), paragraph by paragraph, with the national laws in this library that bear on each part.",
    meaning: "What the numbers say",
    says: "They count what is recorded here: provisions that an editor has read and tied to an obligation, their laws, and the States of these laws. An area counts everything under it once; a provision counts in each language its law is here in.",
    saysNot:
      "They do not say how far a State meets an obligation. Where little is recorded, little may have been loaded or read; where nothing is, laws may still exist.",
    library: "In the library: {laws}, {states}.",
    machine:
      "“Proposed by machine” counts provisions whose words point to an obligation and which no editor has read for it. They are not among the recorded ones.",
    marks:
      "Entries with a mark (for information, voluntary, recommended, note) stand beside the obligations and are none.",
    filter: "Filter by words or code",
    fitting: { one: "{count} entry fits", other: "{count} entries fit" },
    noneFits: "No entry has these words.",
    openAll: "Open all rows",
    foldAll: "Fold all rows",
    rowsUnder: "Rows under {label}",
    recorded: "Recorded here",
    proposed: "Proposed by machine",
    provisions: { one: "{count} provision", other: "{count} provisions" },
  },
  compare: {
    title: "States side by side",
    lead: "See how States word what they do about the same obligation. Choose two to five States and a part of the resolution.",
    states: "States",
    addState: "Add a State",
    enough: "Five States are chosen. Take one away to choose another.",
    takeAway: "Take away {state}",
    part: "Part of the resolution",
    choosePart: "Choose a part",
    every: "All",
    needed: "Choose at least two States and a part of the resolution.",
    caution:
      "Each cell holds the provisions that an editor has tied to the obligation. “No information recorded” says that none is tied to it here; one may still exist. States stand in the order of the alphabet. Summaries are in English and in our own words.",
    asWhole: "{label} (as a whole)",
    download: "Download this table (CSV)",
  },
};
