import type { Passage } from "#domain/reports.ts";
import type { Paragraph } from "./editorial-remarks.ts";

/** An unnumbered passage is cut here, in characters: one screen. */
const longestPassage = 2000;

/** A paragraph this short without a full stop is a heading, in columns: a Chinese character takes two. */
const longestHeading = 120;

/** Words that stop after fewer columns than this were not cut by the end of a line. */
const shortestCut = 40;

/**
 * Cuts a document at its operative paragraphs (`9.`), at the items of its sections (`1. Assistance` … `(a)`, `㈠`) and at
 * the points of its appendices; what stands before and between is kept as preamble, letter or opening of an annex. A
 * paragraph that a page break has cut in two is joined.
 */
export function cutPassages(paragraphs: Paragraph[], isResolution: boolean): Passage[] {
  const cutter = new Cutter(isResolution);
  for (const { text, level } of paragraphs) for (const piece of piecesOf(text)) cutter.take(piece, level);
  return cutter.passages();
}

/** Points and small Roman numbers that a converter has left on the line of their paragraph begin their own. */
function piecesOf(text: string): string[] {
  return text
    .split(/(?<=[:：;；。.])\s*(?=•\s)/u)
    .flatMap((part) => (/^\([a-z]\)/u.test(part) ? part.split(/(?<=[:：;；])\s*(?=[㈠-㈩]\s)/u) : [part]));
}

const annexMark = /^(?:附件|Annex|Annexe|Anexo|Приложение|المرفق|مرفق)(?:\s*[一二三四五IVX\d]+)?$/iu;
const appendixMark = /^(?:附录|Appendix|Appendice|Apéndice|Добавление|التذييل|تذييل)(?:\s*[一二三四五IVX\d]+)?$/iu;

class Cutter {
  readonly #found: Passage[] = [];
  readonly #anchors = new Map<string, number>();
  #part: Passage["kind"];
  /** The headings above, and the number of the section they begin. */
  #headings: string[] = [];
  #section: string | undefined;
  #paragraph: string | undefined;
  #item: string | undefined;
  #point = 0;
  #hasNumbered = false;

  constructor(isResolution: boolean) {
    this.#part = isResolution ? "preamble" : "letter";
  }

  take(text: string, level: number | undefined): void {
    if (annexMark.test(text)) return this.#beginPart("annex");
    if (appendixMark.test(text)) return this.#beginPart("appendix");
    const numbered = /^(\d{1,3})\s*[.．]\s*(\S.*)$/u.exec(text);
    if (numbered !== null) return this.#number(numbered[1]!, numbered[2]!, level);
    const lettered = /^[(（]([a-z]{1,4})[)）]\s*(\S.*)$/u.exec(text);
    if (lettered !== null && this.#letter(lettered[1]!, text)) return;
    const small = /^([㈠-㈩])\s*\S/u.exec(text);
    if (small !== null && this.#item !== undefined)
      return this.#subItem(roman[small[1]!.codePointAt(0)! - 0x3220]!, text);
    if (/^[•●▪]\s/u.test(text)) return this.#bullet(text.replace(/^[•●▪]\s+/u, ""));
    if (isHeading(text, level) && this.#hasNumbered && !this.#isCutShort(text)) return this.#heading(text);
    this.#text(text);
  }

  passages(): Passage[] {
    return this.#found.filter(({ text }) => text !== "");
  }

  #beginPart(part: "annex" | "appendix"): void {
    this.#part = part;
    this.#headings = [];
    this.#section = this.#paragraph = this.#item = undefined;
    this.#hasNumbered = false;
    this.#begin(part, "", part, "");
  }

  /** `9. Decides …` is an operative paragraph, `2. Assistance` the heading of a section. */
  #number(number: string, rest: string, level: number | undefined): void {
    this.#hasNumbered = true;
    this.#item = undefined;
    this.#point = 0;
    if (this.#part !== "preamble" && isHeading(rest, level)) {
      this.#section = number;
      this.#paragraph = undefined;
      this.#headings = [`${number}. ${rest}`];
      if (this.#part === "appendix") this.#begin("appendix", `WG${number}`, `appendix-wg${number}`, "");
      return;
    }
    this.#section = undefined;
    this.#paragraph = number;
    this.#begin("paragraph", `¶${number}`, `para-${number}`, rest);
  }

  /** False for a letter that begins nothing here. */
  #letter(letters: string, text: string): boolean {
    const isNextLetter = letters.length === 1 && letters.charCodeAt(0) === (this.#item?.charCodeAt(0) ?? 96) + 1;
    const base = this.#section ?? this.#paragraph;
    if (base === undefined) return false;
    if (!isNextLetter && this.#item !== undefined && roman.includes(letters)) {
      this.#subItem(letters, text);
      return true;
    }
    if (letters.length > 1) return false;
    this.#item = letters;
    const words = text.replace(/^[(（][a-z][)）]\s*/u, "");
    if (this.#section === undefined) this.#begin("paragraph", `¶${base}(${letters})`, `para-${base}-${letters}`, words);
    else this.#begin("item", `${base}(${letters})`, `${base}-${letters}`, words);
    return true;
  }

  #subItem(number: string, text: string): void {
    const words = text.replace(/^(?:[㈠-㈩]|[(（][a-z]+[)）])\s*/u, "");
    const base = this.#section ?? this.#paragraph!;
    if (this.#section === undefined)
      this.#begin("paragraph", `¶${base}(${this.#item})(${number})`, `para-${base}-${this.#item}-${number}`, words);
    else this.#begin("item", `${base}(${this.#item})(${number})`, `${base}-${this.#item}-${number}`, words);
  }

  /** A point of the appendix, under the number of its working group; elsewhere it belongs to the passage it stands in. */
  #bullet(text: string): void {
    if (this.#part !== "appendix" || this.#section === undefined) return this.#text(text);
    this.#point += 1;
    this.#begin("appendix", `WG${this.#section} •${this.#point}`, `appendix-wg${this.#section}-${this.#point}`, text);
  }

  #heading(text: string): void {
    this.#headings = [text];
    this.#section = this.#item = undefined;
  }

  /** Words that go on: in the passage they stand in, or in a new one where that is whole or full. */
  #text(text: string): void {
    const last = this.#found.at(-1);
    if (last !== undefined && this.#isCutShort(text)) {
      const isHan = /\p{sc=Han}$/u.test(last.text) || /^\p{sc=Han}/u.test(text);
      last.text = `${last.text}${isHan ? "" : " "}${text}`;
    } else if (
      last === undefined ||
      (last.kind === "appendix" && last.label.includes("•")) ||
      last.text.length + text.length > longestPassage
    )
      this.#begin(
        this.#hasNumbered && this.#part !== "appendix" ? "passage" : this.#part,
        "",
        this.#hasNumbered ? "passage" : this.#part,
        text,
      );
    else last.text = last.text === "" ? text : `${last.text}\n${text}`;
  }

  /** True where the last numbered passage stops inside a sentence and this goes on: a page ended there. */
  #isCutShort(text: string): boolean {
    const last = this.#found.at(-1);
    return (
      last !== undefined &&
      last.text !== "" &&
      last.label !== "" &&
      /[\p{L}\p{N}]$/u.test(last.text) &&
      /^[\p{Ll}\p{N}\p{sc=Han}\p{sc=Arabic}]/u.test(text) &&
      columns(last.text) > shortestCut
    );
  }

  #begin(kind: Passage["kind"], label: string, anchor: string, text: string): void {
    const times = (this.#anchors.get(anchor) ?? 0) + 1;
    this.#anchors.set(anchor, times);
    this.#found.push({
      kind,
      label,
      anchor: times === 1 ? anchor : `${anchor}-${times}`,
      path: [...this.#headings],
      text,
    });
  }
}

const roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];

function isHeading(text: string, level: number | undefined): boolean {
  return level !== undefined || (columns(text) <= longestHeading && !/[.。;；:：,，！!？?)）]$/u.test(text));
}

function columns(text: string): number {
  return [...text].reduce((sum, character) => sum + (/\p{sc=Han}/u.test(character) ? 2 : 1), 0);
}
