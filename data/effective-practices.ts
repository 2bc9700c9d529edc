import * as z from "zod/mini";
import { Weapon } from "#domain/codings.ts";
import { EffectivePractice, type Texts } from "#domain/effective-practices.ts";
import { Language, languages, type Multilingual } from "#domain/languages.ts";
import { obligations } from "./obligations.ts";
import { states } from "./states.ts";
import { multilingual, readTable } from "./table.ts";
import { concepts } from "./thesaurus.ts";

/** The texts of a practice that may stand in several languages: a column each, and a column each language. */
const textNames = ["title", "summary", "description", "conditions", "lessons"] as const;
type TextName = (typeof textNames)[number];
type TextColumn = `${TextName}_${Language}`;

const textColumns = Object.fromEntries(
  textNames.flatMap((name) => languages.map((language) => [`${name}_${language}`, z.optional(z.string())])),
) as Record<TextColumn, z.ZodMiniOptional<z.ZodMiniString>>;

const { shape } = EffectivePractice;

/** A row of a table of practices: data/effective-practices.csv, or one that is loaded. data/README.md says what each column holds. */
export const PracticeRow = z
  .object({
    ...textColumns,
    id: shape.id,
    kind: shape.kind,
    category: shape.category,
    title: z.optional(z.string()),
    summary: z.optional(z.string()),
    description: z.optional(z.string()),
    conditions: z.optional(z.string()),
    lessons: z.optional(z.string()),
    text_language: z._default(Language, "en"),
    obligations: listOf(z.string().check(z.refine(isObligation, "codes of obligations, as in OP3A.07"))),
    weapons: z.optional(listOf(Weapon)),
    states: z.optional(listOf(z.string().check(z.refine(isState, "three-letter codes of Member States, as in CAN")))),
    organisations: z.optional(z.string()),
    date: shape.date,
    checked_on: shape.checkedOn,
    valid_until: shape.validUntil,
    languages: listOf(Language),
    consent: shape.consent,
    checked: shape.checked,
    source_title: z.string(),
    source_publisher: z.string(),
    source_symbol: z.optional(z.string()),
    source_address: z.optional(webAddress()),
    evidence: z.optional(listOf(webAddress())),
    contact_role: z.optional(z.string()),
    provisions: z.optional(
      listOf(z.string().check(z.regex(/^[^/]+\/[^/]+$/, "provisions, as in can-n-28.3/s-26, with blanks between"))),
    ),
    concepts: z.optional(listOf(z.string().check(z.refine(isConcept, "concepts of data/concepts.csv")))),
    /** A file beside the table whose words are searched too. */
    path: z.optional(z.string()),
  })
  .check(
    z.refine((row) => row.title !== undefined || languages.some((language) => row[`title_${language}`] !== undefined), {
      path: ["title"],
      error: "a title, here or in title_ar … title_es",
    }),
    z.refine((row) => row.states !== undefined || row.organisations !== undefined, {
      path: ["states"],
      error: "a contributor, here or in organisations",
    }),
  );
export type PracticeRow = z.infer<typeof PracticeRow>;

/** The record that a row states. */
export function practiceOf(row: PracticeRow): EffectivePractice {
  return {
    id: row.id,
    kind: row.kind,
    category: row.category,
    titles: textsOf(row, "title"),
    summaries: textsOf(row, "summary"),
    descriptions: textsOf(row, "description"),
    conditions: textsOf(row, "conditions"),
    lessons: textsOf(row, "lessons"),
    obligations: row.obligations,
    weapons: row.weapons ?? [],
    states: row.states ?? [],
    organisations: organisationsIn(row.organisations ?? ""),
    date: row.date,
    ...(row.checked_on !== undefined && { checkedOn: row.checked_on }),
    ...(row.valid_until !== undefined && { validUntil: row.valid_until }),
    languages: row.languages,
    consent: row.consent,
    checked: row.checked,
    source: {
      title: row.source_title,
      publisher: row.source_publisher,
      ...(row.source_symbol !== undefined && { symbol: row.source_symbol }),
      ...(row.source_address !== undefined && { address: row.source_address }),
    },
    evidence: row.evidence ?? [],
    ...(row.contact_role !== undefined && { contactRole: row.contact_role }),
    provisions: (row.provisions ?? []).map((place) => {
      const [law = "", anchor = ""] = place.split("/");
      return { law, anchor };
    }),
    concepts: row.concepts ?? [],
  };
}

const OrganisationRow = z.object({
  code: z.string(),
  name_ar: z.string(),
  name_zh: z.string(),
  name_en: z.string(),
  name_fr: z.string(),
  name_ru: z.string(),
  name_es: z.string(),
});

/** Organisations that contribute practices, by the codes they contribute under. */
export const organisations: ReadonlyMap<string, Multilingual> = new Map(
  readTable("organisations.csv", OrganisationRow).map((row) => [row.code, multilingual(row, "name")]),
);

const TranslationRow = z.object({ id: z.string(), language: Language, title: z.string(), summary: z.string() });

/** The practices that ship with the project: written in English, title and summary in the other five languages too. */
export const effectivePractices: readonly EffectivePractice[] = readPractices();

function readPractices(): EffectivePractice[] {
  const translations = readTable("effective-practices-translations.csv", TranslationRow);
  return readTable("effective-practices.csv", PracticeRow).map((row) => {
    const practice = practiceOf(row);
    const own = translations.filter(({ id }) => id === row.id);
    return {
      ...practice,
      titles: { ...practice.titles, ...Object.fromEntries(own.map(({ language, title }) => [language, title])) },
      summaries: {
        ...practice.summaries,
        ...Object.fromEntries(own.map(({ language, summary }) => [language, summary])),
      },
    };
  });
}

function textsOf(row: PracticeRow, name: TextName): Texts {
  const plain = row[name];
  return {
    ...(plain !== undefined && { [row.text_language]: plain }),
    ...Object.fromEntries(
      languages.flatMap((language) => {
        const text = row[`${name}_${language}`];
        return text === undefined ? [] : [[language, text]];
      }),
    ),
  };
}

/** Names with semicolons between them; codes may have blanks between them. */
function organisationsIn(cell: string): string[] {
  return cell
    .split(";")
    .map((name) => name.trim())
    .flatMap((name) => (name.split(/\s+/u).every((code) => organisations.has(code)) ? name.split(/\s+/u) : [name]))
    .filter((name) => name !== "");
}

/** A cell of values with blanks between them. */
function listOf<Value extends z.core.$ZodType<unknown, string>>(value: Value) {
  return z.pipe(
    z.pipe(
      z.string(),
      z.transform((cell) => cell.split(/\s+/u).filter((part) => part !== "")),
    ),
    z.array(value),
  );
}

function webAddress() {
  return z.string().check(z.regex(/^https?:\/\/\S+$/, "an address that begins with http:// or https://"));
}

function isObligation(code: string): boolean {
  return obligations.has(code);
}

function isState(code: string): boolean {
  return states.has(code);
}

function isConcept(id: string): boolean {
  return concepts.has(id);
}
