import * as z from "zod/mini";
import type { LawFacts, Provision } from "#domain/legislation.ts";
import { Language } from "#domain/languages.ts";
import { anchorMaker, anchorNumber } from "./anchors.ts";
import { cleanText } from "./clean-text.ts";
import { scheduleParagraphs, sectionParagraphs, tidied, withoutEditorialNotes } from "./law-json-text.ts";
import { passages } from "./passages.ts";
import { ReadError, type Reader } from "./reading.ts";

/**
 * One law as a JSON object with a title and its sections in `provisions` (or `articles`, `sections`), each with a number, a
 * title and its content. The content may repeat number and title, carry the heading of the next part at its end, and, in
 * the last section, the schedules. Throws a `ReadError` naming the place for other JSON.
 */
export const readLawJson: Reader = (file) => {
  const law = parseLaw(file.bytes);
  const sections = law.provisions ?? law.articles ?? law.sections ?? [];
  const anchor = anchorMaker();
  const provisions = lawProvisions(sections).map((each) => ({ ...each, anchor: anchor(each.anchor) }));
  return { facts: facts(law, sections), provisions };
};

const Text = z.union([z.string(), z.number()]);

const Section = z.object({
  section: z.optional(Text),
  number: z.optional(Text),
  article: z.optional(Text),
  provision_ref: z.optional(Text),
  title: z.optional(z.nullable(z.string())),
  heading: z.optional(z.nullable(z.string())),
  chapter: z.optional(z.nullable(z.string())),
  part: z.optional(z.nullable(z.string())),
  content: z.optional(z.string()),
  text: z.optional(z.string()),
});
type Section = z.infer<typeof Section>;

const LawFile = z.object({
  id: z.optional(Text),
  title: z.string().check(z.minLength(1)),
  number: z.optional(Text),
  type: z.optional(z.string()),
  language: z.optional(z.string()),
  status: z.optional(z.string()),
  issued_date: z.optional(z.nullable(z.string())),
  in_force_date: z.optional(z.nullable(z.string())),
  url: z.optional(z.nullable(z.string())),
  provisions: z.optional(z.array(Section)),
  articles: z.optional(z.array(Section)),
  sections: z.optional(z.array(Section)),
});
type LawFile = z.infer<typeof LawFile>;

function parseLaw(bytes: Uint8Array): LawFile {
  const parsed = LawFile.safeParse(parseJson(bytes));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ReadError(
    `This JSON is not a law: ${issue?.message ?? "wrong shape"}.`,
    issue?.path.join(".") || "the outermost value",
  );
}

function parseJson(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ReadError("The file is not UTF-8 text.", undefined, cause);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    // Very deep nesting ends as a RangeError of the stack; both say that the file is no use.
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new ReadError(`This is not JSON: ${message}.`, jsonPlace(text, message), cause);
  }
}

/** Line and column, from the character position that the message of `JSON.parse` names. */
function jsonPlace(text: string, message: string): string | undefined {
  const position = message.includes("end of JSON input") ? text.length : /at position (\d+)/u.exec(message)?.[1];
  if (position === undefined) return undefined; // the message then quotes the words around the mistake
  const before = text.slice(0, Number(position)).split("\n");
  return `line ${before.length}, column ${(before.at(-1) ?? "").length + 1}`;
}

function facts(law: LawFile, sections: readonly Section[]): Partial<LawFacts> {
  const series = seriesNumber(law);
  const adopted = date(law.issued_date);
  const inForce = law.in_force_date === law.issued_date ? undefined : date(law.in_force_date);
  const year = series?.year ?? (adopted === undefined ? undefined : Number(adopted.slice(0, 4)));
  const number = law.number === undefined ? series?.number : String(law.number);
  const citation = statedCitation(law.title, sections);
  const language = Language.safeParse(law.language?.slice(0, 2).toLowerCase());
  const type = types[law.type?.toLowerCase() ?? ""];
  const status = statuses[law.status?.toLowerCase().replaceAll(/[\s-]+/gu, "_") ?? ""];
  return {
    title: cleanText(law.title),
    ...(language.success && { language: language.data }),
    ...(number !== undefined && { number }),
    ...(citation !== undefined && { citation }),
    ...(type !== undefined && { type }),
    ...(status !== undefined && { status }),
    ...(year !== undefined && { year }),
    ...(adopted !== undefined && { adopted }),
    ...(inForce !== undefined && { inForce }),
    ...(law.url && /^https?:\/\//u.test(law.url) && { url: law.url }),
  };
}

const types: Readonly<Record<string, LawFacts["type"]>> = {
  act: "act",
  code: "code",
  constitution: "constitution",
  decree: "decree",
  law: "act",
  order: "decision",
  ordinance: "decree",
  regulation: "regulation",
  statute: "act",
};

const statuses: Readonly<Record<string, LawFacts["status"]>> = {
  amended: "amended",
  draft: "draft",
  in_force: "in-force",
  not_yet_in_force: "adopted-not-in-force",
  repealed: "repealed",
  superseded: "superseded",
};

/** `zw-1998-9` → Act 9 of 1998, `zw-ordinance-1900-14` → Ordinance 14 of 1900. */
function seriesNumber({ id }: LawFile): { number: string; year: number } | undefined {
  const parts = /^[a-z]{2,3}-(?:(\p{L}+)-)?(\d{4})-(\w+)$/u.exec(String(id ?? ""));
  if (parts === null) return undefined;
  const [, kind = "act", year = "", number = ""] = parts;
  return { number: `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${number} of ${year}`, year: Number(year) };
}

/** `This Act may be cited as the Stores Act [Chapter 9:99]` → `Stores Act [Chapter 9:99]`, when it is this law that is cited so. */
function statedCitation(title: string, sections: readonly Section[]): string | undefined {
  const text = cleanText(content(sections[0] ?? {}));
  const [, name, chapter] = /\bcited as (?:the )?(.{3,200}?) (\[Chapter[^\]]{1,40}\])/u.exec(text) ?? [];
  const isThisLaw = name !== undefined && title.toLowerCase().startsWith(name.toLowerCase());
  return isThisLaw ? `${name} ${chapter}` : undefined;
}

/** Some sources know the year only and write the first of January. */
function date(written: string | null | undefined): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/u.exec(written ?? "")?.[0];
  return day?.endsWith("-01-01") ? day.slice(0, 4) : day;
}

function content(section: Section): string {
  return section.content ?? section.text ?? "";
}

function lawProvisions(sections: readonly Section[]): Provision[] {
  if (sections.every((section) => numberOf(section) === "")) {
    return passages(sections.flatMap((section) => sectionParagraphs(content(section))));
  }
  const headings = new Map<string, string>();
  const provisions: Provision[] = [];
  for (const [index, section] of sections.entries()) {
    const next = sections[index + 1];
    const { text, tail } = withoutNextHeading(
      content(section),
      next === undefined ? [] : levels(next),
      levels(section),
    );
    const { body, schedules } = index === sections.length - 1 ? splitSchedules(text) : { body: text, schedules: [] };
    provisions.push(...article(section, body, headings), ...schedules);
    for (const [level, heading] of tail) headings.set(level, heading);
  }
  return provisions;
}

function numberOf(section: Section): string {
  return cleanText(String(section.section ?? section.number ?? section.article ?? section.provision_ref ?? ""));
}

/** `Chapter II, Part I` → `Chapter II` and `Chapter II, Part I`: the keys under which headings are kept. */
function levels(section: Section): string[] {
  const names = (section.chapter ?? section.part ?? "").split(", ").map(cleanText).filter(Boolean);
  return names.map((_, index) => names.slice(0, index + 1).join(", "));
}

/**
 * The heading of the next part stands at the end of the section before it: `… Part II – Licences`. It is cut off and kept
 * for the sections it belongs to.
 */
function withoutNextHeading(
  text: string,
  next: readonly string[],
  here: readonly string[],
): { text: string; tail: [string, string][] } {
  const tail: [string, string][] = [];
  let rest = text.trimEnd();
  for (const level of next.filter((each) => !here.includes(each)).toReversed()) {
    const name = level.split(", ").at(-1) ?? level;
    const start = rest.lastIndexOf(` ${name} `);
    const heading = rest.slice(start + name.length + 2);
    if (start < 0 || heading.length > 200) continue;
    tail.push(...partHeadings(level, heading));
    rest = rest.slice(0, start);
  }
  // Where a part was not counted on, or has a letter only, its heading is still a heading.
  const [uncounted, part, heading = ""] =
    / ((?:Part|Chapter) [IVXLC]+[A-Z]{0,2}|\p{Lu}) [–—] ([^.;]{3,150})$/u.exec(rest) ?? [];
  if (uncounted === undefined || part === undefined) return { text: rest, tail };
  const level = next.at(-1) ?? "";
  const entries = part.length === 1 ? partHeadings(level, `${part} – ${heading}`) : partHeadings(level, heading);
  return { text: rest.slice(0, -uncounted.length), tail: [...tail, ...entries] };
}

/** `– Licences A – General` → the heading of the part, and under `<level>/` that of its division `A — General`. */
function partHeadings(level: string, written: string): [string, string][] {
  const text = cleanText(withoutEditorialNotes(written)).replace(/^[–—:-]\s*/u, "");
  const [whole, , letter, words] = /(^|\s)(\p{Lu}) [–—] (.*)$/u.exec(text) ?? [];
  const heading = whole === undefined ? text : text.slice(0, -whole.length);
  return [
    ...(heading === "" ? [] : [[level, heading] satisfies [string, string]]),
    ...(whole === undefined ? [] : [[`${level}/`, `${letter} — ${words}`] satisfies [string, string]]),
  ];
}

function article(section: Section, body: string, headings: ReadonlyMap<string, string>): Provision[] {
  const number = numberOf(section);
  const heading = cleanText(section.title ?? section.heading ?? "").replace(/^[\d.]+\p{Lu}?\s+/u, "");
  const text = sectionParagraphs(withoutHead(body, number, heading)).join("\n");
  if (/^[*\s.]*$/u.test(text)) return []; // repealed
  return [
    {
      anchor: number === "" ? "s-unnumbered" : `s-${anchorNumber(number)}`,
      kind: "article",
      label: /^\d/u.test(number) ? `s. ${number}` : number,
      ...(heading !== "" && heading !== "***" && { heading: tidied(heading) }),
      path: pathOf(section, headings),
      text,
    },
  ];
}

function pathOf(section: Section, headings: ReadonlyMap<string, string>): string[] {
  const own = levels(section);
  const path = own.map((level) => [level.split(", ").at(-1), headings.get(level)].filter(Boolean).join(" — "));
  const division = headings.get(`${own.at(-1) ?? ""}/`);
  return division === undefined ? path : [...path, division];
}

/** `2. Interpretation (1) In this Act …` without number and heading. */
function withoutHead(body: string, number: string, heading: string): string {
  const text = body.trim();
  const afterNumber = text.startsWith(number) ? text.slice(number.length).replace(/^\.?\s+/u, "") : text;
  if (afterNumber.startsWith(heading)) return afterNumber.slice(heading.length);
  return cleanText(afterNumber).startsWith(heading) ? cleanText(afterNumber).slice(heading.length) : afterNumber;
}

/** `… Act of Parliament. First Schedule (Section 4) Ancillary powers …`: the schedules behind the last section. */
function splitSchedules(text: string): { body: string; schedules: Provision[] } {
  const [body = "", ...schedules] = text.split(scheduleStart);
  return { body, schedules: schedules.map(schedule).filter((each) => each.text !== "") };
}

const ordinals = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"];

/** The blank before the heading of a schedule, which says to which section it belongs. A sentence has "the" or "in" before the word. */
const scheduleStart = new RegExp(
  `(?<!\\b(?:the|in|of|to|and|or|${ordinals.join("|")})) (?=(?:(?:${ordinals.join("|")}) )?Schedule \\((?:[Ss]ections?|[Pp]aragraphs?) )`,
  "u",
);

function schedule(text: string): Provision {
  const label = /^(?:\p{L}+ )?Schedule/u.exec(text)?.[0] ?? "Schedule";
  const position = ordinals.findIndex((word) => label.startsWith(word)) + 1;
  return {
    anchor: position === 0 ? "sch" : `sch-${position}`,
    kind: "schedule",
    label,
    path: [],
    text: scheduleParagraphs(text.slice(label.length).replace(sectionReference, "")).join("\n"),
  };
}

/** `(Section 4(2)(b))`, also without its last bracket. */
const sectionReference =
  /^ \((?:(?:[Ss]ections?|[Pp]aragraphs?)(?: ?(?:\d+(?!\d)\p{Lu}?|\(\w+\)|,|and))+\)*(?=\s)|(?:[^()]|\([^()]*\))*\))\s*/u;
