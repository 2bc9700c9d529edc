import * as z from "zod/mini";

export const feedbackKinds = ["error", "outdated", "missing", "link", "remark"] as const;

/** What a visitor says of a record. It is text: what looks like a tag of HTML is refused. */
export const Feedback = z.object({
  /** The page it is about, as the visitor saw it: `/legislation/can-n-28.3#s-2`. */
  record: z.string().check(z.regex(/^\/[^\s<>]{0,500}$/, "an address of this site, as /legislation/can-n-28.3")),
  kind: z.enum(feedbackKinds),
  words: z.string().check(
    z.trim(),
    z.minLength(3),
    z.maxLength(4000),
    z.refine((text) => !/<\/?[a-z][^>]*>/i.test(text), "plain words, without HTML"),
  ),
  /** How to answer, if the visitor wishes. */
  contact: z.optional(z.string().check(z.trim(), z.maxLength(200))),
});
export type Feedback = z.infer<typeof Feedback>;

/** Where it is sent, as JSON. */
export const feedbackPath = "/api/v1/feedback";

/** Where the operator finds it under COMPENDIUM_HOME, one JSON object a line. */
export const feedbackFile = "feedback.ndjson";
