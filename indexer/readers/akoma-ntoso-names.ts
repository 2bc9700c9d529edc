import type { Language } from "#domain/languages.ts";
import { inlineText, paragraphs } from "./akoma-ntoso-text.ts";
import { anchorNumber } from "./anchors.ts";
import { child, elements, type XmlElement } from "./xml-tree.ts";

/** Label and anchor of an article, section or rule; the identifier of version 3 (`chp_1__sec_14-2`) is the safest source of the number. */
export function unitName(unit: XmlElement, num: string, language: Language): { label: string; anchor: string } {
  const identifier = /(?:^|__)(?:art|article|sec|section|rule)_([^_]+)$/u.exec(unit.attributes.get("eId") ?? "")?.[1];
  const written = num.replace(/[\s.:–—-]+$/u, "");
  const bare = /^\d+(?:[.\p{L}-]\p{N}*)*$/u.test(written);
  const number = identifier ?? (bare ? written : written.replace(/^\p{L}+\.?\s+/u, ""));
  const short = { article: "art", section: "s", rule: "rule" }[unit.name] ?? unit.name;
  return {
    label: bare ? `${labelWord(unit.name, language)} ${written}`.trim() : written,
    anchor: number === "" ? `${short}-unnumbered` : `${short}-${anchorNumber(number)}`,
  };
}

function labelWord(name: string, language: Language): string {
  if (name === "section") return language === "en" ? "s." : "";
  if (name === "rule") return language === "en" ? "r." : "";
  return { ar: "المادة", en: "Article", es: "Artículo", fr: "Article", ru: "Статья", zh: "" }[language];
}

/** `Chapter II — Powers`; the word for the level is added where the number stands alone. */
export function partHeading(part: XmlElement, language: Language): string {
  const number = inlineText(child(part, "num"));
  const level =
    /^[\dIVXLC]+[A-Z]?\.?$/u.test(number) && language === "en" ? `${capitalised(part.name)} ${number}` : number;
  const loose = looseHeading(part);
  const heading = inlineText(child(part, "heading")) || (loose === undefined ? "" : paragraphs(loose).join(" "));
  return [level.replace(/\.$/u, ""), isReference(heading) ? "" : cleanHeading(heading)].filter(Boolean).join(" — ");
}

/** `[See section 2]` under the heading of a schedule. */
export function isReference(heading: string): boolean {
  return /^[[(]|^see /iu.test(heading);
}

/** In a part without heading, a first line of a few words is its heading. */
export function looseHeading(part: XmlElement): XmlElement | undefined {
  if (child(part, "heading") !== undefined || child(part, "num") === undefined) return undefined;
  const first = elements(part).find(({ name }) => name !== "num");
  return first?.name === "paragraph" && paragraphs(first).join(" ").length < 120 ? first : undefined;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `Short title and commencement.—` → `Short title and commencement`. */
export function cleanHeading(heading: string): string {
  return heading.replace(/[\s.:–—-]+$/u, "");
}

const ordinals = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" ");

/** `Schedule 2`, `THE SECOND SCHEDULE` → `sch-2`; `Annex B` → `sch-b`. */
export function scheduleAnchor(label: string): string {
  const ordinal = ordinals.findIndex((word) => label.toLowerCase().includes(word)) + 1;
  const number = /^\p{L}+\s+(\d+\p{L}?|[IVXLC]+|\p{Lu})(?!\p{L})/u.exec(label)?.[1];
  if (ordinal > 0) return `sch-${ordinal}`;
  return number === undefined ? "sch" : `sch-${anchorNumber(number)}`;
}
