import * as z from "zod/mini";
import { languages, type Language, type Multilingual } from "#domain/languages.ts";
import { DeadlineRule, MandateArea, MandateParagraph, MandateRegister } from "#domain/mandate.ts";
import { Mark } from "#domain/reports.ts";
import { symbolId } from "#domain/symbols.ts";
import { multilingual, readTable } from "./table.ts";

const text = z.string();
const titles = { title_ar: text, title_zh: text, title_en: text, title_fr: text, title_ru: text, title_es: text };

const ParagraphRow = z.object({
  source: text,
  paragraph: z.optional(text),
  area: MandateArea,
  deadline: z.optional(text),
  done: z.optional(text),
  evidence: z.optional(text),
  mark: Mark,
  text_ar: text,
  text_zh: text,
  text_en: text,
  text_fr: text,
  text_ru: text,
  text_es: text,
});

/** Paragraphs of resolutions and items of the tenth programme of work, in the order of their documents. */
export const mandateParagraphs: readonly (MandateParagraph & { texts: Multilingual; anchor?: string })[] = readTable(
  "mandate/paragraphs.csv",
  ParagraphRow,
).map((row, place) => {
  const anchor = row.paragraph === undefined ? undefined : anchorOf(row.source, row.paragraph);
  return {
    ...z.parse(MandateParagraph, { ...row, id: `${symbolId(row.source)}/${anchor ?? "part"}-${place + 1}` }),
    texts: multilingual(row, "text"),
    ...(anchor !== undefined && { anchor }),
  };
});

/**
 * What a passage of a document asks for, in our own words; of several duties in one passage, one after the other.
 * @param report the document's id: `s-2011-380`
 */
export function ownWords(report: string, anchor: string): Multilingual | undefined {
  const duties = mandateParagraphs.filter(
    (paragraph) => paragraph.anchor === anchor && symbolId(paragraph.source) === report,
  );
  if (duties.length === 0) return undefined;
  return multilingual(
    Object.fromEntries(
      languages.map((language) => [`text_${language}`, duties.map(({ texts }) => texts[language]).join(" · ")]),
    ) as Record<`text_${Language}`, string>,
    "text",
  );
}

/** The passage that a paragraph is, as the reader of documents names it: `9` → `para-9`, `3(b)(i)` → `3-b-i`, `WG1 •2` → `appendix-wg1-2`. */
function anchorOf(source: string, paragraph: string): string {
  if (paragraph === "opening") return "annex";
  const parts = paragraph
    .replaceAll(/[()•\s]+/gu, "-")
    .replace(/-$/u, "")
    .toLowerCase();
  if (parts.startsWith("wg")) return `appendix-${parts}`;
  return source.startsWith("S/RES/") ? `para-${parts}` : parts;
}

const RuleRow = z.object({
  rule: text,
  /** `yearly 05-31`, `once 2011-08-31`, `monthly`, `after-meeting`, `before-meeting`, `at-most 8`. */
  when: text,
  valid_from: text,
  valid_to: z.optional(text),
  source: text,
  paragraph: z.optional(text),
  area: MandateArea,
  mark: Mark,
  note: z.optional(text),
  ...titles,
});

/** Deadlines, each in the version of every instrument that set or changed it. */
export const deadlineRules: readonly (DeadlineRule & { titles: Multilingual })[] = readTable(
  "mandate/rules.csv",
  RuleRow,
).map(({ when, valid_from, valid_to, ...row }) => {
  const [kind, value = ""] = when.split(" ");
  const rule = z.parse(DeadlineRule, {
    ...row,
    when: { kind, value },
    validFrom: valid_from,
    ...(valid_to !== undefined && { validTo: valid_to }),
  });
  return { ...rule, titles: multilingual(row, "title") };
});

const RegisterRow = z.object({
  number: z.coerce.number(),
  area: MandateArea,
  paragraphs: text,
  users: text,
  access: text,
  ...titles,
});

/** The 78 registers, rules and services that resolution 1977 (2011) and the tenth programme of work call for. */
export const mandateRegisters: readonly (MandateRegister & { titles: Multilingual })[] = readTable(
  "mandate/registers.csv",
  RegisterRow,
).map(({ users, access, ...row }) => ({
  ...z.parse(MandateRegister, { ...row, users: users.split(" "), access: access.split(" ") }),
  titles: multilingual(row, "title"),
}));

/** Between which days a programme of work is carried out. */
export const programmePeriods: ReadonlyMap<string, { from: string; to: string }> = new Map([
  ["S/2011/380", { from: "2011-06-01", to: "2012-05-31" }],
]);
