import type { Language } from "#domain/languages.ts";
import type { Provision } from "#domain/legislation.ts";
import { anchorMaker, anchorNumber } from "./anchors.ts";
import { isNotInForce, justiceCanadaFacts } from "./justice-canada-facts.ts";
import { isHeading, withHeading, type Heading } from "./justice-canada-headings.ts";
import { scheduleProvisions, withoutLabel } from "./justice-canada-schedules.ts";
import { inlineText, paragraphs } from "./justice-canada-text.ts";
import { passages } from "./passages.ts";
import { ReadError, type Reader } from "./reading.ts";
import { child, elements, parseXml, type XmlElement } from "./xml-tree.ts";

/**
 * Acts and regulations of Canada in the XML of the Department of Justice ("LIMS"), English or French. Anchors and number are
 * the same in both languages. Amendments not in force, printed behind a law with section numbers of their own, are left out.
 */
export const readJusticeCanada: Reader = (file) => {
  const root = parseXml(file.bytes);
  if (root.name !== "Statute" && root.name !== "Regulation") {
    throw new ReadError(
      `A Justice Canada file begins with Statute or Regulation, this one with ${root.name}.`,
      `line ${root.line}`,
    );
  }
  const facts = justiceCanadaFacts(root);
  const language = facts.language ?? "en";
  const law = facts.status === "partly-in-force" ? without(root, isNotInForce) : root;
  const anchor = anchorMaker();
  const provisions = elements(root, "Repealed").length > 0 ? [] : lawProvisions(law, language);
  return {
    facts,
    ...(facts.number !== undefined && { key: facts.number }),
    provisions: provisions.map((each) => ({ ...each, anchor: anchor(each.anchor) })),
  };
};

function without(element: XmlElement, isLeftOut: (element: XmlElement) => boolean): XmlElement {
  const kept = element.children.filter((node) => typeof node === "string" || !isLeftOut(node));
  return { ...element, children: kept.map((node) => (typeof node === "string" ? node : without(node, isLeftOut))) };
}

function lawProvisions(root: XmlElement, language: Language): Provision[] {
  const body = [
    ...elements(root, "Body").flatMap((part) => sections(part, [], language)),
    ...elements(root, "Schedule").flatMap((schedule) => scheduleProvisions(schedule, language)),
  ];
  const order = enactingWords(root, language);
  // Proclamations and short orders have no section: the enacting words are the text.
  if (body.length === 0) return passages(order);
  return [...preamble(root, order, language), ...body];
}

function enactingWords(root: XmlElement, language: Language): string[] {
  return elements(root, "Order")
    .flatMap((order) => paragraphs(order, language))
    .filter((text) => !isPlaceAndDate(text));
}

/** `Ottawa, May 31, 2000` or `Le 31 mai 2000`, under the enacting words. */
function isPlaceAndDate(text: string): boolean {
  return text.length < 60 && /^(?:(?:Ottawa|Gatineau|Le)\b.*|\p{L}+ \d{1,2}, )\d{4}$/u.test(text);
}

/** An act's preamble; of a regulation's enacting words those that give reasons ("Whereas …"), for the rest is formula. */
function preamble(root: XmlElement, order: readonly string[], language: Language): Provision[] {
  const recitals = order.some((text) => /^(?:whereas|attendu|considérant|vu qu)/iu.test(text)) ? order : [];
  const introduction = elements(child(root, "Introduction"), "Preamble").flatMap((each) => paragraphs(each, language));
  const text = [...introduction, ...recitals].filter((each) => !/^Pr[eé]ambule?$/u.test(each)).join("\n");
  if (text.length < 60) return []; // a heading without words below it
  return [
    { anchor: "preamble", kind: "preamble", label: language === "fr" ? "Préambule" : "Preamble", path: [], text },
  ];
}

/** The sections of a body or part, each under the headings before it. */
function sections(part: XmlElement, outer: readonly Heading[], language: Language): Provision[] {
  let headings = [...outer];
  return elements(part).flatMap((each) => {
    if (isHeading(each)) headings = withHeading(headings, each);
    if (each.name === "Section") return section(each, headings, language);
    if (each.name === "Schedule") return scheduleProvisions(each, language);
    return /^Group\d/u.test(each.name) ? sections(each, headings, language) : [];
  });
}

function section(unit: XmlElement, headings: readonly Heading[], language: Language): Provision[] {
  const number = /^\d[^*]*/u.exec(inlineText(child(unit, "Label")))?.[0].trim() ?? "";
  const heading = inlineText(child(unit, "MarginalNote"));
  const text = paragraphs(withoutLabel(unit), language).join("\n");
  if (text === "") return [];
  return [
    {
      anchor: number === "" ? "s-unnumbered" : `s-${anchorNumber(number)}`,
      kind: "article",
      label: number === "" ? "" : `${language === "fr" ? "art." : "s."} ${number}`,
      ...(heading !== "" && { heading }),
      path: headings.map((each) => each.text),
      text,
    },
  ];
}
