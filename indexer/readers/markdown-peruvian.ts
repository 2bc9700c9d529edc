import type { LawFacts } from "#domain/legislation.ts";
import { type Fronted, textField } from "./front-matter.ts";
import { legalizeFacts } from "./legalize-facts.ts";
import { spanishOrdinal } from "#domain/numerals.ts";
import { Outline } from "./outline.ts";
import { type ArticleBlock, type Block, isCapitals, peruvianBlocks } from "./peruvian-blocks.ts";
import { currentWordings } from "./peruvian-wordings.ts";
import type { Reading } from "./reading.ts";
import { lowestSpanishRank } from "./spanish-headings.ts";

/**
 * Peruvian laws as the State's system SPIJ edits them. A decree and the regulation that it approves are in one file and each have
 * articles 1, 2, 3: those of the regulation get anchors `reg-art-1` and its name as the first heading above them. A second article 1 of
 * any other approved document, such as a treaty, is `art-1-2`.
 */
export function readPeruvianMarkdown({ fields, body }: Fronted): Reading {
  const isGazette = !(textField(fields, "source") ?? "").includes("spij");
  const blocks = withoutErrata(isGazette ? ownBlocks(peruvianBlocks(body), fields) : peruvianBlocks(body));
  const title = textField(fields, "title") ?? "";
  const outline = new Outline();
  let prefix = "";
  let annexes = 0;
  let isClosing = false;
  let isAfterAnnex = false;
  let heading: string | undefined;
  const current = withoutContents(currentWordings(blocks));
  for (const [index, block] of current.entries()) {
    const next = current[index + 1];
    if (!outline.hasBegun() && block.kind !== "article" && squeezed(title).includes(squeezed(block.text))) continue;
    if (block.kind === "text") {
      // Names and offices of the signers are short; long words after them are law again.
      isClosing = isClosing && block.text.length < 300;
      if (isClosing) continue;
      if (!isHeadingOf(next, block.text, outline)) addText(outline, block.text, next?.kind === "text");
      else if (next?.kind === "article" && !next.isQuoted) heading = block.text.replace(/\.-$/u, "");
      continue;
    }
    if (block.kind === "closing") {
      isClosing = outline.hasBegun() || !/^(?:en )?lima/iu.test(block.text); // Resolutions begin with place and date.
      continue;
    }
    if (block.kind === "article") {
      beginArticle(outline, prefix, block, next?.kind === "text", heading);
    } else if (
      block.kind === "heading" ||
      (block.kind === "document" && !block.isCertain && !isClosing && !isAfterAnnex)
    ) {
      const rank = block.kind === "heading" ? block.rank : lowestSpanishRank;
      if (awaitsName(outline) && !isNumbered(block.text)) outline.continueHeading(block.text);
      else outline.heading(rank, block.text);
    } else if (block.kind === "document") {
      prefix = outline.hasBegun() && /^reglamento/iu.test(block.text) ? "reg-" : "";
      outline.leaveHeadings();
      outline.heading(0, block.text);
    } else if (block.kind === "annex") {
      annexes += 1;
      outline.leaveHeadings();
      outline.begin({ kind: "schedule", label: block.text, anchor: `sch-${annexes}` });
    }
    isAfterAnnex = block.kind === "annex";
    isClosing = false;
    heading = undefined;
  }
  return {
    facts: { ...legalizeFacts(fields), ...namesOf(fields, blocks), ...repealOf(blocks) },
    provisions: outline.provisions(),
  };
}

/** Pages of the gazette hold parts of other laws: kept is what stands from this law's own number up to the next law's. */
function ownBlocks(blocks: Block[], fields: Fronted["fields"]): Block[] {
  const own = Number(/^[A-Z]+-(\d+)/u.exec(textField(fields, "identifier") ?? "")?.[1]);
  const numbers = blocks.map((block) => (block.kind === "number" ? Number(/\d+/u.exec(block.text)?.[0]) : undefined));
  const start = numbers.lastIndexOf(own);
  if (start === -1 || numbers.every((number) => number === undefined || number === own)) return blocks;
  const end = numbers.findIndex((number, index) => index > start && number !== undefined);
  return blocks.slice(start, end === -1 ? undefined : end);
}

/** Corrections of misprints stand at the end, long since made in the text. */
function withoutErrata(blocks: Block[]): Block[] {
  const errata = blocks.findIndex((block) => /^fe de erratas\b/iu.test(block.text));
  return errata === -1 ? blocks : blocks.slice(0, errata);
}

/**
 * A table of contents has short lines, some marked like headings and articles. It begins at the word índice, or at the name of a
 * document that is named again after it.
 */
function withoutContents(blocks: Block[]): Block[] {
  for (const [start, block] of blocks.entries()) {
    const isLong = (other: Block, index: number): boolean => index > start && other.text.length >= 250;
    const isAgain = (other: Block, index: number): boolean =>
      index > start && other.kind === "document" && other.text === block.text;
    const end = /^[íi]ndice$/iu.test(block.text)
      ? blocks.findIndex(isLong)
      : block.kind === "document"
        ? blocks.findIndex(isAgain)
        : -1;
    if (end !== -1 && blocks.slice(start, end).every((other) => other.text.length < 250))
      return [...blocks.slice(0, start), ...blocks.slice(end)];
  }
  return blocks;
}

/** A short line without a full stop before an article that has no heading of its own is that heading, as in the penal code. */
function isHeadingOf(next: Block | undefined, text: string, outline: Outline): boolean {
  return (
    next?.kind === "article" &&
    (next.isQuoted || !next.isHeading) &&
    (outline.isOpen() ? outline.hasBegun() : outline.path().length > 0 && !awaitsName(outline)) &&
    text.length < 150 &&
    /^\p{Lu}[^]*[\p{L}\d](?:\.-)?$/u.test(text)
  );
}

function beginArticle(outline: Outline, prefix: string, block: ArticleBlock, hasText: boolean, heading?: string): void {
  const isHeading = block.isHeading && hasText;
  outline.begin({
    kind: "article",
    label: block.label,
    anchor: `${prefix}art-${block.number}`,
    heading: isHeading ? block.words.replace(/[.:\s]+$/u, "") : heading,
  });
  if (!isHeading) outline.paragraph(block.words);
}

function addText(outline: Outline, text: string, hasText: boolean): void {
  const disposition = outline.path().some((title) => /^disposici/iu.test(title)) ? dispositionMark(text) : undefined;
  if (disposition !== undefined) {
    const isHeading = hasText && disposition.words.length <= 120 && !/[.:;,]$/u.test(disposition.words);
    outline.begin({
      kind: "article",
      label: disposition.label,
      anchor: `disp-${disposition.number}`,
      heading: isHeading ? disposition.words : undefined,
    });
    if (!isHeading) outline.paragraph(disposition.words);
  } else if (
    !outline.isOpen() &&
    text.length < 200 &&
    !/[.;]$/u.test(text) &&
    (awaitsName(outline) || isCapitals(text))
  ) {
    outline.continueHeading(text);
  } else {
    outline.paragraph(text);
  }
}

/** After a heading that is only a word and a number: `TÍTULO I`. Its name comes next. */
function awaitsName(outline: Outline): boolean {
  const last = outline.path().at(-1) ?? "";
  return !outline.isOpen() && /^\S+\s+\S+$/u.test(last) && isNumbered(last);
}

function isNumbered(heading: string): boolean {
  return /^\S+\s+(?:[IVXL]+|\d+|primer[oa]|segund[oa]|tercer[oa]|cuart[oa]|quint[oa]|preliminar|[úu]nic[oa])(?![\p{L}\d])/iu.test(
    heading,
  );
}

function squeezed(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/[^\p{L}\d]/gu, "")
    .toLowerCase();
}

/** `Primera.- Vigencia …`: the provisions after the last article are numbered in words. */
function dispositionMark(text: string): { label: string; number: string; words: string } | undefined {
  const start = /^["“]?/u.exec(text)?.[0].length ?? 0;
  const ordinal = spanishOrdinal(text.slice(start));
  const mark = ordinal === undefined ? null : /^\s*(?:[.:]\s*[-–]?|[-–])\s*/u.exec(text.slice(start + ordinal.length));
  if (ordinal === undefined || mark === null) return undefined;
  return {
    label: text.slice(start, start + ordinal.length),
    number: ordinal.number,
    words: text.slice(start + ordinal.length + mark[0].length),
  };
}

/**
 * Number (`LEY 29239`, `DS 008-2011-PRODUCE`), citation as the text writes it, and the title; where the front matter has only
 * the number for a title, the law's name in capitals is added.
 */
function namesOf(fields: Fronted["fields"], blocks: Block[]): Partial<LawFacts> {
  const identifier = textField(fields, "identifier") ?? "";
  const year = /^\d{4}/u.exec(textField(fields, "publication_date") ?? "")?.[0] ?? "";
  const isNumberedByYear = /^(?:RESOLUCION|CIRCULAR|ORDENANZA)/u.test(identifier);
  const number = (isNumberedByYear ? identifier : identifier.replace(new RegExp(`-${year}$`, "u"), "")).replace(
    "-",
    " ",
  );
  const citation = blocks.slice(0, 12).find((block) => block.kind === "number")?.text;
  const title = textField(fields, "title");
  const isBare = title !== undefined && /^[\p{L} ]+N[.°º]*\s*[\d-]+$/u.test(title);
  const name = isBare ? blocks.find((block) => block.kind === "text" && lawName.test(block.text))?.text : undefined;
  return {
    ...(number === "" ? {} : { number }),
    ...(citation === undefined ? {} : { citation }),
    ...(name === undefined || name.length > 400 ? {} : { title: `${title} - ${name}` }),
  };
}

const lawName = /^(?:LEY|DECRETO LEGISLATIVO|RESOLUCI[ÓO]N LEGISLATIVA) (?:QUE|DE|DEL|PARA)\b/u;

/** A note in capitals before the first article says that the whole law is repealed; the front matter says `in_force` of every law. */
function repealOf(blocks: Block[]): Pick<LawFacts, "status" | "statusNote"> | undefined {
  const first = blocks.findIndex((block) => block.kind === "article");
  const note = blocks
    .slice(0, first === -1 ? undefined : first)
    .find(
      (block) =>
        block.kind === "note" && /^\W*(?:QUED[ÓA] )?(?:DEROGAD[OA]|NO FORMA PARTE DEL ORDENAMIENTO)/u.test(block.text),
    );
  if (note === undefined) return undefined;
  const law = /(?:Ley|Decreto [A-Z]\w+|Resolución(?: [A-Z]\w*)*)\s+N[°º]\s*[\w/-]+/u.exec(note.text)?.[0];
  const date = spanishDate(note.text);
  const isPartial = /con excepción|excepto|salvo/iu.test(note.text);
  return {
    status: isPartial ? "partly-in-force" : "repealed",
    statusNote: `repealed${isPartial ? " in part" : ""}${law === undefined ? "" : ` by ${law}`}${date === undefined ? "" : `, published on ${date}`}, says its source`,
  };
}

/** `03 setiembre 2024` → `2024-09-03` */
function spanishDate(text: string): string | undefined {
  const [, day = "", name = "", year = ""] = /(\d{1,2}) (?:de )?(\p{L}+) (?:de )?(\d{4})/u.exec(text) ?? [];
  const month = months.indexOf(name.toLowerCase().replace("septiembre", "setiembre")) + 1;
  return month === 0 ? undefined : `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
}

const months = [
  "enero",
  "febrero",
  "marzo",
  "abril",
  "mayo",
  "junio",
  "julio",
  "agosto",
  "setiembre",
  "octubre",
  "noviembre",
  "diciembre",
];
