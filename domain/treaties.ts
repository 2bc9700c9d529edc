import * as z from "zod/mini";

/** What a State did towards a treaty; the first six but signature make it a party. */
const treatyActs = [
  "signature",
  "ratification",
  "accession",
  "acceptance",
  "approval",
  "succession",
  "definitive-signature",
  "withdrawal",
] as const;
const TreatyAct = z.enum(treatyActs);

/** One act of one State towards one treaty, as its depositary or another source records it. */
export const TreatyAction = z.object({
  /** `CWC-KEN-ratification-1997-04-25`. */
  id: z.string(),
  /** `CWC`, `ICSANT`: a code of data/treaty-list.csv. */
  treaty: z.string(),
  state: z.string().check(z.regex(/^[A-Z]{3}$/)),
  act: TreatyAct,
  /** The day of deposit or signature. */
  date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  /** Where it was read, and the day until which that source knows. */
  source: z.string(),
  sourceAsOf: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
});
export type TreatyAction = z.infer<typeof TreatyAction>;
