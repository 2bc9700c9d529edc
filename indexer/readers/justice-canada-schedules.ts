import type { Language } from "#domain/languages.ts";
import type { Provision } from "#domain/legislation.ts";
import { anchorNumber } from "./anchors.ts";
import { isHeading, withHeading, type Heading } from "./justice-canada-headings.ts";
import { inlineText, paragraphs } from "./justice-canada-text.ts";
import { child, elements, type XmlElement } from "./xml-tree.ts";

/**
 * A schedule cut at its headings, and at its items where these are texts of their own: `Schedule, item 5505`.
 * Lists of names and of form fields stay whole, and so do treaties, whose numbers begin again in each article.
 */
export function scheduleProvisions(schedule: XmlElement, language: Language): Provision[] {
  const formHeading = child(schedule, "ScheduleFormHeading");
  // "Amendments not in force" and "Related provisions" are printed behind the law in the form of a schedule.
  if (formHeading?.attributes.get("type") === "amending") return [];

  const name = scheduleName(formHeading, language);
  const runs = cut(schedule);
  const items = ownItems(runs, language);
  let unnamed = 0;
  return runs.flatMap(({ headings, units }) => {
    const inner = headings.at(-1);
    const heading = inner?.text ?? name.title;
    const label = inner?.label ?? "";
    if (inner !== undefined && label === "") unnamed += 1;
    const part = inner === undefined ? "" : label === "" ? `-p-${unnamed}` : `-${partAnchor(label)}`;
    const whole: Provision = {
      anchor: `${name.anchor}${part}`,
      kind: "schedule",
      label: name.label,
      ...(heading !== "" && { heading }),
      path: inner === undefined ? [] : [name.path, ...headings.slice(0, -1).map(({ text }) => text)],
      text: units
        .filter((unit) => !items.has(unit))
        .flatMap((unit) => paragraphs(unit, language))
        .join("\n"),
    };
    const path = [name.path, ...headings.map(({ text }) => text)];
    const single = units.filter((unit) => items.has(unit)).map((unit) => item(unit, name, path, language));
    return [whole, ...single].filter(({ text }) => text !== "");
  });
}

interface ScheduleName {
  label: string;
  title: string;
  path: string;
  anchor: string;
}

/** `SCHEDULE 1` → label `Schedule 1`, anchor `sch-1`; a schedule printed in both languages has `SCHEDULE / ANNEXE`. */
function scheduleName(formHeading: XmlElement | undefined, language: Language): ScheduleName {
  const written = ownLanguage(inlineText(child(formHeading, "Label")), language);
  const title = ownLanguage(inlineText(child(formHeading, "TitleText")), language);
  const label = sentenceCase(written) || (language === "fr" ? "Annexe" : "Schedule");
  const number = /^\p{L}+ (\d+(?:\.\d+)*|[IVXLC]+|[A-Z])(?!\p{L})/u.exec(written)?.[1];
  return {
    label,
    title,
    path: title === "" ? label : `${label} — ${title}`,
    anchor: number === undefined ? "sch" : `sch-${anchorNumber(number)}`,
  };
}

function ownLanguage(text: string, language: Language): string {
  const [english = "", french] = text.split(" / ");
  return french === undefined ? text : language === "fr" ? french : english;
}

function sentenceCase(capitals: string): string {
  const lower = capitals.replaceAll(/\p{Lu}{2,}/gu, (word) => (/^[IVXLC]+$/u.test(word) ? word : word.toLowerCase()));
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

/** The units of a schedule under one heading. */
interface Run {
  headings: Heading[];
  units: XmlElement[];
}

function cut(schedule: XmlElement): Run[] {
  const runs: Run[] = [{ headings: [], units: [] }];
  for (const element of unwrapped(schedule)) {
    const last = runs.at(-1);
    if (isHeading(element)) runs.push({ headings: withHeading(last?.headings ?? [], element), units: [] });
    else last?.units.push(element);
  }
  return runs;
}

const wrappers = new Set([
  "BillPiece",
  "Body",
  "ConventionAgreementTreaty",
  "DocumentInternal",
  "FormGroup",
  "Group",
  "Group1-Part",
  "Group2-Division",
  "List",
  "RegulationPiece",
]);

function unwrapped(element: XmlElement): XmlElement[] {
  const own = elements(element).filter(({ name }) => element.name !== "Schedule" || name !== "ScheduleFormHeading");
  return own.flatMap((each) => (wrappers.has(each.name) ? unwrapped(each) : [each]));
}

/** Shorter on average, items are names, countries or fields of a form: one by one they would crowd out the articles in a search. */
const shortestItems = 150;

/** The items of a schedule that become provisions: numbered, each number once, and long enough to be read alone. */
function ownItems(runs: readonly Run[], language: Language): ReadonlySet<XmlElement> {
  const items = runs.flatMap(({ units }) => units).filter(isItem);
  const texts = items.map((unit) => paragraphs(unit, language).join("\n")).filter((text) => text !== "");
  const labels = new Set(items.map((unit) => inlineText(child(unit, "Label"))));
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const isList = items.length === 1 || labels.size < items.length || characters < shortestItems * texts.length;
  return new Set(isList ? [] : items);
}

/** `5505`, `A.1.1.`, `3-01`; not `(a)`, `a)` or `“1`. */
function isItem(unit: XmlElement): boolean {
  const label = inlineText(child(unit, "Label"));
  return (
    ["Item", "Provision", "Section"].includes(unit.name) && /^[\p{L}\d]/u.test(label) && !/^\p{Ll}+\)/u.test(label)
  );
}

function item(unit: XmlElement, name: ScheduleName, path: string[], language: Language): Provision {
  const number = inlineText(child(unit, "Label")).replace(/[.*\s]+$/u, "");
  const heading = inlineText(child(unit, "MarginalNote"));
  return {
    anchor: `${name.anchor}-item-${anchorNumber(number)}`,
    kind: "schedule",
    label: `${name.label}, ${language === "fr" ? "art." : "item"} ${number}`,
    ...(heading !== "" && { heading }),
    path,
    text: paragraphs(withoutLabel(unit), language).join("\n"),
  };
}

/** A unit whose label and marginal note stand outside its text. */
export function withoutLabel(unit: XmlElement): XmlElement {
  const children = unit.children.filter(
    (node) => typeof node === "string" || (node.name !== "Label" && node.name !== "MarginalNote"),
  );
  return { ...unit, children };
}

const partWords: Readonly<Record<string, string>> = {
  partie: "part",
  groupe: "group",
  tableau: "table",
  liste: "list",
  chapitre: "chapter",
  titre: "title",
};

/** `PARTIE A` and `PART A` → `part-a`; `Article premier` → `article-1`. */
function partAnchor(label: string): string {
  return anchorNumber(label)
    .replace(/^\p{L}+/u, (word) => partWords[word] ?? word)
    .replace(/-premi(?:er|ère)$/u, "-1");
}
