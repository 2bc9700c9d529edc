import type { LawFacts } from "#domain/legislation.ts";
import { inlineText } from "./justice-canada-text.ts";
import { child, descendants, elements, type XmlElement } from "./xml-tree.ts";

/**
 * What a Justice Canada file states of the law. The number is the same in both languages (`DORS/2000-210` → `SOR/2000-210`),
 * the citation is in the file's own.
 */
export function justiceCanadaFacts(root: XmlElement): Partial<LawFacts> {
  const identification = child(root, "Identification");
  const language = root.attributes.get("lang") === "fr" ? "fr" : "en";
  const title = inlineText(child(identification, "ShortTitle")) || inlineText(child(identification, "LongTitle"));
  const citation =
    root.name === "Statute" ? actCitation(root, language) : inlineText(child(identification, "InstrumentNumber"));
  const adopted = adoption(root);
  const year = yearOf(root, adopted);
  const inForce = dateInForce(root, adopted);
  return {
    language,
    ...(title !== "" && { title }),
    number: root.name === "Statute" ? consolidatedNumber(root) : neutralNumber(citation),
    citation,
    type: instrumentType(root, title),
    url: address(root, language),
    ...(year !== undefined && { year }),
    ...(adopted !== undefined && { adopted }),
    ...(inForce !== undefined && { inForce }),
    ...standing(root),
  };
}

/** An element the Department marks as enacted but not (yet) law. */
export function isNotInForce({ attributes }: XmlElement): boolean {
  const inForce = attributes.get("in-force");
  return inForce === "no" || inForce === "9999-01-01";
}

/** The sections of the law itself, in Body, Parts and Divisions. */
function bodySections(root: XmlElement): XmlElement[] {
  return elements(root, "Body").flatMap(sectionsBelow);
}

function sectionsBelow(part: XmlElement): XmlElement[] {
  return elements(part).flatMap((each) => {
    if (each.name === "Section") return [each];
    return /^Group\d/u.test(each.name) ? sectionsBelow(each) : [];
  });
}

/** `R.S.C., 1985, c. E-19` for an act of the Revised Statutes, `S.C. 1997, c. 9` for one of a year since. */
function actCitation(root: XmlElement, language: "en" | "fr"): string {
  const annual = child(root, "Identification", "Chapter", "AnnualStatuteId");
  const chapter = annual === undefined ? consolidatedNumber(root) : inlineText(child(annual, "AnnualStatuteNumber"));
  const year = inlineText(child(annual, "YYYY"));
  if (annual === undefined) return language === "fr" ? `L.R.C. (1985), ch. ${chapter}` : `R.S.C., 1985, c. ${chapter}`;
  return language === "fr" ? `L.C. ${year}, ch. ${chapter}` : `S.C. ${year}, c. ${chapter}`;
}

function consolidatedNumber(root: XmlElement): string {
  return inlineText(child(root, "Identification", "Chapter", "ConsolidatedNumber"));
}

function neutralNumber(number: string): string {
  return number
    .replace(/^DORS\//u, "SOR/")
    .replace(/^TR\//u, "SI/")
    .replace(/^(C\.R\.C\.,) ch\./u, "$1 c.");
}

/** The title says what kind of regulation it is, alike in both languages. */
function instrumentType(root: XmlElement, title: string): LawFacts["type"] {
  if (root.name === "Statute") return "act";
  if (/\bControl List$|^Liste des (?:marchandises|pays|substances)\b/u.test(title)) return "control-list";
  if (/\bProclamation\b/u.test(title)) return "decree";
  return /\bOrder\b|^(?:Décret|Arrêté|Ordonnance) /u.test(title) ? "decision" : "regulation";
}

/** The law's page on the Justice Laws website, whose addresses are made of the number. */
function address(root: XmlElement, language: "en" | "fr"): string {
  const isAct = root.name === "Statute";
  const folder = { en: isAct ? "acts" : "regulations", fr: isAct ? "lois" : "reglements" }[language];
  const number = isAct ? consolidatedNumber(root) : inlineText(child(root, "Identification", "InstrumentNumber"));
  const page = number.replaceAll("/", "-").replaceAll(" ", "_");
  return `https://laws-lois.justice.gc.ca/${language === "fr" ? "fra" : "eng"}/${folder}/${page}/`;
}

/** Assent of an act, registration of a regulation. */
function adoption(root: XmlElement): string | undefined {
  const identification = child(root, "Identification");
  const assent = elements(child(identification, "BillHistory"), "Stages").find(
    ({ attributes }) => attributes.get("stage") === "assented-to",
  );
  return date(child(assent, "Date") ?? child(identification, "RegistrationDate", "Date"));
}

function date(element: XmlElement | undefined): string | undefined {
  const [year = "", month = "", day = ""] = ["YYYY", "MM", "DD"].map((part) => inlineText(child(element, part)));
  // The appropriation acts "assented to" in the year 1000 have no date.
  return Number(year) < 1600 ? undefined : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function yearOf(root: XmlElement, adopted: string | undefined): number | undefined {
  const annual = inlineText(child(root, "Identification", "Chapter", "AnnualStatuteId", "YYYY"));
  const year = Number(/^\d{4}/u.exec(annual || (adopted ?? ""))?.[0]);
  if (Number.isInteger(year)) return year;
  return root.name === "Statute" ? 1985 : undefined; // an act without a year of its own is of the Revised Statutes of 1985
}

/**
 * The day the whole law came into force, where a note or its last section says so. The files' own `inforce-start-date`
 * is the day of a version, often the day the database began (2003-01-01, 2006-03-22), so it is not used.
 */
function dateInForce(root: XmlElement, adopted: string | undefined): string | undefined {
  for (const note of descendants(root, "Footnote").map((each) => inlineText(child(each, "Text")))) {
    const stated = /^\[Note ?: \p{L}+ (?:in force|en vigueur)(?: on assent| à la sanction)? (?:le )?(.*)/u.exec(
      note,
    )?.[1];
    if (stated !== undefined) return writtenDate(stated);
  }
  for (const text of bodySections(root).map((section) => inlineText(child(section, "Text")))) {
    const stated =
      /^(?:This|These|Le|La|Les) [^.;]{1,120}? (?:comes? into force on|entre(?:nt)? en vigueur) ([^.;]*)\.$/u.exec(
        text,
      )?.[1];
    if (stated === undefined) continue;
    return /^the da(?:y|te) on which (?:it is|they are) registered$|^à la date de (?:son|leur) enregistrement$/u.test(
      stated,
    )
      ? adopted
      : writtenDate(stated.replace(/^le /u, ""));
  }
  return undefined;
}

const months = [
  ["January", "janvier"],
  ["February", "février"],
  ["March", "mars"],
  ["April", "avril"],
  ["May", "mai"],
  ["June", "juin"],
  ["July", "juillet"],
  ["August", "août"],
  ["September", "septembre"],
  ["October", "octobre"],
  ["November", "novembre"],
  ["December", "décembre"],
];

/** `May 31, 2000 …` or `1er septembre 2019 …` → 2000-05-31, 2019-09-01. */
function writtenDate(text: string): string | undefined {
  const english = /^(?<month>[A-Z]\p{L}+) (?<day>\d{1,2}), (?<year>\d{4})/u.exec(text)?.groups;
  const {
    year,
    month = "",
    day = "",
  } = english ?? /^(?<day>\d{1,2})(?:er)? (?<month>\p{L}+) (?<year>\d{4})/u.exec(text)?.groups ?? {};
  const position = months.findIndex((names) => names.includes(month));
  if (year === undefined || position < 0) return undefined;
  return `${year}-${String(position + 1).padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** In force, repealed or not in force, with the fact behind it. The Department's collection holds the law in force and shells of the rest. */
function standing(root: XmlElement): Pick<LawFacts, "status"> & Partial<Pick<LawFacts, "statusNote" | "repealed">> {
  const [repeal] = elements(root, "Repealed");
  if (repeal !== undefined) return repealStanding(repeal);

  const sections = bodySections(root);
  const waiting = sections.filter(isNotInForce);
  if (waiting.length === 0) return { status: "in-force" };
  // The section on commencement is always in force.
  const inForce = sections.filter(
    (section) => !isNotInForce(section) && !/into force|en vigueur/u.test(inlineText(section)),
  );
  if (inForce.length === 0) return { status: "adopted-not-in-force", statusNote: "no provision is in force yet" };
  const labels = waiting.map((section) => inlineText(child(section, "Label"))).join(", ");
  return { status: "partly-in-force", statusNote: `not yet in force and left out here: s. ${labels}` };
}

function repealStanding(repeal: XmlElement): ReturnType<typeof standing> {
  const text = inlineText(repeal);
  const by = englishReference(/^\[[^,]*,\s*(.*)\]$/u.exec(text)?.[1] ?? "");
  const byWhat = by === "" ? "" : ` by ${by}`;
  if (/^\[(?:Repealed before coming into force|Abrogée?s? avant d['’]entrer en vigueur)/iu.test(text)) {
    return { status: "repealed-before-in-force", statusNote: `repealed before coming into force${byWhat}` };
  }
  const repealed = repealDate(repeal, by);
  if (repealed === undefined) return { status: "repealed", statusNote: `repealed${byWhat}` };
  return { status: "repealed", repealed, statusNote: `repealed on ${longDate(repealed)}${byWhat}` };
}

/** `DORS/2025-219, art. 108` → `SOR/2025-219, s. 108`; `2008, ch. 20, art. 3` → `S.C. 2008, c. 20, s. 3`. */
function englishReference(reference: string): string {
  return neutralNumber(reference)
    .replace(/^(?=\d{4}, (?:c|ch)\. )/u, "S.C. ")
    .replace(/^C\.P\. /u, "P.C. ")
    .replace(/^Gazette du Canada Partie (I+), volume (\d+), page/u, "Canada Gazette Part $1, Volume $2, page")
    .replaceAll(/\bch\. /gu, "c. ")
    .replaceAll(/\bart\. /gu, "s. ")
    .replaceAll(/\bal\. (\S+\))/gu, "par. $1")
    .replaceAll(/par\. (\d+)([a-z])\)/gu, "par. $1($2)");
}

/**
 * The day of the repeal: the version date of the note. For laws repealed long before the database began that is the day
 * of some later clean-up, so it counts only when it follows the repealing instrument within four years.
 */
function repealDate(repeal: XmlElement, by: string): string | undefined {
  const day = repeal.attributes.get("{http://justice.gc.ca/lims}inforce-start-date");
  const instrument = /(?:^S\.C\. |^P\.C\. |^S(?:OR|I)\/)(\d{4}|\d{2}(?=-))/u.exec(by)?.[1];
  if (day === undefined || instrument === undefined) return undefined;
  const made = Number(instrument.length === 2 ? `19${instrument}` : instrument);
  const delay = Number(day.slice(0, 4)) - made;
  return delay >= 0 && delay <= 4 ? day : undefined;
}

function longDate(isoDate: string): string {
  const [year = "", month = "", day = ""] = isoDate.split("-");
  return `${Number(day)} ${months[Number(month) - 1]?.[0] ?? month} ${year}`;
}
