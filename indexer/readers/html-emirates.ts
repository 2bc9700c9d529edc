import type { InstrumentType, LawFacts } from "#domain/legislation.ts";
import { type Block, htmlBlocks, type HtmlElement } from "./html-blocks.ts";
import { arabicArticleNumber, arabicOrdinal } from "#domain/numerals.ts";
import { Outline } from "./outline.ts";
import type { Reading } from "./reading.ts";

/** True for a page of the Emirati Ministry of Justice: its classes spell Arabic words in code points. */
export function isEmiratesPage(html: string): boolean {
  return /class="x(?:_+1[56]\d\d)+_/u.test(html);
}

/**
 * Laws as elaws.moj.gov.ae shows them. What a block is, only its class says: `x__1575___1604___1605___1575___1583___1577_14`
 * spells المادة, an article. A decision and the regulation it approves stand in one page, each with its own article 1, and
 * often the English version follows; that is left out where the page has the same words in Arabic.
 */
export function readEmiratesPage(html: string): Reading {
  const tokens = htmlBlocks(html, {
    omits: (element) =>
      /\b(?:footnote_text|Showfn|ShowItr|ItrHeader|HeaderP|PDFLink)\b/u.test(element.attribs["class"] ?? ""),
    replaces: separatorMark,
  }).flatMap((block) => tokenOf(block) ?? []);
  const outline = new Outline();
  const schedules = { count: 0 };
  for (const [index, part] of versionsInArabic(partsOf(tokens)).entries())
    readPart(outline, part, index === 0, schedules);
  return { facts: factsOf(tokens), provisions: outline.provisions() };
}

type TokenKind =
  | "law" // قانون: decree and number
  | "name" // عنوان للقانون: what it is about
  | "date" // تاريخ
  | "relation" // معدل: amended by, repeals
  | "preamble" // مقدمة القانون
  | "title" // عنوان داخل القانون: the title of an annexed text
  | "heading" // الباب، الفصل، الفرع
  | "article" // المادة
  | "text" // فقرة, and rows of tables
  | "end"; // صدر، الامضاء، نشر، سمكة: issued, signed, published, an ornament

interface Token {
  kind: TokenKind;
  text: string;
  /** The class in Arabic letters. */
  className: string;
}

const separator = "❖";

/** سمكة is the ornament between two texts; it has a picture and no words. */
function separatorMark(element: HtmlElement): string | undefined {
  return arabicName(element.attribs["class"] ?? "").startsWith("سمكة") ? separator : undefined;
}

/** `x__1601___1602___1585___1577_` → فقرة */
function arabicName(className: string): string {
  return [...className.matchAll(/1[56]\d\d(?=_)/gu)].map(([code]) => String.fromCharCode(Number(code))).join("");
}

const kinds: [prefix: string, kind: TokenKind | undefined][] = [
  ["قانون", "law"],
  ["عنوانللقانون", "name"],
  ["تاريخ", "date"],
  ["معدل", "relation"],
  ["مقدمةالقانون", "preamble"],
  ["عنوانداخلالقانون", "title"],
  ["الباب", "heading"],
  ["الفصل", "heading"],
  ["الفرع", "heading"],
  ["المادة", "article"],
  ["صدر", "end"],
  ["الامضاء", "end"],
  ["نشر", "end"],
  ["سمكة", "end"],
  ["تعديل", undefined], // A remark on an amendment.
];

function tokenOf(block: Block): Token | undefined {
  if (block.name === "title") return undefined;
  const className = arabicName(block.classes.join(" "));
  const known = kinds.find(([prefix]) => className.startsWith(prefix));
  const kind = known === undefined ? "text" : known[1];
  return kind === undefined ? undefined : { kind, text: block.text, className };
}

/** A text with an end of its own: the decision, the regulation it approves, their English versions, a licence. */
interface Part {
  isArabic: boolean;
  tokens: Token[];
}

/**
 * The page in parts. A part ends at an ornament, at a heading after the signature, and where headings or articles change
 * script; paragraphs may do so inside a part (names in a table), and go on after a date of issue in the middle of a licence.
 */
function partsOf(tokens: Token[]): Part[] {
  const parts: Part[] = [];
  let current: Part | undefined;
  let isSigned = false;
  for (const token of tokens) {
    if (["law", "name", "date", "relation"].includes(token.kind)) continue;
    if (token.kind === "end") {
      isSigned = true;
      if (token.text === separator) current = undefined;
      continue;
    }
    const isArabic = /\p{sc=Arabic}/u.test(token.text);
    const isStructure = token.kind === "heading" || token.kind === "article" || token.kind === "title";
    const opens = isStructure && (isSigned || token.kind === "title" || isArabic !== current?.isArabic);
    if (current === undefined || opens) {
      current = { isArabic, tokens: [] };
      parts.push(current);
      isSigned = false;
    }
    if (
      isArabic &&
      !isStructure &&
      !current.tokens.some((before) => before.kind !== "text" && before.kind !== "preamble")
    )
      current.isArabic = true;
    current.tokens.push(token);
  }
  return parts;
}

/** All parts in Arabic, and those in English that have no Arabic version: some licences and annexes. */
function versionsInArabic(parts: Part[]): Part[] {
  const hasArticles = (part: Part): boolean => part.tokens.some((token) => token.kind === "article");
  const isAnnexInArabic = parts.filter((part) => part.isArabic).length > 1;
  const areArticlesInArabic = parts.some((part) => part.isArabic && hasArticles(part));
  return parts.filter((part) => part.isArabic || !(hasArticles(part) ? areArticlesInArabic : isAnnexInArabic));
}

/** Headings with articles below are their path; headings after the last article, and those of a part without any, are schedules. */
function readPart(outline: Outline, part: Part, isFirst: boolean, schedules: { count: number }): void {
  if (!isFirst) outline.leaveHeadings();
  const lastArticle = part.tokens.findLastIndex((token) => token.kind === "article");
  let headed: string | undefined; // The class of the heading that the last token belongs to.
  let waiting: { rank: number; words: string } | undefined; // A schedule's heading whose text has not come.
  let parentRank = Infinity; // Of the heading above the schedules.
  for (const [index, token] of part.tokens.entries()) {
    const isHeading = token.kind === "heading" || token.kind === "title";
    const continues = isHeading && headed === token.className;
    headed = isHeading ? token.className : undefined;
    if (token.kind === "article") {
      beginArticle(outline, token.text);
    } else if (!isHeading) {
      if (waiting !== undefined) beginSchedule(outline, waiting.words, schedules);
      waiting = undefined;
      outline.paragraph(token.text);
    } else if (index < lastArticle && /^(?:تمهيد|Preamble)$/u.test(token.text)) {
      outline.begin({ kind: "preamble", label: "", anchor: "preamble", heading: token.text });
    } else if (index < lastArticle && /^(?:ال)?جدول(?!\p{L})/u.test(token.text)) {
      outline.paragraph(token.text); // The title of a table inside an article.
    } else if (index < lastArticle) {
      if (continues) outline.continueHeading(token.text);
      else outline.heading(rankOf(token), token.text);
    } else if (waiting !== undefined && continues) {
      waiting.words = `${waiting.words} ${token.text}`;
    } else {
      const rank = rankOf(token);
      if (waiting !== undefined) {
        outline.heading(waiting.rank, waiting.words);
        parentRank = waiting.rank;
      } else if (rank <= parentRank) {
        outline.leaveHeadings();
        parentRank = Infinity;
      }
      waiting = { rank, words: token.text };
    }
  }
}

/** By its words first: pages use the classes of parts and chapters for one another. */
function rankOf(token: Token): number {
  if (token.kind === "title") return 0;
  const names = ["الباب", "الفصل", "القسم", "الفرع"];
  const byWords = names.findIndex((name) => token.text.startsWith(name));
  return 1 + (byWords >= 0 ? byWords : names.indexOf(token.className));
}

/** `المادة 39 – نظام الحساب*`: the star says that the heading is the publisher's. */
function beginArticle(outline: Outline, text: string): void {
  const mark = /^\s*(?:ال)?(?:مادة|بند)\s*|^Artic[lt]e\s+/u.exec(text)?.[0] ?? "";
  const rest = text.slice(mark.length);
  const number = mark.startsWith("Art")
    ? latinNumber(rest)
    : mark === ""
      ? arabicOrdinal(rest)
      : arabicArticleNumber(rest);
  const length = mark.length + (number?.length ?? 0);
  outline.begin({
    kind: "article",
    label: text.slice(0, length).trim() || text,
    anchor: number === undefined ? "art" : `art-${number.number}`,
    heading: number === undefined ? undefined : headingWords(text.slice(length)),
  });
}

function latinNumber(text: string): { number: string; length: number } | undefined {
  const [digits] = /^\d+/u.exec(text) ?? [];
  return digits === undefined ? undefined : { number: digits, length: digits.length };
}

function headingWords(text: string): string {
  return text.replace(/^[\s–—:.-]+/u, "").replace(/[\s*]+$/u, "");
}

/** `جدول (أ) مستويات غرف العزل`: label and heading. */
function beginSchedule(outline: Outline, words: string, schedules: { count: number }): void {
  schedules.count += 1;
  const [label = ""] =
    /^(?:ال)?(?:جدول|ملحق|مرفق)\s*(?:رقم)?\s*\([^()]{1,8}\)|^(?:Schedule|ANNEX|Annex)\s+\d+/u.exec(words) ?? [];
  outline.begin({
    kind: "schedule",
    label,
    anchor: `sch-${schedules.count}`,
    heading: headingWords(words.slice(label.length)),
  });
}

function factsOf(tokens: Token[]): Partial<LawFacts> {
  const law = textOf(tokens, "law");
  const name = textOf(tokens, "name").replace(/[\s.]+$/u, "");
  const adopted = /صادر بتاريخ (\d{1,2})\/(\d{1,2})\/(\d{4})/u.exec(textOf(tokens, "date"));
  const year = /لسنة\s+(\d{4})/u.exec(law)?.[1] ?? adopted?.[3];
  const [numbered, number] = /رقم\s*\(?\s*([\d/]+)\s*\)?/u.exec(law) ?? [];
  const cited = numbered === undefined ? law : law.slice(0, law.indexOf(numbered) + numbered.length).trim();
  return {
    language: "ar",
    ...(law === "" ? {} : { title: name === "" ? law : `${law}: ${name}`, type: typeOf(law, name) }),
    ...(number === undefined ? {} : { number: year === undefined ? number : `${number}/${year}` }),
    ...(number === undefined || year === undefined ? {} : { citation: `${cited} لسنة ${year}` }),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(adopted === null
      ? {}
      : { adopted: `${adopted[3]}-${adopted[2]?.padStart(2, "0")}-${adopted[1]?.padStart(2, "0")}` }),
    ...amendmentOf(tokens.filter((token) => token.kind === "relation").map((token) => token.text)),
  };
}

function textOf(tokens: Token[], kind: TokenKind): string {
  return tokens.flatMap((token) => (token.kind === kind ? token.text : [])).join(" ");
}

function typeOf(law: string, name: string): InstrumentType {
  if (law.startsWith("مرسوم بقانون")) return "decree";
  if (law.startsWith("مرسوم")) return /اتفاق|بروتوكول|معاهدة|انضمام/u.test(name) ? "treaty-approval" : "decree";
  if (law.startsWith("قانون")) return "act";
  if (law.startsWith("تعميم")) return "guideline";
  return law.startsWith("قرار") ? "decision" : "other";
}

/** `معدل بموجب`, amended by, is followed by the amending instruments up to the next relation (`يلغي`, repeals). */
function amendmentOf(relations: string[]): Partial<LawFacts> {
  const start = relations.findIndex((text) => text.startsWith("معدل بموجب"));
  if (start === -1) return {};
  const rest = relations.slice(start + 1);
  const end = rest.findIndex((text) => /^ي(?:لغي|عدل)/u.test(text));
  const dates = rest
    .slice(0, end === -1 ? undefined : end)
    .flatMap((text) => [...text.matchAll(/(\d{1,2})\/(\d{1,2})\/(\d{4})/gu)])
    .map(([, day = "", month = "", year = ""]) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  const last = dates.toSorted().at(-1);
  return { status: "amended", ...(last === undefined ? {} : { statusNote: `amended, last on ${last}` }) };
}
