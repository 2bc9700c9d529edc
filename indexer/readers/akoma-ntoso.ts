import type { Language } from "#domain/languages.ts";
import type { Provision } from "#domain/legislation.ts";
import { akomaNtosoFacts } from "./akoma-ntoso-facts.ts";
import {
  isPageHead,
  joinedSentences,
  splitHeading,
  withoutFootnoteFigures,
  withoutPageHeads,
} from "./akoma-ntoso-repair.ts";
import { cleanHeading, isReference, looseHeading, partHeading, scheduleAnchor, unitName } from "./akoma-ntoso-names.ts";
import { inlineText, paragraphs } from "./akoma-ntoso-text.ts";
import { anchorMaker } from "./anchors.ts";
import { passages } from "./passages.ts";
import { ReadError, type Reader } from "./reading.ts";
import { child, elements, parseXml, type XmlElement } from "./xml-tree.ts";

/**
 * Laws in Akoma Ntoso, versions 2.0, 3.0 and its drafts (CSD13, WD17). Provisions are its articles, sections or rules, whichever
 * are innermost; schedules are its attached documents. Files made from scanned prints are repaired where the fault is certain.
 */
export const readAkomaNtoso: Reader = (file) => {
  const root = parseXml(file.bytes);
  if (root.name !== "akomaNtoso" || !/akomantoso\.org\/|\/legaldocml\/ns\/akn\//u.test(root.namespace)) {
    throw new ReadError(
      `An Akoma Ntoso file begins with akomaNtoso in its namespace, this one with ${root.name}.`,
      `line ${root.line}`,
    );
  }
  const document = elements(root).find(({ name }) => ["act", "bill", "doc", "statement"].includes(name));
  if (document === undefined) {
    throw new ReadError("The Akoma Ntoso file holds no act, bill or document.", `line ${root.line}`);
  }
  const facts = akomaNtosoFacts(document);
  const isScan = child(document, "meta", "identification")?.attributes.get("source") === "#slaw";
  const law: LawText = { title: facts.title ?? "", language: facts.language ?? file.facts.language ?? "en", isScan };
  const anchor = anchorMaker();
  const provisions = lawProvisions(root, document, law).map((each) => ({ ...each, anchor: anchor(each.anchor) }));
  return { facts, provisions };
};

interface LawText {
  title: string;
  language: Language;
  /** Made from a scanned print, by the program "slaw". */
  isScan: boolean;
}

/** A provision whose text may still grow: a scanned print's page may have torn it. */
type Draft = Omit<Provision, "text"> & { paragraphs: string[] };

function lawProvisions(root: XmlElement, document: XmlElement, law: LawText): Provision[] {
  const body = child(document, "body") ?? child(document, "mainBody");
  const before: Draft = { anchor: "preamble", kind: "preamble", label: "", path: [], paragraphs: [] };
  const drafts: Draft[] = [before];
  if (body !== undefined) collect(body, [], law, drafts);
  for (const attached of attachedDocuments(root, document)) addSchedule(attached, law, drafts);

  const written = drafts.filter((draft) => draft !== before).map((draft) => provision(draft, law));
  const lasting = written.filter((each) => !isRepealed(each));
  const provisions = law.isScan ? withoutDoubles(lasting) : lasting;
  if (provisions.length > 0) return [...preamble(document, before.paragraphs, law), ...provisions];
  return [...preamble(document, [], law), ...passages(repaired(before.paragraphs, law))];
}

const unitNames = ["article", "section", "rule"];

/** Amending acts quote the articles they insert; these are not articles of the act. */
const quotationNames = new Set(["quotedStructure", "embeddedStructure"]);

function hasUnits(element: XmlElement): boolean {
  return elements(element).some(
    (each) => !quotationNames.has(each.name) && (unitNames.includes(each.name) || hasUnits(each)),
  );
}

/** Adds the articles below a part of the law, each under the headings above it. */
function collect(part: XmlElement, path: readonly string[], law: LawText, drafts: Draft[]): void {
  let crossHeading: string[] = [];
  let isSchedule = false;
  const units = elements(part);
  const headingLine = looseHeading(part);
  for (const [index, each] of units.entries()) {
    const here = [...path, ...crossHeading];
    isSchedule ||= law.isScan && drafts.at(-1)?.kind === "article" && beginsAgain(each, units[index + 1]);
    if (isCrossHeading(each)) crossHeading = [inlineText(child(each, "heading")) || inlineText(each)];
    else if (isSchedule) collectLostSchedule(each, drafts);
    else if (hasUnits(each)) collectPart(each, here, law, drafts);
    else if (unitNames.includes(each.name)) collectUnit(each, here, law, drafts);
    else if (!["num", "heading", "subheading"].includes(each.name) && each !== headingLine) {
      drafts.at(-1)?.paragraphs.push(...paragraphs(each));
    }
  }
}

/** After the last section the numbers begin again with 1: the items of a schedule whose heading a scan lost. */
function beginsAgain(first: XmlElement, second: XmlElement | undefined): boolean {
  if (first.name !== "section" || inlineText(child(first, "num")) !== "1.") return false;
  return second === undefined || (second.name === "section" && inlineText(child(second, "num")) === "2.");
}

function collectLostSchedule(item: XmlElement, drafts: Draft[]): void {
  if (drafts.at(-1)?.kind === "article") {
    drafts.push({ anchor: "sch", kind: "schedule", label: "Schedule", path: [], paragraphs: [] });
  }
  const number = inlineText(child(item, "num"));
  const [first = "", ...rest] = paragraphs({
    ...item,
    children: item.children.filter((node) => typeof node === "string" || node.name !== "num"),
  });
  drafts.at(-1)?.paragraphs.push(`${number} ${first}`.trim(), ...rest);
}

function isCrossHeading({ name, attributes }: XmlElement): boolean {
  return name === "crossHeading" || (name === "hcontainer" && /^cross-?heading$/iu.test(attributes.get("name") ?? ""));
}

function collectPart(part: XmlElement, path: readonly string[], law: LawText, drafts: Draft[]): void {
  const heading = partHeading(part, law.language);
  if (law.isScan && isTornSentence(inlineText(child(part, "heading")))) {
    // "… in Part A States] …": a line of the print that begins with the word "Part" or "Chapter".
    drafts.at(-1)?.paragraphs.push(heading.replace(" — ", " "));
    collect(part, path, law, drafts);
  } else {
    collect(part, heading === "" ? path : [...path, heading], law, drafts);
  }
}

function isTornSentence(heading: string): boolean {
  return /^\p{Ll}/u.test(heading) || (heading.includes("]") && !heading.includes("["));
}

function collectUnit(unit: XmlElement, path: readonly string[], law: LawText, drafts: Draft[]): void {
  const number = inlineText(child(unit, "num"));
  const heading = inlineText(child(unit, "heading"));
  const text = paragraphs({
    ...unit,
    children: unit.children.filter((node) => typeof node === "string" || !isHead(node)),
  });
  if (law.isScan && isTornNumber(number, heading || (text[0] ?? ""), drafts.at(-1))) {
    // "… of the Companies Act," / "1956. The …": a line of the print that begins with a year, a day or the number of a section it speaks of.
    drafts.at(-1)?.paragraphs.push([number, heading].join(" ").trim(), ...text);
    return;
  }
  const split = law.isScan ? splitHeading(heading === "" ? (text[0] ?? "") : heading) : undefined;
  const clean = cleanHeading(split?.heading ?? heading);
  drafts.push({
    ...unitName(unit, number, law.language),
    kind: "article",
    ...(clean !== "" && { heading: clean }),
    path: [...path],
    paragraphs: split === undefined ? text : [split.text, ...(heading === "" ? text.slice(1) : text)],
  });
}

function isTornNumber(number: string, words: string, last: Draft | undefined): boolean {
  if (!/^\d{1,3}(?!ST|ND|RD|TH)\p{Lu}{0,3}\.?$/iu.test(number)) return true;
  const lastNumber = Number.parseInt(/\d+/u.exec(last?.label ?? "")?.[0] ?? "0", 10);
  return Number.parseInt(number, 10) <= lastNumber && /^[\p{Ll}\d,;)]/u.test(words);
}

function isHead({ name }: XmlElement): boolean {
  return name === "num" || name === "heading" || name === "subheading";
}

interface Attached {
  heading: string;
  document: XmlElement;
}

/** Schedules and annexes: components of version 2, attachments of version 3. */
function attachedDocuments(root: XmlElement, document: XmlElement): Attached[] {
  const holders = [root, document, child(document, "body")].flatMap((each) => [
    ...elements(child(each, "components"), "component"),
    ...elements(child(each, "attachments"), "attachment"),
  ]);
  return holders.flatMap((holder) =>
    elements(holder, "doc").map((each) => ({ heading: inlineText(child(holder, "heading")), document: each })),
  );
}

function addSchedule({ heading, document }: Attached, law: LawText, drafts: Draft[]): void {
  const body = child(document, "mainBody");
  if (body === undefined) return;
  const alias =
    child(document, "meta", "identification", "FRBRWork", "FRBRalias")?.attributes.get("value")?.trim() ?? "";
  const label = heading || alias || "Schedule";
  if (law.isScan && /^[,\p{Ll}]/u.test(label)) {
    // "… the Schedule shall be construed …": a line of the print that begins with the word "Schedule".
    const after = /^schedule(\p{L}+)$/u.exec(document.attributes.get("name") ?? "")?.[1] ?? "";
    drafts.at(-1)?.paragraphs.push(`Schedule ${after} ${label}`.replaceAll(/\s+/gu, " ").replace(" ,", ","));
    collect(body, [], law, drafts);
    return;
  }
  const anchor = scheduleAnchor(label);
  const inner: Draft[] = [];
  collect(body, [label], law, inner);
  const isList = inner.length < 2;
  const title = [...elements(body), body].map((each) => inlineText(child(each, "heading"))).find(Boolean) ?? "";
  drafts.push({
    anchor,
    kind: "schedule",
    label,
    ...(title !== "" && !isReference(title) && { heading: cleanHeading(title) }),
    path: [],
    paragraphs: isList ? paragraphs(body).filter((text) => text !== title) : [],
  });
  if (isList) return;
  drafts.push(
    ...inner.map((each): Draft => ({
      ...each,
      kind: "schedule",
      anchor: `${anchor}-${each.anchor}`,
      label: `${label}, ${each.label}`,
    })),
  );
}

/** Long title and recitals; not the number, the dates and the words of enactment. */
function preamble(document: XmlElement, loose: readonly string[], law: LawText): Provision[] {
  const longTitle = elements(child(document, "preface"), "longTitle").flatMap(paragraphs);
  const recitals = elements(child(document, "preamble"))
    .filter(({ name }) => name !== "formula")
    .flatMap(paragraphs);
  const text = repaired([...longTitle, ...recitals, ...loose], law)
    .filter((each) => !isFormula(each))
    .join("\n");
  if (text.length < 60) return [];
  return [{ anchor: "preamble", kind: "preamble", label: "", path: [], text }];
}

function isFormula(text: string): boolean {
  return /^\W*(?:(?:\p{L}+\.?\s+){0,3}act,?\s+)?no\s?\.?\s|^\W*be\s+it\s+enacted|^\W*it\s+is\s+hereby\s+enacted|^\[[^\]]*\d{4}\.?\]$/iu.test(
    text,
  );
}

function provision({ paragraphs: written, ...draft }: Draft, law: LawText): Provision {
  const text = repaired(written, law);
  // In some scans the section's only sentence was taken for its heading.
  if (text.length > 0 || draft.heading === undefined || draft.kind !== "article")
    return { ...draft, text: text.join("\n") };
  const { heading, ...rest } = draft;
  return { ...rest, text: repaired([heading], law).join("\n") };
}

function repaired(written: readonly string[], law: LawText): string[] {
  const texts = written.filter((text) => !/^[*\s]*$/u.test(text) && !isPageHead(text, law.title));
  if (!law.isScan) return texts;
  return joinedSentences(texts.map((text) => withoutFootnoteFigures(withoutPageHeads(text, law.title))));
}

/** Nothing is left but `[Repealed …]`, `Rep. by …` or asterisks. */
function isRepealed({ text }: Provision): boolean {
  return text.split("\n").every((line) => /^[[(*\s]*(?:(?:rep(?:ealed)?\b|omitted\b).{0,200})?$/iu.test(line));
}

/** A scan may have a section twice, or have turned the lines of the table of contents into sections: the later one stays. */
function withoutDoubles(provisions: readonly Provision[]): Provision[] {
  const later = new Map<string, Set<string>>();
  const kept = provisions.toReversed().filter(({ anchor, kind, text, heading }) => {
    const texts = later.get(anchor) ?? new Set();
    const isContentsLine = kind === "article" && heading === undefined && text.length < 120;
    if (texts.has(text) || (isContentsLine && texts.size > 0)) return false;
    later.set(anchor, texts.add(text));
    return true;
  });
  return kept.toReversed();
}
