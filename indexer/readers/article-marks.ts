import type { Language } from "#domain/languages.ts";
import { anchorNumber } from "./anchors.ts";
import {
  arabicArticleNumber,
  chineseNumber,
  frenchOrdinal,
  type LeadingNumber,
  spanishOrdinal,
} from "#domain/numerals.ts";

/** The words that begin an article or a section, and what follows them on the line. */
export interface ArticleMark {
  label: string;
  anchor: string;
  rest: string;
}

/**
 * The mark that a paragraph begins with, in any of the six languages: `Статья 5.`, `Article 5`, `Artículo 5°.-`, `第五条`,
 * `المادة الخامسة:`, and in English `Section 5.`. A sentence that begins with a reference ("Статья 5 настоящего Закона …") is none.
 */
export function articleMark(text: string, language: Language | undefined): ArticleMark | undefined {
  return russianMark(text) ?? latinMark(text, language) ?? chineseMark(text) ?? arabicMark(text);
}

/** `Г л а в а 1.` → `Глава 1.`; marks are looked for in texts without such spaces. */
export function withoutLetterSpaces(text: string): string {
  return text.replace(/^(?:[\p{sc=Cyrillic}\p{sc=Latin}]\s){3,}[\p{sc=Cyrillic}\p{sc=Latin}](?=\s)/u, (word) =>
    word.replaceAll(/\s/gu, ""),
  );
}

/** `226¹` and `226.1` are one number: raised digits follow a dot. */
function russianMark(text: string): ArticleMark | undefined {
  const found = /^(статья)\s+(\d+(?:[.-]\d+)*)\s?([⁰¹²³⁴⁵⁶⁷⁸⁹]*)(?:\s*[.:)]|\s+[–—-](?=\s)|$)\s*/iu.exec(text);
  if (found === null) return undefined;
  const [mark, word, digits = "", raised = ""] = found;
  const number = raised === "" ? digits : `${digits}.${raised.normalize("NFKC")}`;
  return { label: `${word} ${number}`, anchor: `art-${anchorNumber(number)}`, rest: text.slice(mark.length) };
}

const latinWord = /^(article|art[ií]culo|section|art\.|sec\.|§)\s*/iu;

/** After the number of a Latin article comes punctuation, a capital or nothing: "Article 5 of the Convention" is a reference. */
function latinMark(text: string, language: Language | undefined): ArticleMark | undefined {
  const [word] = latinWord.exec(text) ?? [];
  if (word === undefined) return undefined;
  const isSection = /^(?:sec|§)/iu.test(word);
  if (isSection && language !== undefined && language !== "en") return undefined; // In French and Spanish a part of a chapter.
  const rest = text.slice(word.length);
  const number = latinNumber(rest) ?? spanishOrdinal(rest) ?? frenchOrdinal(rest);
  if (number === undefined) return undefined;
  const after = rest.slice(number.length);
  if (!/^\s*$|^\s*[.:)°º–—-]|^\s+[\p{Lu}\p{Lt}"«“(]/u.test(after)) return undefined;
  return {
    label: text.slice(0, word.length + number.length).trim(),
    anchor: `${isSection ? "s" : "art"}-${anchorNumber(number.number)}`,
    rest: after.replace(/^[\s.:)°º–—-]+/u, ""),
  };
}

/** `5`, `14A`, `L. 1333-1` (as `L1333-1`), `23 bis`, `5º`, `IV` */
function latinNumber(text: string): LeadingNumber | undefined {
  const found =
    /^((?:[LRDA]\.?\s?\*?)?\d+[A-Z]{0,2}(?:[-.]\d+[A-Z]?)*(?:[-\s](?:bis|ter|quater|quinquies)(?!\p{L}))?)(?:\s?[°º]|(?<=\d)o(?!\p{L}))?(?![\p{L}\d])/u.exec(
      text,
    ) ?? /^([IVXLC]+)(?![\p{L}\d])/u.exec(text);
  return found === null
    ? undefined
    : { number: (found[1] ?? "").replace(/^([LRDA])[.\s*]+/u, "$1"), length: found[0].length };
}

/** A number followed by 规定, 所 and the like is a reference at the beginning of a line. */
function chineseMark(text: string): ArticleMark | undefined {
  const found =
    /^(第\s?([〇零一二三四五六七八九十百千两\d０-９]+)\s?条(?:之([一二三四五六七八九十]+))?)(?![规所的至和与及或、中第之])[\s:：]*/u.exec(
      text,
    );
  const number = chineseNumber(found?.[2] ?? "");
  if (found === null || number === undefined) return undefined;
  const inserted = chineseNumber(found[3] ?? "");
  return {
    label: (found[1] ?? "").replaceAll(/\s/gu, ""),
    anchor: inserted === undefined ? `art-${number}` : `art-${number}-${inserted}`,
    rest: text.slice(found[0].length),
  };
}

/** After the number comes punctuation, nothing, or the text; `من` makes it a reference ("المادة الثالثة من هذا القانون"). */
function arabicMark(text: string): ArticleMark | undefined {
  const [word] = /^\(?\s*(?:ال)?ماد[ةه](?!\p{L})\s*/u.exec(text) ?? [];
  if (word === undefined) return undefined;
  const number = arabicArticleNumber(text.slice(word.length));
  if (number === undefined) return undefined;
  const length = word.length + number.length;
  const after = text.slice(length);
  if (/^\s+(?:من|في|على|إلى|أو|و\p{L}*)(?!\p{L})/u.test(after)) return undefined;
  return {
    label: text.slice(0, length).trim(),
    anchor: `art-${number.number}`,
    rest: after.replace(/^[\s:.)–—-]+/u, ""),
  };
}

/** A heading above articles; 0 stands above all. `isBare` when the line has the number and no name. */
export interface PartMark {
  rank: number;
  isBare: boolean;
}

/** Общая часть and Особенная часть stand above sections in some codes, inside one in others. */
export const generalPartRank = 0;

const partNames: [RegExp, number][] = [
  [/^(?:общая|особенная)\s+часть$/iu, generalPartRank],
  [/^(?:часть|книга)(?=\s)/iu, 0],
  [/^раздел(?=\s)/iu, 1],
  [/^подраздел(?=\s)/iu, 2],
  [/^глава(?=\s)/iu, 3],
  [/^(?:параграф(?=\s)|§)/iu, 4],
  [/^(?:book|livre|libro)(?=\s)/iu, 0],
  [/^(?:part|partie|parte)(?=\s)/iu, 1],
  [/^(?:title|titre|t[ií]tulo)(?=\s)/iu, 2],
  [/^(?:division)(?=\s)/iu, 2],
  [/^(?:sub-?title|sous-titre|subt[ií]tulo)(?=\s)/iu, 3],
  [/^(?:chapter|chapitre|cap[ií]tulo)(?=\s)/iu, 4],
  [/^(?:section|secci[oó]n)(?=\s)/iu, 5],
  [/^(?:sub-?section|sous-section|subsecci[oó]n)(?=\s)/iu, 6],
  [/^(?:الكتاب)(?=\s)/u, 0],
  [/^(?:الباب)(?=\s)/u, 1],
  [/^(?:الفصل)(?=\s)/u, 2],
  [/^(?:القسم|الفرع|المبحث)(?=\s)/u, 3],
];

const chineseParts = ["编", "分编", "章", "节", "目"];

/** The heading of a part, chapter or section in any of the six languages: `Глава 2.`, `CHAPITRE II`, `第二章 总则`, `الفصل الثاني`. */
export function partMark(text: string): PartMark | undefined {
  if (text.length > 400) return undefined;
  const chinese = /^第\s?[〇零一二三四五六七八九十百\d]+\s?(分编|编|章|节|目)(?:\s*(.*))$/u.exec(text);
  if (chinese !== null) {
    const isHeading = !/[。；：，]/u.test(text);
    return isHeading ? { rank: chineseParts.indexOf(chinese[1] ?? ""), isBare: chinese[2] === "" } : undefined;
  }
  for (const [name, rank] of partNames) {
    const [word] = name.exec(text) ?? [];
    if (word === undefined) continue;
    const rest = text.slice(word.length).trimStart();
    const number = partNumber(rest);
    if (rest === "") return { rank, isBare: true };
    if (number === undefined) return undefined;
    const after = rest.slice(number);
    if (!/^\s*$|^\s*[.:–—-]|^\s+[\p{Lu}\p{Lo}«"“(]/u.test(after) || /[;:؛]$/u.test(text)) return undefined;
    return { rank, isBare: /^[\s.:–—-]*$/u.test(after) };
  }
  return undefined;
}

/** How many characters write the number: `2`, `II`, `44-1`, `ПЕРВЫЙ`, `FIRST`, `premier`, `الحادي عشر`. */
function partNumber(text: string): number | undefined {
  const figure =
    /^(?:\d+(?:[.-]\d+)*|[IVXLCDMХІ]+(?:-\d+|er|re)?|[A-Z])(?![\p{L}\d])/u.exec(text) ??
    russianOrdinal.exec(text) ??
    englishOrdinal.exec(text);
  if (figure !== null) return figure[0].length;
  return (arabicArticleNumber(text) ?? spanishOrdinal(text) ?? frenchOrdinal(text))?.length;
}

const russianOrdinal =
  /^(?:перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят|одиннадцат|двенадцат|тринадцат|четырнадцат|пятнадцат)(?:ый|ой|ий|ая|ья|ое)(?!\p{L})/iu;
const englishOrdinal =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|fifth)(?!\p{L})/iu;

/** The first line of a schedule or annex. */
export interface ScheduleMark {
  label: string;
  anchor: string | undefined;
  rest: string;
}

const scheduleWords =
  /^(?:приложение|утвержден[аоы]?(?=$|\s+(?:приказом|постановлением|решением|указом))|schedule|annex|appendix|annexe|anexo|附件|附表|附录|(?:ال)?(?:ملحق|مرفق))(?!\p{L}(?<!\p{sc=Han}))\s*(?:№|no\.?|n°|رقم)?\s*\(?(\d+(?:-\d+)?|[IVX]+(?!\p{L})|[A-Z](?!\p{L})|[一二三四五六七八九十]+|[٠-٩]+)?\)?/iu;

/** `Приложение 1`, `SCHEDULE II`, `附件一：`, `Утверждены приказом …`: a short line of its own, or one that names the act it belongs to. */
export function scheduleMark(text: string): ScheduleMark | undefined {
  const found = scheduleWords.exec(text);
  if (found === null || text.length > 200) return undefined;
  const rest = text.slice(found[0].length);
  if (!/^$|^[.:：–—-]|^(?:к|ко|приказом|постановлением|решением|указом|to|à|au|al|إلى)\s|^[\p{Lu}«"“(]/u.test(rest))
    return undefined;
  const number = found[1] === undefined ? undefined : (chineseNumber(found[1]) ?? anchorNumber(found[1]));
  return {
    label: found[0].trim(),
    anchor: number === undefined ? undefined : `sch-${number}`,
    rest: rest.replace(/^[\s.:：–—-]+/u, ""),
  };
}
