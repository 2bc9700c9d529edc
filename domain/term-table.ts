import * as z from "zod/mini";
import { Language } from "./languages.ts";

/** A word of another language, and how well it fits: Dice's coefficient over provisions, above 0 and at most 1. */
export const LearnedTerm = z.object({ term: z.string(), weight: z.number() });
export type LearnedTerm = z.infer<typeof LearnedTerm>;

/** What the words of one language are in another, learned from laws that are loaded in both. */
export const TermTable = z.object({
  from: Language,
  to: Language,
  /** The provisions it was learned from, each in both languages. */
  provisions: z.int(),
  /** By the word as the index of its language reduces it, the best first. */
  words: z.record(z.string(), z.array(LearnedTerm)),
});
export type TermTable = z.infer<typeof TermTable>;
