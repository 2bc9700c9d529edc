import type { Language } from "#domain/languages.ts";
import {
  type ArticleMark,
  articleMark,
  generalPartRank,
  type PartMark,
  partMark,
  type ScheduleMark,
  scheduleMark,
  withoutLetterSpaces,
} from "./article-marks.ts";
import { type Paragraph, withoutRemarks } from "./editorial-remarks.ts";
import { Outline } from "./outline.ts";
import type { Reading } from "./reading.ts";
import { titleFacts } from "./title-facts.ts";

/**
 * A law from its paragraphs alone, as plain text, Word, PDF and unknown pages give them: articles by the marks of the six
 * languages, headings above them as path, annexes as schedules, what stands before as preamble. A table of contents,
 * remarks of editors and signatures are left out. A text without any article mark becomes passages under its headings.
 */
export function readPlainLaw(given: Iterable<Paragraph>, knownLanguage?: Language): Reading {
  const paragraphs = withoutRemarks(given);
  const language = knownLanguage ?? languageOfScript(paragraphs);
  const units = withoutContents(unitsOf(paragraphs, language));
  const title = titleOf(units);
  const outline = new Outline();
  const { body, signature } = withoutSignatures(units.slice(title.length));
  if (body.some((unit) => unit.article !== undefined)) writeArticles(outline, body, language);
  else writePassages(outline, body);
  return { facts: titleFacts(title.lines, [...title.notes, ...signature], language), provisions: outline.provisions() };
}

/** Three of the six languages have a script of their own. */
function languageOfScript(paragraphs: Paragraph[]): Language | undefined {
  const sample = paragraphs
    .slice(0, 50)
    .map(({ text }) => text.slice(0, 200))
    .join(" ");
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const scripts: [Language, RegExp][] = [
    ["ru", /\p{sc=Cyrillic}/gu],
    ["ar", /\p{sc=Arabic}/gu],
    ["zh", /\p{sc=Han}/gu],
  ];
  return scripts.find(([, script]) => (sample.match(script)?.length ?? 0) * 2 > letters)?.[0];
}

/** A paragraph and what it begins: an article, a part or a schedule, or none of them. */
interface Unit {
  text: string;
  level?: number | undefined;
  article?: ArticleMark;
  part?: PartMark;
  schedule?: ScheduleMark;
}

function unitsOf(paragraphs: Paragraph[], language: Language | undefined): Unit[] {
  const numbered = numberedSections(paragraphs, language);
  const units = paragraphs.map(({ text: spaced, level, isRunning }, index): Unit => {
    const text = withoutLetterSpaces(spaced);
    if (isRunning === true) return { text };
    const article = numbered.get(index) ?? articleMark(text, language);
    if (article !== undefined) return { text, article: { ...article, rest: withoutPageNumber(article.rest) } };
    const part = partMark(text);
    if (part !== undefined) return { text: withoutPageNumber(text), level, part };
    const schedule = scheduleMark(text);
    return schedule === undefined ? { text, level } : { text, level, schedule };
  });
  return withGeneralParts(units);
}

/** A general part that comes after the first section is a part of that section. */
function withGeneralParts(units: Unit[]): Unit[] {
  const ranks = units.flatMap(({ part }) => part?.rank ?? []);
  if (!ranks.includes(generalPartRank) || ranks[0] === generalPartRank) return units;
  return units.map((unit) =>
    unit.part?.rank === generalPartRank ? { ...unit, part: { ...unit.part, rank: 1.5 } } : unit,
  );
}

/** `Основные понятия ........ 12` */
function withoutPageNumber(text: string): string {
  return text.replace(/\s*(?:[.…·_]\s?){4,}\s*\d*$/u, "");
}

/** English acts number their sections `5. Heading`; lists do the same, so only numbers that come one after the other count. */
function numberedSections(paragraphs: Paragraph[], language: Language | undefined): Map<number, ArticleMark> {
  const sections = new Map<number, ArticleMark>();
  if (language !== "en" || paragraphs.some(({ text }) => articleMark(text, language) !== undefined)) return sections;
  let last = 0;
  for (const [index, { text }] of paragraphs.entries()) {
    const [mark, digits = "", letters = ""] = /^(\d{1,4})([A-Z]{0,2})\.\s*(?=\S)/u.exec(text) ?? [];
    const number = Number(digits);
    // After a table of contents the first section comes again.
    const restarts =
      number === 1 && last > 1 && text.slice(0, 12) === paragraphs[[...sections.keys()][0] ?? 0]?.text.slice(0, 12);
    const isNext = number === last + 1 || (number === last && letters !== "") || restarts;
    if (mark === undefined || !isNext) continue;
    last = number;
    const anchor = `s-${digits}${letters.toLowerCase()}`;
    sections.set(index, { label: `s. ${digits}${letters}`, anchor, rest: text.slice(mark.length) });
  }
  return sections.size >= 3 ? sections : new Map();
}

/** Drops a table of contents: articles up to where the first one comes again, most of them without words and by the same name. */
function withoutContents(units: Unit[]): Unit[] {
  const articles = units.flatMap(({ article }, index) =>
    article === undefined ? [] : [{ index, name: nameOf(article), anchor: article.anchor }],
  );
  const [first, ...others] = articles;
  const again = others.find((article) => article.anchor === first?.anchor);
  if (first === undefined || again === undefined) return units;
  const entries = articles.filter((article) => article.index < again.index);
  const names = new Set(articles.slice(entries.length).map((article) => article.name));
  const repeated = entries.filter((entry) => names.has(entry.name));
  const withText = entries.filter((entry) => hasText(units, entry.index)); // The last, and chapters named on two lines.
  if (entries.length < 3 || repeated.length < entries.length * 0.7) return units;
  if (withText.length > Math.max(1, entries.length * 0.3)) return units;
  const start = units.findLastIndex((unit, index) => index < first.index && unit.part === undefined) + 1;
  return [...units.slice(0, start), ...units.slice((entries.at(-1)?.index ?? 0) + 1)];
}

/** Number and the beginning of the name: editors say more in one of the two places. */
function nameOf(article: ArticleMark): string {
  const letters = article.rest.toLowerCase().replaceAll(/[^\p{L}]/gu, "");
  return `${article.anchor} ${letters.slice(0, 12)}`;
}

/** A line that ends like a sentence, or goes on in the next one. */
const sentenceEnd = /[.;:,。；：，؛،]$/u;

/** How many units the law's name takes, its lines, and lines that say whose decision approved it. */
interface Title {
  length: number;
  lines: string[];
  notes: string[];
}

/** The first paragraphs are the law's name: short lines without a full stop, up to the first mark. */
function titleOf(units: Unit[]): Title {
  const first = units.findIndex((unit) => unit.schedule === undefined);
  if (first > 0) {
    const { name, length } = scheduleName(units, first - 1);
    const notes = units.slice(0, first + length).map((unit) => unit.text);
    return { length: first + length, lines: name === "" ? [] : [name], notes };
  }
  const end = units.findIndex(
    (unit, index) =>
      unit.article !== undefined ||
      unit.part !== undefined ||
      unit.text.length > 300 ||
      (sentenceEnd.test(unit.text) && !/\p{Nd}\s*(?:г|года?)\.$/u.test(unit.text)) ||
      /^\d+\s*[.)]/u.test(unit.text) ||
      index >= 8,
  );
  const length = end === -1 ? Math.min(units.length, 1) : end;
  return { length, lines: units.slice(0, length).map((unit) => unit.text), notes: [] };
}

/** Who signs: an office, with or without the name, without a full stop. */
const signatory =
  /^(?:(?:первый\s+)?заместитель\s+)?(?:и\.\s?о\.\s+)?(?:президент|премьер-министр|министра?|вице-министр|председатель|руководитель)(?!\p{L})[^;:]*(?<![.;:,])$|^исполняющ(?:ий|ая) обязанности$|^«?согласовано?»?$/iu;

/** Below the word Приложение stands whose order it belongs to, which looks like a signature. */
const linesOfAddress = 6;

/** Leaves out signatures with place, date and number. A name in capitals after them is that of the next text in the same file. */
function withoutSignatures(units: Unit[]): { body: Unit[]; signature: string[] } {
  const kept: Unit[] = [];
  const signature: string[] = [];
  let isSigned = false;
  let sinceSchedule = linesOfAddress;
  for (const unit of units) {
    const isMarked = unit.article !== undefined || unit.part !== undefined || unit.schedule !== undefined;
    sinceSchedule = unit.schedule === undefined ? sinceSchedule + 1 : 0;
    const isShort = unit.text.length <= 120 && !/[^\p{Lu}.][.;:]$/u.test(unit.text);
    isSigned =
      !isMarked &&
      isShort &&
      (isSigned || (signatory.test(unit.text) && sinceSchedule > linesOfAddress && kept.at(-1)?.part === undefined));
    const isNextTitle: boolean =
      isSigned && kept.length > 0 && /^[^\p{Ll}]*\p{Lu}{4,}\s+\p{Lu}{4,}[^\p{Ll}]*$/u.test(unit.text);
    if (isNextTitle) kept.push({ text: unit.text, level: 0 });
    else if (isSigned) signature.push(unit.text);
    else kept.push(unit);
    isSigned &&= !isNextTitle;
  }
  return { body: kept, signature };
}

function writeArticles(outline: Outline, units: Unit[], language: Language | undefined): void {
  let schedules = 0;
  let isInSchedule = false;
  for (let index = 0; index < units.length; index++) {
    const unit = units[index];
    if (unit === undefined) continue;
    if (unit.article !== undefined) {
      isInSchedule = false;
      const { heading, text } = wordsOnTheLine(unit.article.rest, hasText(units, index), language);
      outline.begin({ kind: "article", label: unit.article.label, anchor: unit.article.anchor, heading });
      if (!isRepealed(text)) outline.paragraph(text);
    } else if (unit.schedule !== undefined) {
      const { name, length } = scheduleName(units, index);
      outline.leaveHeadings();
      schedules += 1;
      isInSchedule = !hasArticlesBeforeNextSchedule(units, index);
      const { label, anchor = `sch-${schedules}` } = unit.schedule;
      if (isInSchedule) outline.begin({ kind: "schedule", label, anchor, heading: name });
      else outline.heading(0, titleOfSchedule(label, name));
      index += length;
    } else if (!isInSchedule && (unit.part !== undefined || unit.level !== undefined)) {
      const lines = unit.part === undefined ? 0 : nameLines(units, index, unit.part.isBare);
      outline.heading(rankOf(unit), joined(units.slice(index, index + 1 + lines)));
      index += lines;
    } else {
      outline.paragraph(unit.text);
    }
  }
}

/** Headings that the format marks stand above those known by their words alone. */
function rankOf(unit: Unit): number {
  return unit.level ?? 10 + (unit.part?.rank ?? 0);
}

function writePassages(outline: Outline, units: Unit[]): void {
  for (let index = 0; index < units.length; index++) {
    const unit = units[index];
    if (unit === undefined) continue;
    if (unit.schedule !== undefined) {
      const { name, length } = scheduleName(units, index);
      outline.leaveHeadings();
      outline.heading(0, titleOfSchedule(unit.schedule.label, name));
      index += length;
    } else if (unit.part !== undefined || unit.level !== undefined) {
      const lines = unit.part === undefined ? 0 : nameLines(units, index, unit.part.isBare);
      outline.heading(rankOf(unit), joined(units.slice(index, index + 1 + lines)));
      index += lines;
    } else {
      outline.paragraph(unit.text);
    }
  }
}

/** `ГЛАВА 2.ПРАВОВЫЕ ОСНОВЫ` → `ГЛАВА 2. ПРАВОВЫЕ ОСНОВЫ` */
function joined(lines: Unit[]): string {
  return lines.map((unit) => unit.text.replace(/^(\p{L}+\s+[\dIVXLC]+\.)(?=\p{L})/u, "$1 ")).join(" ");
}

function hasText(units: Unit[], index: number): boolean {
  const next = units[index + 1];
  return (
    next !== undefined &&
    next.article === undefined &&
    next.part === undefined &&
    next.schedule === undefined &&
    next.level === undefined
  );
}

/**
 * How many of the lines after a part's number are its name: one after a bare number, also where the format marks it as a
 * heading like the number, and those that go on in lower case or in capitals.
 */
function nameLines(units: Unit[], index: number, isBare: boolean): number {
  const [unit, next] = units.slice(index, index + 2);
  if (
    isBare &&
    next?.level !== undefined &&
    next.level === unit?.level &&
    next.part === undefined &&
    next.schedule === undefined
  )
    return 1;
  const isInCapitals = !/\p{Ll}/u.test((units[index]?.text ?? "").replace(/^\p{L}+/u, ""));
  let count = 0;
  while (count < 3 && hasText(units, index + count)) {
    const text = units[index + count + 1]?.text ?? "";
    const goesOn = /^\p{Ll}/u.test(text) || (isInCapitals && !/\p{Ll}/u.test(text));
    if (
      text.length > 250 ||
      /[.;:。；：]$/u.test(text) ||
      /^\d+\s*[.)]/u.test(text) ||
      !(goesOn || (isBare && count === 0))
    )
      break;
    count += 1;
  }
  return count;
}

/** A schedule's name stands in the next lines; before it often the act it belongs to: `к приказу Министра … ⏎ от 11 июля 2016 года № 312`. */
function scheduleName(units: Unit[], index: number): { name: string; length: number } {
  let length = 0;
  while (length < 9 && hasText(units, index + length)) {
    const text = units[index + length + 1]?.text ?? "";
    if (text.length > 200 || /[.;:。；：]$/u.test(text) || /^\d+\s*[.)]|\s\|\s|_{3}/u.test(text)) break;
    length += 1;
  }
  const lines = [
    units[index]?.schedule?.rest ?? "",
    ...units.slice(index + 1, index + 1 + length).map((unit) => unit.text),
  ];
  const name = lines.slice(addressLength(lines)).join(" ").trim();
  return { name: name === "" ? lines.join(" ").trim() : name, length };
}

/** `Приложение 2. Перечень отходов`; the word Утверждены is no name. */
function titleOfSchedule(label: string, name: string): string {
  return name === "" ? label : label.toLowerCase().startsWith("утвержд") ? name : `${label}. ${name}`;
}

/** How many lines name the act: they go on in lower case or in quotation marks, up to a number or a year. */
function addressLength(lines: string[]): number {
  const first = lines.findIndex((line) => line !== "");
  if (!/^(?:к|ко|приказом|постановлением|решением|указом)\s/u.test(lines[first] ?? "")) return 0;
  let length = first + 1;
  while (length < lines.length) {
    const before = lines[length - 1] ?? "";
    const line = lines[length] ?? "";
    if (/(?:№\s*\S+|\d{4}\s*(?:г\.|года)?|»)$/u.test(before)) break;
    if (!/^[\p{Ll}«]|^(?:Республики|Министра|Правительства)(?!\p{L})/u.test(line) && !before.endsWith(",")) break;
    length += 1;
  }
  return length;
}

function hasArticlesBeforeNextSchedule(units: Unit[], index: number): boolean {
  const next = units.slice(index + 1).find((unit) => unit.article !== undefined || unit.schedule !== undefined);
  return next?.article !== undefined;
}

/** What stands on the article's line: its heading, its text, or `Heading.— Text`. */
function wordsOnTheLine(
  rest: string,
  hasBody: boolean,
  language: Language | undefined,
): { heading?: string; text: string } {
  if (language === "zh" || rest === "") {
    const [mark, heading] = /^[【［（(]([^】］）)]{1,40})[】］）)]\s*/u.exec(rest) ?? [];
    return mark === undefined || heading === undefined ? { text: rest } : { heading, text: rest.slice(mark.length) };
  }
  const [inline, heading, text] = /^([^.]{2,150})\.\s*[–—-]{1,2}\s*(\S.*)$/u.exec(rest) ?? [];
  if (inline !== undefined && heading !== undefined && text !== undefined) return { heading, text };
  if (!hasBody || /[;:,؛،]$/u.test(rest) || rest.length > 1000) return { text: rest };
  if (!/[.。]$/u.test(rest)) return { heading: rest, text: "" };
  // A heading rarely ends with a full stop in Russian, often in the other languages.
  return language !== "ru" && rest.length <= 80 ? { heading: rest.slice(0, -1), text: "" } : { text: rest };
}

/** `Исключена в соответствии с Законом …`: all that is left of an article. */
function isRepealed(text: string): boolean {
  return (
    text.length <= 300 &&
    /^[[(]?\s*(?:исключен|утратил|статья утратила|repealed|abrogé|derogado|废止|删去|ملغاة)/iu.test(text)
  );
}
