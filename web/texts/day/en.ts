import type { Plural, Translated } from "../en.ts";

/** The texts of a search for the law of a day, apart from the others because few searches need them. */
export type DayTexts = Translated<typeof dayEn, Plural>;

/** These texts in a language that counts in these forms. */
export type DayCatalogue<Form extends Intl.LDMLPluralRule> = Translated<typeof dayEn, Record<Form, string>>;

export const dayEn = {
  day: "Day",
  apply: "Show the laws of this day",
  rule: "By the dates its source states: from entry into force, else from adoption, until repeal or the next version. A year or a month counts from its first day.",
  left: {
    one: "The dates of {count} more law do not tell whether it was in force on that day.",
    other: "The dates of {count} more laws do not tell whether they were in force on that day.",
  },
  show: "Show these too",
  included: {
    one: "Among these is {count} law whose dates do not tell whether it was in force on that day.",
    other: "Among these are {count} laws whose dates do not tell whether they were in force on that day.",
  },
  hide: "Leave these out",
};
