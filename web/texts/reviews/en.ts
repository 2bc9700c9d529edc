import type { Plural, Translated } from "../en.ts";

/** The texts of the pages of reviews. */
export type ReviewTexts = Translated<typeof reviewsEn, Plural>;

/** These texts in a language that counts in these forms. */
export type ReviewCatalogue<Form extends Intl.LDMLPluralRule> = Translated<typeof reviewsEn, Record<Form, string>>;

export const reviewsEn = {
  title: "Reviews",
  lead: "Figures as of a day, counted anew each time and held to what they were when the review was frozen.",
  all: "See all reviews",
  cutOff: "Cut-off: {date}. Nothing dated later counts or is shown.",
  another: "Another cut-off",
  apply: "Count by this day",
  back: "Back to the cut-off of the review",
  anotherDay: "This is not the cut-off of the review: there is nothing frozen to hold these figures to.",
  word: "Document (DOCX)",
  files: "Figures and manifest (ZIP)",
  same: "The same figures as when the review was frozen on {date}.",
  records: "The records that are counted have changed.",
  counting: "The same records are counted in another way.",
  change: "{label}, {date}: was {was}, is {is}",
  nothing: "no figure",
  figure: "{n} of {of}",
  date: "Date",
  noFigures: "No figure is known for this day or before.",
  source: "Source: {source}. Known until {date}. Counted: {unit}.",
  notes: "Notes",
  checksum: "Checksum of these figures",
  noReview: "There is no such review.",
  questions: {
    one: "{count} question",
    other: "{count} questions",
  },
  differ: {
    one: "{count} figure differs from the one frozen on {date}.",
    other: "{count} figures differ from those frozen on {date}.",
  },
};
