import type { InstrumentType, LawFacts, LawStatus } from "#domain/legislation.ts";
import { cleanText } from "./clean-text.ts";
import { type Fronted, textField } from "./front-matter.ts";
import { gregorianYear } from "./hijri.ts";
import { tableRow } from "./markdown-inline.ts";
import { arabicArticleNumber, arabicOrdinal, type LeadingNumber, westernDigits } from "#domain/numerals.ts";
import { Outline } from "./outline.ts";
import type { Reading } from "./reading.ts";

interface Line {
  /** How many `#` begin it; 0 for a paragraph. */
  level: number;
  text: string;
}

/** A line that begins a provision: its label, number and the words after it. */
interface Mark {
  label: string;
  number: string;
  words: string;
}

/**
 * Saudi laws. Articles are headings `## المادة الأولى`; below one the source often repeats its name, and names the chapter that
 * begins with it. Where a text has no such heading, lines that begin with المادة are the articles, else the points أولاً، ثانياً of a
 * decision, else numbers `١/٢-` of an implementing regulation.
 */
export function readArabicMarkdown({ fields, body }: Fronted): Reading {
  const title = textField(fields, "title") ?? "";
  const lines = withoutSignature(linesOf(body)).filter(
    (line) => line.level !== 1 && squeezed(line.text) !== squeezed(title),
  );
  const markOf = markFinder(lines);
  const outline = new Outline();
  let article: Mark | undefined;
  for (const line of lines) {
    const mark = markOf(line, article);
    const rank = chapterRank(line);
    const repeated = outline.isFresh() && line.level === 0 ? articleMark(line.text) : undefined;
    if (mark !== undefined) {
      article = mark;
      const isHeading = line.level > 0 || mark.words === "";
      outline.begin({
        kind: "article",
        label: mark.label,
        anchor: `art-${mark.number}`,
        heading: isHeading ? mark.words : undefined,
      });
      if (!isHeading) outline.paragraph(mark.words);
    } else if (rank !== undefined && line.level > 0) {
      outline.heading(rank, line.text);
    } else if (rank !== undefined && outline.isFresh()) {
      // `الباب الأول: أحكام: الفصل الأول: تعريفات`: two headings on one line.
      for (const heading of line.text.split(/\s*:\s*(?=(?:الفصل|الفرع)\s)/u)) {
        outline.headingOverFresh(chapterRank({ level: 0, text: heading }) ?? lowestRank, heading);
      }
    } else if (repeated !== undefined && repeated.number === article?.number) {
      if (repeated.words !== "") outline.name(repeated.words);
    } else if (line.level > 0 && !enacting.test(line.text)) {
      outline.heading(lowestRank, line.text);
    } else {
      outline.paragraph(line.text);
    }
  }
  return { facts: factsOf(fields, title), provisions: outline.provisions() };
}

function linesOf(body: string): Line[] {
  return body
    .split("\n")
    .map((line) => ({
      level: /^#*(?=\s)/u.exec(line)?.[0].length ?? 0,
      text: line.startsWith("|") ? (tableRow(line) ?? "") : cleanText(line.replace(/^(?:#+|[*-])\s/u, "")),
    }))
    .filter((line) => line.text !== "" && !/^(?:والله الموفق|صدر بموجب)/u.test(line.text));
}

/** A decision ends with the names of those who issued it and the line `صدر في: …`, which the front matter has too. */
function withoutSignature(lines: Line[]): Line[] {
  const date = lines.findIndex((line, index) => index > 0 && /^(?:صدر|حرر) في\s*[:：]/u.test(line.text));
  if (date === -1) return lines;
  const last = lines
    .slice(0, date)
    .findLastIndex((line) => line.text.length > 70 || /[.:؛]$/u.test(line.text) || line.level > 0);
  return [
    ...lines.slice(0, last + 1),
    ...lines.slice(date + 1).filter((line) => line.text.length > 70 || line.level > 0),
  ];
}

function squeezed(text: string): string {
  return text.replaceAll(/[^\p{L}\d]/gu, "");
}

/** The kind of mark that this text is cut at. */
function markFinder(lines: Line[]): (line: Line, last: Mark | undefined) => Mark | undefined {
  if (lines.some((line) => line.level > 0 && articleMark(line.text) !== undefined)) {
    return (line, last) => (line.level > 0 ? articleMark(line.text, last) : undefined);
  }
  if (lines.filter((line) => articleMark(line.text) !== undefined).length > 1) return (line) => articleMark(line.text);
  if (lines.some((line) => pointMark(line)?.number === "1")) {
    return (line, last) => {
      const point = pointMark(line);
      const isNext = line.level > 0 || Number(point?.number) === Number(last?.number ?? 0) + 1;
      return isNext ? point : undefined;
    };
  }
  if (lines.filter((line) => sectionMark(line.text) !== undefined).length > 2) return (line) => sectionMark(line.text);
  return () => undefined;
}

/**
 * `المادة الأولى`, `المادة (12): التعريفات`, `المادة: ٤`; a heading that has only the word gets the number after the last. Words that run on
 * (`المادة الأولى من النظام …`) are no mark.
 */
function articleMark(text: string, last?: Mark): Mark | undefined {
  const word = /^(?:المادة\s*)+/u.exec(text)?.[0];
  if (word === undefined) return undefined;
  const number = arabicArticleNumber(text.slice(word.length));
  if (number === undefined) {
    const isBare = text.trim() === "المادة" && last !== undefined && /^\d+$/u.test(last.number);
    return isBare ? { label: text.trim(), number: String(Number(last.number) + 1), words: "" } : undefined;
  }
  const label = `المادة${text.slice(word.trimEnd().length, word.length + number.length)}`;
  return withWords(text, label, word.length, number, /^\s*[:：.\-–—]+\s*|^\s*/u, /^(?:من|في|إلى|على|و\p{L})/u);
}

/** `أولاً: …`, or alone on its line, or with a heading: `أولا الأهداف`. */
function pointMark({ level, text }: Line): Mark | undefined {
  const number = arabicOrdinal(text);
  if (number === undefined || text.startsWith("ال")) return undefined;
  const label = text.slice(0, number.length);
  const separator = level > 0 ? /^\s*[:：.\-–—]*\s*/u : /^\s*(?:[:：\-–—]+\s*|$)/u;
  return separator.test(text.slice(number.length)) ? withWords(text, label, 0, number, separator) : undefined;
}

/** `١ /٢‏- …`: the second provision on the first article of the law that a regulation carries out. */
function sectionMark(text: string): Mark | undefined {
  const [mark = "", article = "", place = ""] = /^([\d٠-٩]+)\s*\/\s*([\d٠-٩]+)\s*[-–:]\s*/u.exec(text) ?? [];
  if (mark === "") return undefined;
  return {
    label: mark.replace(/\s*[-–:]\s*$/u, "").replaceAll(/\s/gu, ""),
    number: westernDigits(`${article}.${place}`),
    words: text.slice(mark.length),
  };
}

function withWords(
  text: string,
  label: string,
  start: number,
  number: LeadingNumber,
  separator: RegExp,
  running?: RegExp,
): Mark | undefined {
  const rest = text.slice(start + number.length);
  const words = rest.replace(separator, "");
  const hasMark = /^\s*[:：.\-–—]/u.test(rest);
  if (!hasMark && running?.test(words) === true) return undefined;
  return {
    label: label.replaceAll(/\s+/gu, " ").trim(),
    number: number.number,
    words: words.replace(/^\(\s*(.*?)\s*\)\s*:?$/u, "$1"),
  };
}

/** Outermost first: book, part, division, chapter, branch, topic. */
function chapterRank(line: Line): number | undefined {
  const [, word = "", rest = ""] = /^(الكتاب|الباب|القسم|الفصل|الفرع|المبحث)\s+(.*)$/u.exec(line.text) ?? [];
  if (word === "" || line.text.length > 150 || arabicArticleNumber(rest) === undefined) return undefined;
  return ["الكتاب", "الباب", "القسم", "الفصل", "الفرع", "المبحث"].indexOf(word);
}

const lowestRank = 6;

/** Words of a decision before its points, set as a heading: يقرر ما يلي. */
const enacting = /^(?:ي?قرر|قررت?|رسمنا|أمرنا|تقرر)/u;

function factsOf(fields: Fronted["fields"], title: string): Partial<LawFacts> {
  const url = textField(fields, "source_url");
  const type = types[textField(fields, "doc_type") ?? ""];
  const issued = westernDigits(textField(fields, "issued_date") ?? "");
  const adopted = gregorianDate(issued);
  const year =
    adopted?.slice(0, 4) ?? gregorianYearIn(issued) ?? gregorianYearIn(textField(fields, "gazette_ref") ?? "");
  const [approved, published] = ["approval_date_hijri", "publish_date"].map((name) => textField(fields, name) ?? "");
  const computed =
    year === undefined ? (gregorianYear(approved ?? "") ?? gregorianYear(published ?? "")) : Number(year);
  return {
    ...(title === "" ? {} : { title }),
    ...numberOf(title, textField(fields, "issued_by") ?? "", issued),
    ...(type === undefined ? {} : { type }),
    ...statusOf(title, textField(fields, "status")),
    ...(computed === undefined ? {} : { year: computed }),
    ...(adopted === undefined ? {} : { adopted }),
    ...(url === undefined ? {} : { url }),
  };
}

/** `… الموافق: ٦ / ٩ / ٢٠٢٢م`, `… الموافق: ١٨ من نوفمبر ٢٠٢٤م` → ISO */
function gregorianDate(issued: string): string | undefined {
  const [, day = "", month = "", year] =
    /الموافق\s*[:：]?\s*(\d{1,2})\s*(?:\/|من)\s*([\d\p{L}]+)\s*\/?\s*(\d{4})/u.exec(issued) ?? [];
  const number = /^\d/u.test(month) ? Number(month) : months.indexOf(month) + 1;
  return year === undefined || number === 0
    ? undefined
    : `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
}

const months = [
  "يناير",
  "فبراير",
  "مارس",
  "أبريل",
  "مايو",
  "يونيو",
  "يوليو",
  "أغسطس",
  "سبتمبر",
  "أكتوبر",
  "نوفمبر",
  "ديسمبر",
];

function gregorianYearIn(text: string): string | undefined {
  return /\b((?:19|20)\d\d)\s*م/u.exec(westernDigits(text))?.[1];
}

/** The number of the royal decree or order with its Hijri year, since numbers begin anew: `م/38 (1428هـ)`. */
function numberOf(title: string, issuedBy: string, issued: string): { number?: string } {
  const source = westernDigits(`${title} ${issuedBy}`);
  const [found, letter, number] =
    /(?:المرسوم|مرسوم|الأمر|أمر)\s+(?:ال)?ملكي\s+(?:رقم)?[\s:(]*([مأ])\s*\/\s*(\d+)/u.exec(source) ?? [];
  if (found === undefined) return {};
  const year =
    /\b(1[34]\d\d)\b/u.exec(source.slice(source.indexOf(found)))?.[1] ?? /\b(1[34]\d\d)\s*هـ?/u.exec(issued)?.[1];
  return { number: `${letter}/${number}${year === undefined ? "" : ` (${year}هـ)`}` };
}

function statusOf(title: string, stated: string | undefined): { status?: LawStatus; statusNote?: string } {
  if (/القديم(?:ة)?\)?$/u.test(title))
    return { status: "superseded", statusNote: withSource("an old law, as its title says", stated) };
  if (stated === undefined) return {};
  if (/^(?:سار[يى]|نافذ)/u.test(stated)) return { status: "in-force", statusNote: "marked as in force by its source" };
  const isRepealed = /غير سار|لاغ|[أإا]لغ|ملغ/u.test(stated);
  return isRepealed ? { status: "repealed", statusNote: withSource("marked as repealed by its source", stated) } : {};
}

function withSource(note: string, stated: string | undefined): string {
  return stated === undefined || stated.length < 12 ? note : `${note}: ${stated.replaceAll("؛", "")}`;
}

const types: Record<string, InstrumentType> = {
  نظام: "act",
  لائحة: "regulation",
  قرار: "decision",
  "مرسوم ملكي": "decree",
  "أمر ملكي": "decree",
  معايير: "guideline",
  اتفاقية: "treaty-approval",
};
