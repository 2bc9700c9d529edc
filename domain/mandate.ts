import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { isDay } from "./in-force.ts";
import { Language } from "./languages.ts";
import { PartialDate } from "./legislation.ts";
import { Mark } from "./reports.ts";
import { listOf } from "./search.ts";

/**
 * The areas of the Committee's programme of work: 1 monitoring and national implementation, 2 assistance,
 * 3 cooperation, 4 transparency and outreach, each with its working group, 5 administration and resources, which has
 * none; 0 concerns all groups.
 */
const mandateAreas = ["0", "1", "2", "3", "4", "5"] as const;
export const MandateArea = z.enum(mandateAreas);
export type MandateArea = z.infer<typeof MandateArea>;

/** When something is due: each year on a day, once, each month, after or before each meeting; or a number not to be passed. */
const dueKinds = ["yearly", "once", "monthly", "after-meeting", "before-meeting", "at-most"] as const;
const When = z.object({
  kind: z.enum(dueKinds),
  /** `05-31` of a yearly rule, `2011-08-31` of one that comes once, `8` of a number; empty else. */
  value: z.string(),
});

const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** A deadline as one instrument sets it, and the days between which that instrument's version of it holds. */
export const DeadlineRule = z.object({
  /** The same for all versions of one rule: `programme-of-work`. */
  rule: z.string(),
  when: When,
  validFrom: Day,
  /** The last day; absent while no later instrument is known to change it. */
  validTo: z.optional(Day),
  source: z.string(),
  paragraph: z.optional(z.string()),
  area: MandateArea,
  mark: Mark,
  note: z.optional(z.string()),
});
export type DeadlineRule = z.infer<typeof DeadlineRule>;

/** One paragraph of a resolution or item of a programme of work: what it asks for, in our own words. */
export const MandateParagraph = z.object({
  /** `s-2011-380/2-h`. */
  id: z.string(),
  source: z.string(),
  /** As its document numbers it: `9`, `2(h)`, `WG1 •2`; absent where its number was not read. */
  paragraph: z.optional(z.string()),
  area: MandateArea,
  /** The deadline it has, by the name of its rule. */
  deadline: z.optional(z.string()),
  /** When it was done, as far as a document shows it, and that document. */
  done: z.optional(PartialDate),
  evidence: z.optional(z.string()),
  mark: Mark,
});
export type MandateParagraph = z.infer<typeof MandateParagraph>;

/** Where a paragraph stands on a day. `past` says that its date is over and nothing is recorded here, and no more. */
export const mandateStates = ["past", "due", "each-meeting", "continuing", "ended", "done"] as const;
type MandateState = (typeof mandateStates)[number];

export interface Standing {
  state: MandateState;
  due?: string;
}

/**
 * Where a paragraph stands on a day, by the version of its rule that held then, or else the last one before. A yearly or
 * monthly rule is due again and again: on the next of its days while it holds.
 * @param until the last day of the programme the paragraph is an item of
 */
export function standingOn(
  on: string,
  { done }: Pick<MandateParagraph, "done">,
  versions: readonly DeadlineRule[],
  until?: string,
): Standing {
  const begun = versions.filter(({ validFrom }) => validFrom <= on);
  const rule = begun.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? versions[0];
  const due = rule === undefined ? undefined : nextDue(on, rule);
  const isOver = (until ?? "9999") < on || (rule?.validTo ?? "9999") < on;
  const withDue = due === undefined ? {} : { due };
  if (rule?.when.kind === "once") {
    // Of a date of which only the year is known, its last day is the earliest on which it is certain.
    if (done !== undefined && `${done}-12-31`.slice(0, 10) <= on) return { state: "done", ...withDue };
    return { state: due! < on ? "past" : "due", ...withDue };
  }
  if (isOver) return { state: "ended" };
  if (rule?.when.kind === "after-meeting" || rule?.when.kind === "before-meeting") return { state: "each-meeting" };
  return due === undefined ? { state: "continuing" } : { state: "due", due };
}

/** The day a rule is next due, from a day on; of one that comes once, its day, also when that is over. */
export function nextDue(on: string, { when: { kind, value } }: Pick<DeadlineRule, "when">): string | undefined {
  const year = Number(on.slice(0, 4));
  if (kind === "once") return value;
  if (kind === "yearly") return [`${year}-${value}`, `${year + 1}-${value}`].find((day) => day >= on);
  if (kind !== "monthly") return undefined;
  return new Date(Date.UTC(year, Number(on.slice(5, 7)), 0)).toISOString().slice(0, 10);
}

/** One of the registers that the resolution and the programme of work call for. */
export const MandateRegister = z.object({
  number: z.int(),
  area: MandateArea,
  /** R is resolution 1977 (2011), P the tenth programme of work, Pp its opening and PA its appendix. */
  paragraphs: z.string(),
  users: z.array(z.enum(["COM", "EXP", "STA", "PUB", "WG", "ORG", "PAR", "POC", "CNL", "CMT", "DON", "SEC", "ALL"])),
  access: z.array(z.enum(["PUB", "COM", "STA", "CON"])),
});
export type MandateRegister = z.infer<typeof MandateRegister>;

const ProgrammeOfWorkParams = z.object({
  /** The day the deadlines are computed for; today if not given. */
  on: z.optional(z.string().check(z.refine(isDay, "a day of the calendar, as 2012-05-31"))),
  /** Symbols of documents; the tenth programme of work if none is given. */
  source: listOf(z.string()),
  area: listOf(MandateArea),
  language: z._default(Language, "en"),
});
export type ProgrammeOfWorkParams = z.infer<typeof ProgrammeOfWorkParams>;

const ProgrammeOfWork = z.object({
  on: Day,
  /** The documents whose paragraphs are kept, with the period of a programme of work. */
  sources: z.array(
    z.object({
      symbol: z.string(),
      id: z.string(),
      paragraphs: z.int(),
      from: z.optional(Day),
      to: z.optional(Day),
      isChosen: z.boolean(),
    }),
  ),
  items: z.array(
    z.extend(MandateParagraph, {
      text: z.string(),
      report: z.string(),
      /** Of the passage in the document. */
      anchor: z.optional(z.string()),
      state: z.enum(mandateStates),
      due: z.optional(Day),
      when: z.optional(When),
    }),
  ),
  rules: z.array(
    z.extend(DeadlineRule, { title: z.string(), report: z.string(), holds: z.boolean(), due: z.optional(Day) }),
  ),
  registers: z.array(z.extend(MandateRegister, { title: z.string() })),
  meta: z.object({ disclaimer: z.string() }),
});
export type ProgrammeOfWork = z.infer<typeof ProgrammeOfWork>;

export const mandateEndpoints = {
  programmeOfWork: endpoint(
    "/api/v1/programme-of-work",
    "What resolutions and the programme of work ask of the Committee, with deadlines on a day",
    ProgrammeOfWorkParams,
    ProgrammeOfWork,
  ),
};
