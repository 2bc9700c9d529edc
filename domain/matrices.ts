import * as z from "zod/mini";
import { Facet, Weapon } from "./codings.ts";
import { PartialDate } from "./legislation.ts";

/**
 * What a cell of a matrix holds. `X`: steps recorded, with references; `Q` ("?"): references that may not be relevant or
 * whole; `NA`: not applicable; `BLANK`: no information recorded; `NOT_CODED`: nobody has looked. They are never merged.
 */
export const cellValues = ["X", "Q", "NA", "BLANK", "NOT_CODED"] as const;
export const CellValue = z.enum(cellValues);
export type CellValue = z.infer<typeof CellValue>;

/** What a value rests on. */
export const CellBasis = z.enum([
  "national-report",
  "additional-information",
  "legislation-found",
  "organisation",
  "visit",
  "reply-of-the-State",
  "demonstration",
]);
export type CellBasis = z.infer<typeof CellBasis>;

export const ReviewState = z.enum(["draft", "sent-to-State", "State-replied", "approved", "superseded"]);
export type ReviewState = z.infer<typeof ReviewState>;

/** One row of one version of the template: a question put for each of its weapon types and facets. */
export const TemplateRow = z.object({
  /** `2013`: the year of the version. */
  template: z.string(),
  /** The block and the number in it: `OP2.05`, `OP3CD.18`. */
  row: z.string(),
  /** The obligation it asks about, in our taxonomy: the crosswalk between versions. */
  obligation: z.string(),
  /** Empty: asked once, for no kind of weapon. */
  weapons: z.array(Weapon),
  facets: z.array(Facet),
  /** False for what is listed for information or voluntary: counted apart from obligations. */
  isObligation: z.boolean(),
});
export type TemplateRow = z.infer<typeof TemplateRow>;

/** A weapon type, or `ALL` where a row is not asked by weapon type. */
export const CellWeapon = z.enum(["NW", "CW", "BW", "ALL"]);
export type CellWeapon = z.infer<typeof CellWeapon>;

/** One cell of one State's matrix as a snapshot has it. */
export const MatrixCell = z.object({
  /** `2011/KEN/2008/OP2.05-CW-framework`. */
  id: z.string(),
  state: z.string().check(z.regex(/^[A-Z]{3}$/)),
  template: z.string(),
  row: z.string(),
  obligation: z.string(),
  weapon: CellWeapon,
  facet: Facet,
  /** The snapshot, by the year the Committee's matrices were approved or drawn in: `2011`. */
  snapshot: z.string().check(z.regex(/^\d{4}$/)),
  value: CellValue,
  basis: z.optional(CellBasis),
  /** Citations, addresses, pages of the report: as the matrix has them. */
  sources: z.array(z.string()),
  remark: z.optional(z.string()),
  review: z.optional(ReviewState),
  /** Day the matrix was drawn up or approved. */
  date: PartialDate,
  /** True for data drawn from a seed: no fact about any State. */
  demonstration: z.boolean(),
  /** False: the State has not agreed that its matrix is shown; it counts in no public figure. */
  published: z.boolean(),
});
export type MatrixCell = z.infer<typeof MatrixCell>;
