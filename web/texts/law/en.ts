import type { LawStatus } from "#domain/legislation.ts";
import type { Plural, Translated } from "../en.ts";

/** The texts of the page of a law, apart from the others because a search does not need them. */
export type LawTexts = Translated<typeof lawEn, Plural>;

/** These texts in a language that counts in these forms. */
export type LawCatalogue<Form extends Intl.LDMLPluralRule> = Translated<typeof lawEn, Record<Form, string>>;

export const lawEn = {
  contents: "Contents",
  facts: "About this law",
  number: "Number",
  citation: "Citation",
  englishTitle: "Title in English",
  adopted: "Adopted",
  inForce: "In force since",
  repealed: "Repealed",
  textStatus: "Text",
  source: "Source",
  file: "File",
  licence: "Licence",
  provisions: { one: "{count} provision", other: "{count} provisions" },
  copy: "This is a copy made for searching, not the official text.",
  atSource: "Read it at its source",
  otherLanguages: "Other languages",
  earlierVersions: "Earlier versions",
  laterVersions: "Later versions",
  whatChanged: "What changed",
  ourWordsBy: "Written by the editors of the Compendium, not by the State and not by the 1540 Committee.",
  noText: "The library holds the facts about this law, but not its text.",
  linkTo: "Link to {provision}",
  noAnchor: "This text has no provision {anchor}. It may stand in another version or language.",
  marked: "Words marked in the text: {query}",
  back: "Back to the results",
  notices: {
    draft: "This is a draft. It is not law.",
    "adopted-not-in-force": "This law is adopted but not yet in force.",
    superseded: "This law has been replaced by a later one. It is kept here as a record.",
    repealed: "This law is repealed. It is kept here as a record.",
    "repealed-before-in-force": "This law was repealed before it came into force. It is kept here as a record.",
    "never-in-force": "This law never came into force. It is kept here as a record.",
  } satisfies Partial<Record<LawStatus, string>>,
  statusUnknown: "The source does not say whether this text is law today.",
  changes: {
    title: "What changed:",
    how: "Two versions of this law, compared by program, article by article. This is not a record of amendments.",
    marks: "Words added are underlined; words removed are struck through.",
    before: "Before:",
    after: "After:",
    formerly: "(formerly {provision})",
    none: "The two versions have the same words.",
    refused: "The address does not name two dated versions of one law, so there is nothing to compare.",
    toLaw: "Go to the law",
    kinds: {
      added: "Added",
      removed: "Removed",
      changed: "Changed",
      renumbered: "Only renumbered",
      unchanged: "Unchanged",
    },
  },
  cite: {
    title: "Cite",
    what: "What to cite",
    wholeLaw: "The law",
    format: "Format",
    formats: { text: "Plain text", bibtex: "BibTeX", ris: "RIS", csl: "CSL-JSON" },
    copy: "Copy the citation",
    address: "Lasting address",
    copyAddress: "Copy the address",
    copied: "Copied",
    selected: "Selected: copy it with your keyboard or menu",
  },
  codings: {
    stale: "Made on other words than these; not counted.",
    "not-a-measure": "Of a law that is no measure today; not counted.",
    by: "Coded on {date} by",
  },
};
