import type { feedbackKinds } from "#domain/feedback.ts";
import type { NewsItem } from "#domain/news.ts";
import type { Plural, Translated } from "../en.ts";

/** The texts of what is new and of feedback on a record, apart from the others because they come after the page. */
export type NewsTexts = Translated<typeof newsEn, Plural>;

export const newsEn = {
  title: "What is new",
  none: "No change has been recorded yet.",
  feed: "Feed of changes (Atom)",
  changes: {
    added: "Added",
    changed: "Changed",
    removed: "Removed",
  } satisfies Record<NewsItem["change"], string>,
  feedback: {
    open: "Report an error on this page",
    title: "Feedback on this record",
    lead: "Your words are kept here for those who run this service to read. They are not published and go nowhere else.",
    kind: "What is it about?",
    words: "In your words",
    contact: "How to answer you (optional)",
    send: "Send",
    cancel: "Cancel",
    sent: "Thank you. Your words are kept.",
    failed: "It could not be kept. Try again later.",
    tooMany: "Too much has come from this address. Try again in a few minutes.",
  },
  kinds: {
    error: "A fact is wrong",
    outdated: "It is out of date",
    missing: "Something is missing",
    link: "A link does not work",
    remark: "Something else",
  } satisfies Record<(typeof feedbackKinds)[number], string>,
};
