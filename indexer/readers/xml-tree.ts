import { SaxesParser } from "saxes";
import { ReadError } from "./reading.ts";

/** An element with its children in order. Names are local names; the prefix a file happens to use says nothing. */
export interface XmlElement {
  name: string;
  namespace: string;
  /** By local name; an attribute in a namespace other than XML's own has the key `{namespace}name`. */
  attributes: ReadonlyMap<string, string>;
  children: XmlNode[];
  line: number;
}
export type XmlNode = XmlElement | string;

/** Deeper nesting is an attack or a mistake: the deepest law of the corpus has 14 levels. */
const deepest = 200;
/** Elements and runs of text; the largest law of the corpus has some 20,000. */
const mostNodes = 400_000;
const mostAttributes = 1000;

/**
 * The tree of an XML file. A document type declaration is refused, so no entity is ever defined, expanded or loaded.
 * Throws a `ReadError` with line and column for anything not well-formed, nested too deeply or too large.
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let nodes = 0;
  let attributes = 0;

  function refuse(message: string): never {
    throw new ReadError(message, `line ${parser.line}, column ${parser.column}`);
  }
  function append(node: XmlNode): void {
    nodes += 1;
    if (nodes > mostNodes) refuse(`The file has more than ${mostNodes.toLocaleString("en")} XML elements.`);
    open.at(-1)?.children.push(node);
  }

  parser.on("error", (error) => refuse(`This is not well-formed XML: ${error.message.replace(/^\d+:\d+: /u, "")}`));
  parser.on("doctype", () => refuse("The file declares a document type, which is refused for safety."));
  parser.on("opentagstart", () => {
    attributes = 0;
    if (open.length >= deepest) refuse(`The elements are nested more than ${deepest} deep.`);
  });
  parser.on("attribute", () => {
    attributes += 1;
    if (attributes > mostAttributes) refuse(`An element has more than ${mostAttributes} attributes.`);
  });
  parser.on("opentag", (tag) => {
    const element: XmlElement = {
      name: tag.local,
      namespace: tag.uri,
      attributes: new Map(Object.values(tag.attributes).map((each) => [attributeKey(each), each.value])),
      children: [],
      line: parser.line,
    };
    append(element);
    root ??= element;
    open.push(element);
  });
  parser.on("closetag", () => void open.pop());
  parser.on("text", append);
  parser.on("cdata", append);

  parser.write(decodeXml(bytes)).close();
  if (root === undefined) throw new ReadError("The file has no XML element.", "line 1, column 0");
  return root;
}

function attributeKey(attribute: { local: string; uri: string }): string {
  return attribute.uri === "" || attribute.uri === "http://www.w3.org/XML/1998/namespace"
    ? attribute.local
    : `{${attribute.uri}}${attribute.local}`;
}

/** The text of an XML file by its byte-order mark, else its declaration, else UTF-8. Bytes that do not fit are an error. */
function decodeXml(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof RangeError) throw new ReadError(`The encoding “${encoding}” is not known.`, "line 1", cause);
    const lines = new TextDecoder(encoding).decode(bytes).split("\uFFFD", 1)[0]?.split("\n") ?? [];
    const place = `line ${lines.length}, column ${lines.at(-1)?.length ?? 0}`;
    throw new ReadError(`The file says that it is ${encoding}, but has bytes that are not.`, place, cause);
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0xef && bytes[1] === 0xbb) return "utf-8";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/u.exec(head)?.[1]?.toLowerCase() ?? "utf-8";
}

/** The children that are elements, in order; with names, those of these names. */
export function elements(parent: XmlElement | undefined, ...names: string[]): XmlElement[] {
  const all = parent?.children.filter((node) => typeof node !== "string") ?? [];
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
}

/** The first element at the end of a way of names: `child(root, "Identification", "ShortTitle")`. */
export function child(parent: XmlElement | undefined, ...way: string[]): XmlElement | undefined {
  return way.reduce<XmlElement | undefined>((at, name) => elements(at, name)[0], parent);
}

/** All elements of a name below this one, in the order of the text. */
export function descendants(parent: XmlElement, name: string): XmlElement[] {
  return elements(parent).flatMap((each) => [...(each.name === name ? [each] : []), ...descendants(each, name)]);
}

/** All the text inside an element, as it stands. */
export function textOf(node: XmlNode | undefined): string {
  if (node === undefined) return "";
  return typeof node === "string" ? node : node.children.map(textOf).join("");
}
