import type { Language } from "#domain/languages.ts";
import { cleanText } from "./clean-text.ts";
import { superscript } from "./superscripts.ts";
import { elements, type XmlElement, type XmlNode } from "./xml-tree.ts";

/**
 * The paragraphs of a section, schedule or any smaller unit, in the file's own language: labels stand before their
 * text (`(a) …`), a subsection's marginal note is a paragraph above it, a table's row is one paragraph with its cells
 * joined by ` | `. Repealed units, page footnotes, history and signatures are not law text and are left out.
 */
export function paragraphs(unit: XmlElement, language: Language): string[] {
  if (isOmitted(unit, language)) return [];
  if (unit.name === "row") return [row(unit, language)].filter((text) => !/^[\s|]*$/u.test(text));

  const notes = elements(unit, "MarginalNote").map(inlineText);
  const label = elements(unit, ...labelNames)
    .map(inlineText)
    .join(" ");
  const texts = blocks(unit).flatMap((block) => ("name" in block ? paragraphs(block, language) : [inline(block)]));
  const [first, ...rest] = texts.filter((text) => text !== "" && !isPlaceholder(text));
  if (first === undefined) return [];
  return [...notes.filter((note) => note !== ""), `${label} ${first}`.trim(), ...rest];
}

/** The words of an element on one line: superscripts raised (`10⁶`), footnote marks and history dropped. */
export function inlineText(element: XmlElement | undefined): string {
  return element === undefined ? "" : inline(element.children);
}

const labelNames = ["Label", "FormulaTerm"];

/** Elements that run on inside a line of text. */
const inlineNames = new Set([
  "DefinedTermEn",
  "DefinedTermFr",
  "DefinitionEnOnly",
  "DefinitionFrOnly",
  "DefinitionRef",
  "Emphasis",
  "FootnoteRef",
  "FormBlank",
  "HistoricalNote",
  "Keep",
  "Language",
  "Leader",
  "LineBreak",
  "Repealed",
  "Sub",
  "Sup",
  "XRefExternal",
  "XRefInternal",
]);

const omittedNames = new Set(["HistoricalNote", "Image", "Note", "RelatedOrNotInForce", "Repealed", "SignatureBlock"]);

function isOmitted(unit: XmlElement, language: Language): boolean {
  const { name, attributes } = unit;
  // Of a repealed definition only its term is left: `accountant [Repealed, …]`.
  if (name === "Text" && elements(unit, "Repealed").length > 0) return true;
  // A page footnote cites sources; a table's footnote is part of the table.
  if (name === "Footnote") return attributes.get("placement") !== "table" || attributes.get("status") === "editorial";
  if (name === "BilingualItemEn") return language !== "en";
  if (name === "BilingualItemFr") return language !== "fr";
  return omittedNames.has(name);
}

/** `[Repealed, …]`, `[Amendments]`, `[L.S.]`, `...`: marks of the editors in place of a text. */
function isPlaceholder(text: string): boolean {
  return /^(?:\[[^[\]]*\]|[.…\s]+)$/u.test(text);
}

/** The children without label and marginal note: each smaller unit, and each run of words between them. */
function blocks(unit: XmlElement): (XmlElement | XmlNode[])[] {
  const result: (XmlElement | XmlNode[])[] = [];
  for (const node of unit.children) {
    const last = result.at(-1);
    if (typeof node === "string" || inlineNames.has(node.name)) {
      if (Array.isArray(last)) last.push(node);
      else result.push([node]);
    } else if (node.name !== "MarginalNote" && !labelNames.includes(node.name)) {
      result.push(node);
    }
  }
  return result;
}

function row(unit: XmlElement, language: Language): string {
  const cells = elements(unit, "entry").map((entry) => paragraphs(entry, language).join(" "));
  return cleanText(cells.join(" | "));
}

function inline(nodes: readonly XmlNode[]): string {
  return cleanText(nodes.map(words).join(""));
}

function words(node: XmlNode): string {
  if (typeof node === "string") return node;
  switch (node.name) {
    case "Footnote":
    case "FootnoteRef":
    case "HistoricalNote":
    case "Note":
    case "Repealed":
      return "";
    case "LineBreak":
      return " ";
    case "Leader":
      return "…";
    case "FormBlank":
      return "____";
    case "Sup":
      return superscript(node.children.map(words).join(""));
    default:
      return node.children.map(words).join("");
  }
}
