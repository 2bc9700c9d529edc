import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Language, Multilingual } from "./languages.ts";
import { TrendsAnswer } from "./trends.ts";

const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** What a question was answered when the review was frozen. */
export const FrozenAnswer = z.object({
  checksum: z.string(),
  /** Of the records that were counted. */
  inputs: z.string(),
  /** Each figure as `key|date|n|of|unknown`. */
  figures: z.array(z.string()),
});
export type FrozenAnswer = z.infer<typeof FrozenAnswer>;

/** A review: questions whose figures are those of a day, and the figures as they were when it was frozen. */
export const Review = z.object({
  /** `treaties-2011`: in its address. */
  id: z.string(),
  title: Multilingual,
  /** Nothing dated after this day counts. */
  cutOff: Day,
  questions: z.array(
    z.object({
      id: z.string(),
      title: Multilingual,
      /** What is asked of `/api/v1/trends`, without language and cut-off: `measure=treaties&treaty=CWC&by=region`. */
      ask: z.string(),
    }),
  ),
  frozen: z.optional(
    z.object({
      on: Day,
      /** The generation of the indices that answered. */
      generation: z.string(),
      /** By the id of the question. */
      answers: z.record(z.string(), FrozenAnswer),
    }),
  ),
});
export type Review = z.infer<typeof Review>;

/** A figure that is another than when the review was frozen; absent where there was none, or is none now. */
const Difference = z.object({
  key: z.string(),
  date: z.string(),
  was: z.optional(z.string()),
  is: z.optional(z.string()),
});
export type Difference = z.infer<typeof Difference>;

const Meta = z.object({ generation: z.string(), disclaimer: z.string() });

export const ReviewsAnswer = z.object({
  items: z.array(z.object({ id: z.string(), title: z.string(), cutOff: Day, questions: z.int() })),
  meta: Meta,
});
export type ReviewsAnswer = z.infer<typeof ReviewsAnswer>;

export const ReviewAnswer = z.object({
  id: z.string(),
  title: z.string(),
  cutOff: Day,
  frozenOn: z.optional(Day),
  questions: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      /** The address of these figures. */
      address: z.string(),
      answer: TrendsAnswer,
      inputs: z.string(),
      /** Absent where nothing was frozen, or at another cut-off. */
      frozen: z.optional(
        z.object({
          checksum: z.string(),
          differences: z.array(Difference),
          /** Why figures differ: other records were counted, or the same in another way. */
          cause: z.optional(z.enum(["records", "counting"])),
        }),
      ),
    }),
  ),
  meta: Meta,
});
export type ReviewAnswer = z.infer<typeof ReviewAnswer>;

const ReviewParams = z.object({
  /** Another day than the review's own; then there is nothing frozen to hold the figures to. */
  cutOff: z.optional(Day),
  language: z._default(Language, "en"),
});
export type ReviewParams = z.infer<typeof ReviewParams>;

export const reviewEndpoints = {
  reviews: endpoint(
    "/api/v1/reviews",
    "Reviews: figures as of a day, held to what they were",
    z.object({ language: z._default(Language, "en") }),
    ReviewsAnswer,
  ),
  review: endpoint("/api/v1/reviews/{id}", "One review, counted anew", ReviewParams, ReviewAnswer),
};
