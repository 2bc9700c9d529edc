import * as z from "zod/mini";
import { Facet, Weapon } from "./codings.ts";
import { endpoint } from "./endpoint.ts";
import { Language } from "./languages.ts";
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
  /** The block and a number of ours in it: `OP2.05`, `OP3CD.18`; the same in every version that asks the same. */
  row: z.string(),
  /** The number that version prints in the block. */
  number: z.int(),
  /** The obligation it asks about, in our taxonomy: the crosswalk between versions. */
  obligation: z.string(),
  /** Empty: asked once, for no kind of weapon. */
  weapons: z.array(Weapon),
  facets: z.array(Facet),
  /** What is asked, in words of ours. */
  text: z.string(),
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

/** One State's matrix as a snapshot has it; a cell of the template that it does not name is not coded. */
export const Matrix = z.object({
  /** `2011/KEN`. */
  id: z.string(),
  ...z.pick(MatrixCell, {
    state: true,
    snapshot: true,
    template: true,
    date: true,
    review: true,
    demonstration: true,
    published: true,
  }).shape,
  /** The national report and its addenda, oldest first. */
  reportDates: z.array(PartialDate),
  cells: z.array(
    z.object({
      /** `OP2.05-CW-framework`. */
      column: z.string(),
      ...z.pick(MatrixCell, { value: true, basis: true, sources: true, remark: true }).shape,
    }),
  ),
});
export type Matrix = z.infer<typeof Matrix>;

/**
 * Every published cell as one byte: its place in `cubeValues`, the snapshot running fastest, then the column, then the
 * State. What is not published, or not asked in the template of the snapshot, is 0.
 */
export const cubeValues = ["", ...cellValues] as const;

/** The cube as the index has it. */
export const MatrixCube = z.object({
  /** With a published matrix in any snapshot. */
  states: z.array(z.string()),
  /** `OP2.05-CW-framework`, and the obligation of each. */
  columns: z.array(z.string()),
  obligations: z.array(z.string()),
  snapshots: z.array(z.string()),
  /** The day of the newest published matrix of each snapshot: the day its denominators are of. */
  days: z.array(z.string()),
  demonstration: z.boolean(),
  /** Base64 of the gzipped bytes. */
  cells: z.string(),
});
export type MatrixCube = z.infer<typeof MatrixCube>;

const MatrixAnswer = z.object({
  state: z.string(),
  name: z.string(),
  /** The snapshot shown, and those there are of this State, oldest first. */
  snapshot: z.string(),
  snapshots: z.array(z.string()),
  ...z.pick(MatrixCell, { template: true, date: true, review: true, demonstration: true }).shape,
  /** In the order of the template. */
  cells: z.array(
    z.extend(
      z.pick(MatrixCell, {
        id: true,
        row: true,
        obligation: true,
        weapon: true,
        facet: true,
        value: true,
        basis: true,
        sources: true,
        remark: true,
      }),
      {
        /** The area it belongs to: `OP2`, `OP3D`, `OP1.TRT`. */
        area: z.string(),
        /** The obligation in the language asked for, and what the row asks in English words of ours. */
        label: z.string(),
        text: z.string(),
        isObligation: z.boolean(),
      },
    ),
  ),
  meta: z.object({
    status: z.enum(["real", "demonstration"]),
    source: z.string(),
    asOf: z.string(),
    generation: z.string(),
    disclaimer: z.string(),
  }),
});
export type MatrixAnswer = z.infer<typeof MatrixAnswer>;

const MatrixParams = z.object({
  /** The newest without it. */
  snapshot: z.optional(z.string().check(z.regex(/^\d{4}$/))),
  language: z._default(Language, "en"),
});
export type MatrixParams = z.infer<typeof MatrixParams>;

export const matrixEndpoints = {
  matrix: endpoint(
    "/api/v1/matrices/{iso3}",
    "One State's published matrix as a snapshot has it, each cell with its value and sources",
    MatrixParams,
    MatrixAnswer,
  ),
};
