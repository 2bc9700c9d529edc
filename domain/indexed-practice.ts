import * as z from "zod/mini";
import { EffectivePractice, Texts } from "./effective-practices.ts";

const { id, kind, category, weapons, languages, checked, concepts, date } = EffectivePractice.shape;

/** One practice as the index holds it: what it is filtered, counted and searched by, and the record itself. */
export const IndexedPractice = z.object({
  id,
  kind,
  category,
  /** Codes with all they stand under, so that a filter on an area finds its rows. */
  obligations: z.array(z.string()),
  /** Its own codes. */
  codes: z.array(z.string()),
  weapons,
  /** States and organisations. */
  contributors: z.array(z.string()),
  /** Regional groups, M49 regions and sub-regions of its States. */
  regions: z.array(z.string()),
  languages,
  checked,
  concepts,
  date,
  titles: Texts,
  summaries: Texts,
  /** Everything else it says: what was done, conditions, lessons, source, and the words of its document. */
  texts: Texts,
  practice: EffectivePractice,
});
export type IndexedPractice = z.infer<typeof IndexedPractice>;
