import { type CheerioAPI, load } from "cheerio";
import { cleanText } from "./clean-text.ts";
import { ReadError } from "./reading.ts";
import { superscript } from "./superscripts.ts";

/** A run of words that a page sets off from others: a paragraph, a heading, a list item, a row of a table. */
export interface Block {
  /** The element around the words: `p`, `h2`, `div`; `tr` for a row of a table with several cells. */
  name: string;
  classes: string[];
  text: string;
}

export type HtmlElement = Extract<HtmlNode, { attribs: Record<string, string> }>;
type HtmlNode = ReturnType<CheerioAPI["root"]>[0]["children"][number];

/** What a kind of page wants done differently. */
export interface BlockRules {
  /** True for an element whose words are not the law's. */
  omits?(element: HtmlElement): boolean;
  /** The words that stand for an element's own: a raised `1` as `.1`. An element of blocks is asked only when it has no words. */
  replaces?(element: HtmlElement, words: string): string | undefined;
}

/** parse5 takes 96 s for 100,000 attributes and 400 s for 100,000 nested elements; a law has some ten of either. */
const mostAttributes = 1000;
const deepest = 1000;
/** The largest page of the corpus has 2.5 million characters; six million characters of table take about 700 MB. */
const longestPage = 6_000_000;

/**
 * The blocks of a page in order, their text cleaned. Line breaks of the source and single `<br>` are blanks, two `<br>`
 * divide a block. Scripts, styles, navigation and form controls are left out; the cells of a table row are joined by ` | `.
 * Throws a `ReadError` for a page that is too large or too deeply nested to be a law.
 */
export function htmlBlocks(html: string, rules: BlockRules = {}): Block[] {
  refuseMonstrous(html);
  const walk = new Walk(rules);
  const root = load(html)
    .root()
    .toArray()
    .flatMap((document) => document.children);
  const length = wordsLength(root);
  const stack: (HtmlNode | Leaving)[] = root.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ("leaves" in node) {
      walk.leave(node.leaves);
    } else if (isElement(node)) {
      if (omittedNames.has(node.name) || rules.omits?.(node) === true) continue;
      if (node.name === "form" && wordsLength([node]) * 2 < length) continue; // Some sites put the whole page into a form.
      walk.enter(node);
      stack.push({ leaves: node });
      for (const child of node.children.toReversed()) stack.push(child);
    } else if (node.type === "text") {
      walk.words(node.data);
    }
  }
  return walk.blocks;
}

/** How many characters of text there are in some nodes and below. */
function wordsLength(nodes: readonly HtmlNode[]): number {
  let length = 0;
  const stack = [...nodes];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === "text") length += node.data.trim().length;
    else if (isElement(node) && !omittedNames.has(node.name)) for (const child of node.children) stack.push(child);
  }
  return length;
}

interface Leaving {
  leaves: HtmlElement;
}

function isElement(node: HtmlNode): node is HtmlElement {
  return "attribs" in node;
}

function refuseMonstrous(html: string): void {
  if (html.length > longestPage) {
    throw new ReadError(`The page has ${html.length} characters; ${longestPage} are allowed.`);
  }
  const open = new Map<string, number>();
  for (const tag of html.matchAll(/<(\/?)([a-z][a-z\d]*)[^>]*>?/giu)) {
    if (tag[0].length > mostAttributes * 2 && tag[0].split(/\s+/u).length > mostAttributes) {
      throw new ReadError(
        `A tag <${tag[2]}> has more than ${mostAttributes} attributes.`,
        `character ${tag.index + 1}`,
      );
    }
    const name = (tag[2] ?? "").toLowerCase();
    if (closesItself.has(name)) continue;
    const depth = Math.max(0, (open.get(name) ?? 0) + (tag[1] === "/" ? -1 : 1));
    open.set(name, depth);
    if (depth > deepest)
      throw new ReadError(`Elements <${name}> are nested more than ${deepest} deep.`, `character ${tag.index + 1}`);
  }
}

/** Elements whose end tag may be left out, so that counting them says nothing of depth. */
const closesItself = new Set(
  "html head body p li dt dd tr td th thead tbody tfoot colgroup col option optgroup rt rp br hr img input meta link base area wbr source embed param track a".split(
    " ",
  ),
);

const omittedNames = new Set(
  "script style noscript template head nav aside footer select button input textarea iframe object svg audio video canvas".split(
    " ",
  ),
);

const blockNames = new Set(
  "html body p div h1 h2 h3 h4 h5 h6 li dt dd ul ol dl table caption thead tbody tfoot tr td th blockquote pre section article main header address center figure figcaption form fieldset hr".split(
    " ",
  ),
);

/** A line end that counts: white space of the source is turned into blanks before. */
const lineBreak = "\n";

/** What has been read of a page: finished blocks, and the words since the last one. */
class Walk {
  readonly blocks: Block[] = [];
  readonly #rules: BlockRules;
  /** Words not yet in a block, in pieces; an inline element that may be replaced remembers where its words begin. */
  #pieces: string[] = [];
  #owners: HtmlElement[] = [];
  #inlineStarts = new Map<HtmlElement, number>();
  #hasWords = false;
  /** The row whose cells are being joined; a row inside a row is not laid out as one line, so there is one at most. */
  #row: HtmlElement | undefined;

  constructor(rules: BlockRules) {
    this.#rules = rules;
  }

  enter(element: HtmlElement): void {
    if (element.name === "br") this.#pieces.push(lineBreak);
    if (!blockNames.has(element.name)) {
      this.#inlineStarts.set(element, this.#pieces.length);
      return;
    }
    this.#breakBlock();
    this.#owners.push(element);
    if (element.name === "tr" && this.#row === undefined && isDataRow(element)) this.#row = element;
    else if (this.#row !== undefined && element.parent === this.#row && this.#hasWords) this.#pieces.push(" | ");
  }

  leave(element: HtmlElement): void {
    if (!blockNames.has(element.name)) {
      this.#replace(element, this.#inlineStarts.get(element) ?? 0);
      return;
    }
    if (this.#pieces.length === 0) this.#pieces.push(this.#rules.replaces?.(element, "") ?? "");
    if (this.#row === element) {
      this.#row = undefined;
      this.#flush();
    } else {
      this.#breakBlock();
    }
    this.#owners.pop();
  }

  words(text: string): void {
    const clean = text.replaceAll(/\s+/gu, " ");
    if (clean !== " ") this.#hasWords = true;
    this.#pieces.push(clean);
  }

  /** Blocks inside a cell are parts of one line. */
  #breakBlock(): void {
    if (this.#row === undefined) this.#flush();
    else this.#pieces.push(" ");
  }

  #replace(element: HtmlElement, start: number): void {
    const words = this.#pieces.slice(start).join("");
    const other =
      this.#rules.replaces?.(element, words) ?? (element.name === "sup" ? raised(element, words) : undefined);
    if (other !== undefined) this.#pieces.splice(start, this.#pieces.length, other);
  }

  #flush(): void {
    const owner = this.#owners.at(-1);
    const text = this.#pieces.join("");
    this.#pieces = [];
    this.#inlineStarts.clear();
    this.#hasWords = false;
    for (const piece of text.split(/\n[^\S\n]*\n\s*/u)) {
      const clean = cleanText(piece.replaceAll(lineBreak, " ")).replace(/(?:\s*\|)+$/u, "");
      if (clean === "" || owner === undefined) continue;
      this.blocks.push({ name: owner.name, classes: classesOf(owner), text: clean });
    }
  }
}

function classesOf(element: HtmlElement): string[] {
  return (element.attribs["class"] ?? "").split(/\s+/u).filter((name) => name !== "");
}

function isCell(element: HtmlElement): boolean {
  return element.name === "td" || element.name === "th";
}

/** A row of figures and names, rather than one that lays out the page: several cells, none with a table or a heading in it. */
function isDataRow(row: HtmlElement): boolean {
  if (row.children.filter((child) => isElement(child) && isCell(child)).length < 2) return false;
  const stack: HtmlNode[] = [...row.children];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node)) continue;
    if (/^(?:table|h[1-6])$/u.test(node.name)) return false;
    for (const child of node.children) stack.push(child);
  }
  return true;
}

/** `10` and a raised `6` are not 106; a raised link is the mark of a footnote. */
function raised(element: HtmlElement, words: string): string {
  if (element.children.some((child) => isElement(child) && child.name === "a")) return "";
  return superscript(words.trim());
}
