import { cleanText } from "./clean-text.ts";
import { superscript } from "./superscripts.ts";
import { elements, type XmlElement, type XmlNode } from "./xml-tree.ts";

/**
 * The paragraphs below an element of an Akoma Ntoso document: numbers stand before their text (`(a) …`), headings of
 * smaller units are paragraphs of their own, a table's row is one paragraph with its cells joined by ` | `.
 */
export function paragraphs(unit: XmlElement): string[] {
  if (omittedNames.has(unit.name) || isRemoved(unit)) return [];
  if (unit.name === "tr") return [cells(unit)].filter((text) => !/^[\s|]*$/u.test(text));

  const heading = elements(unit, "heading", "subheading").map(inlineText);
  const number = elements(unit, "num").map(inlineText).join(" ");
  const [first, ...rest] = blocks(unit)
    .flatMap((block) => ("name" in block ? paragraphs(block) : [inline(block)]))
    .filter(Boolean);
  const headings = heading.filter(Boolean);
  if (first === undefined) return headings.map((text, index) => (index === 0 ? `${number} ${text}`.trim() : text));
  return [...headings, `${number} ${first}`.trim(), ...rest];
}

/** The words of an element on one line, without notes. */
export function inlineText(element: XmlElement | undefined): string {
  return element === undefined ? "" : inline(element.children);
}

const inlineNames = new Set(
  `a abbr affectedDocument b br change courtType date def del docAuthority docCommittee docDate docIntroducer docJurisdiction
  docNumber docProponent docPurpose docStage docStatus docTitle docType docketNumber eol embeddedText entity event fillIn i
  inline ins judge lawyer legislature listReference location mmod mod mref noteRef object omissis opinion organization
  outcome party person placeholder process quantity quotedText ref relatedDocument remark rmod role rref session shortTitle
  signature span sub subFlow sup tocItem u vote`.split(/\s+/u),
);

/** Notes and editors' remarks; the metadata; what is not text. */
const omittedNames = new Set(["authorialNote", "del", "img", "meta", "noteRef", "notes", "remark", "signature", "toc"]);

/** Version 3 marks a unit that is no longer law. */
function isRemoved({ attributes }: XmlElement): boolean {
  return attributes.get("status") === "removed";
}

/** The children without number and headings: each smaller unit, and each run of words between them. */
function blocks(unit: XmlElement): (XmlElement | XmlNode[])[] {
  const result: (XmlElement | XmlNode[])[] = [];
  for (const node of unit.children) {
    const last = result.at(-1);
    if (typeof node === "string" || isInline(node)) {
      if (Array.isArray(last)) last.push(node);
      else result.push([node]);
    } else if (!["num", "heading", "subheading"].includes(node.name)) {
      result.push(node);
    }
  }
  return result;
}

/** A note runs on in its line, to be dropped there; an amendment (`mod`) that quotes a whole article does not. */
function isInline({ name, children }: XmlElement): boolean {
  if (omittedNames.has(name)) return true;
  return inlineNames.has(name) && children.every((node) => typeof node === "string" || isInline(node));
}

function cells(row: XmlElement): string {
  return cleanText(
    elements(row, "th", "td")
      .map((cell) => paragraphs(cell).join(" "))
      .join(" | "),
  );
}

function inline(nodes: readonly XmlNode[]): string {
  return cleanText(nodes.map(words).join(""));
}

function words(node: XmlNode): string {
  if (typeof node === "string") return node;
  if (omittedNames.has(node.name)) return "";
  if (node.name === "sup") return superscript(node.children.map(words).join(""));
  return node.name === "eol" || node.name === "br" ? " " : node.children.map(words).join("");
}
