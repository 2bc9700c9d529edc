import type { Language } from "#domain/languages.ts";
import type { LawFacts } from "#domain/legislation.ts";
import { inlineText } from "./akoma-ntoso-text.ts";
import { child, descendants, elements, type XmlElement } from "./xml-tree.ts";

/**
 * What an Akoma Ntoso document states of the law: title, number, year, adoption, repeal, language. The dates of expression and
 * manifestation are those of a version or of the file, and in some collections a constant (1980-01-01), so they are not read.
 */
export function akomaNtosoFacts(document: XmlElement): Partial<LawFacts> {
  const work = child(document, "meta", "identification", "FRBRWork");
  const expression = child(document, "meta", "identification", "FRBRExpression");
  const uri = workUri(work);
  const title = titleOf(document, work);
  const type = document.name === "act" ? types[uri?.subtype ?? uri?.type ?? "act"] : undefined;
  const language = languages[(value(expression, "FRBRlanguage", "language") ?? "").slice(0, 3)];
  const adopted = adoption(document, work, uri?.year);
  const year = uri?.year ?? yearOf(adopted);
  return {
    ...(title !== "" && { title }),
    ...(uri !== undefined && { number: uri.number }),
    ...(language !== undefined && { language }),
    ...(type !== undefined && { type }),
    ...(year !== undefined && { year }),
    ...(adopted !== undefined && { adopted }),
    ...standing(document),
  };
}

const languages: Readonly<Record<string, Language>> = {
  ar: "ar",
  ara: "ar",
  en: "en",
  eng: "en",
  es: "es",
  spa: "es",
  fr: "fr",
  fra: "fr",
  fre: "fr",
  ru: "ru",
  rus: "ru",
  zh: "zh",
  zho: "zh",
  chi: "zh",
};

/** Kinds of acts as they are written in the names of works: `/za/act/1993/87`, `/ke/act/ln/2019/12`, `/xx/act/decree/…`. */
const types: Readonly<Record<string, LawFacts["type"]>> = {
  act: "act",
  code: "code",
  constitution: "constitution",
  decree: "decree",
  order: "decision",
  ordinance: "decree",
  regulation: "regulation",
  regulations: "regulation",
  si: "regulation",
};

interface WorkUri {
  type: string;
  subtype: string | undefined;
  year: number | undefined;
  /** `Act 21 of 2005`; `KAR Act 29 of 2014` for the legislature of a part of the State. */
  number: string;
}

/** `/in-union/act/2005/21` and `/akn/za/act/1993/87`: country and place, type, perhaps subtype, year or date, number. */
function workUri(work: XmlElement | undefined): WorkUri | undefined {
  const uri = value(work, "FRBRuri", "value") ?? "";
  const parts =
    /^(?:\/akn)?\/([a-z]{2})(?:-([a-z0-9]+))?\/([a-z]+)(?:\/(?!\d)([^/]+))?\/(\d{4})(?:-\d\d-\d\d)?\/([^/!@]+)/iu.exec(
      uri,
    );
  if (parts === null) return undefined;
  const [, , place, type = "", subtype, year, written = ""] = parts;
  const number = written.replace(/^0+(?=\d)/u, "");
  const legislature = place === undefined || place === "union" ? "" : `${place.toUpperCase()} `;
  const kind = (subtype ?? type).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return { type, subtype, year: Number(year), number: `${legislature}${kind} ${number} of ${year}` };
}

function titleOf(document: XmlElement, work: XmlElement | undefined): string {
  const preface = child(document, "preface") ?? child(document, "coverPage");
  const written = preface === undefined ? [] : ["shortTitle", "docTitle"].flatMap((name) => descendants(preface, name));
  const title = inlineText(written[0]) || value(work, "FRBRalias", "value") || value(work, "FRBRname", "value") || "";
  return title
    .replaceAll(/\s+/gu, " ")
    .replace(/(\d{4})\.$/u, "$1")
    .trim();
}

/** The day of adoption: the work's own date, or a date written under the title. A date that does not agree with the law's year is a mistake. */
function adoption(document: XmlElement, work: XmlElement | undefined, year: number | undefined): string | undefined {
  const written = descendants(document, "docDate").map(
    (each) => each.attributes.get("date") || englishDate(inlineText(each)),
  );
  return [value(work, "FRBRdate", "date"), ...written].find((date) => {
    if (date === undefined || !/^\d{4}-\d\d-\d\d$/u.test(date) || date === "1980-01-01") return false;
    return year === undefined || Math.abs(Number(date.slice(0, 4)) - year) <= 1;
  });
}

const months = "january february march april may june july august september october november december".split(" ");

/** `[13th May, 2016]` → 2016-05-13. */
function englishDate(text: string): string | undefined {
  const [, day = "", month = "", year = ""] = /(\d{1,2})(?:st|nd|rd|th)?\s+(\p{L}+),?\s+(\d{4})/u.exec(text) ?? [];
  const position = months.indexOf(month.toLowerCase()) + 1;
  return position === 0 ? undefined : `${year}-${String(position).padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function yearOf(date: string | undefined): number | undefined {
  return date === undefined ? undefined : Number(date.slice(0, 4));
}

/** A bill is a draft; an act is repealed when its life cycle says so. Anything else the format does not tell. */
function standing(document: XmlElement): Partial<LawFacts> {
  if (document.name === "bill") return { status: "draft" };
  const events = elements(child(document, "meta", "lifecycle"), "eventRef");
  const repeal = events.find(({ attributes }) => attributes.get("type") === "repeal");
  const date = repeal?.attributes.get("date");
  if (repeal === undefined) return {};
  if (date === undefined || !/^\d{4}-\d\d-\d\d$/u.test(date)) return { status: "repealed" };
  return { status: "repealed", repealed: date, statusNote: `repealed on ${date}` };
}

function value(parent: XmlElement | undefined, name: string, attribute: string): string | undefined {
  return child(parent, name)?.attributes.get(attribute) || undefined;
}
