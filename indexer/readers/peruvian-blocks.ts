import { anchorNumber } from "./anchors.ts";
import { plainText, tableRow } from "./markdown-inline.ts";
import { spanishOrdinal } from "#domain/numerals.ts";
import { spanishHeadingRank } from "./spanish-headings.ts";

/** A piece of a Peruvian law: what it is, and its clean words. */
export type Block =
  /** The number of a law alone on its line: `LEY Nº 29239`. */
  | { kind: "number"; text: string }
  | { kind: "heading"; text: string; rank: number }
  /** The name of a document that the law approves: `REGLAMENTO DE LA LEY …`; not certain where `NORMAS …` may be a chapter. */
  | { kind: "document"; text: string; isCertain: boolean }
  | { kind: "annex"; text: string }
  | ArticleBlock
  /** The editors' words: concordances, history of amendments, links to other pages. */
  | { kind: "note"; text: string }
  /** The words of promulgation, after which the signers' names come. */
  | { kind: "closing"; text: string }
  | { kind: "text"; text: string; isItalic: boolean };

export interface ArticleBlock {
  kind: "article";
  /** With its mark. */
  text: string;
  /** As the text writes it: `Artículo 279-G`. */
  label: string;
  /** For the anchor: `279-g`, `iv`, `unico`. */
  number: string;
  /** What follows the mark. */
  words: string;
  /** The words after the mark are the article's heading. */
  isHeading: boolean;
  /** Begins with a quotation mark: words put in by an amendment, or to be put into another law. */
  isQuoted: boolean;
  /** The source sets in italics what no longer applies. */
  isItalic: boolean;
}

/** Cuts the body of a Peruvian law into blocks, in order. */
export function peruvianBlocks(body: string): Block[] {
  const blocks: Block[] = [];
  let isConcordance = false;
  let quote = "";
  const withoutTitle = body.replaceAll(/^#[ \t].*$/gmu, "");
  for (const piece of withoutTitle
    .split(/\n\s*\n/u)
    .flatMap(piecesOf)
    .flatMap((text) => text.split(noteEnd))) {
    const words = plainText(piece.replace(/^\s*(?:#+|>)\s/u, ""));
    if (/^["“”]$/u.test(words)) {
      quote = words; // Alone before the article that it quotes.
      continue;
    }
    isConcordance =
      /^\W*concordancias?\b/iu.test(words) || (isConcordance && (/^\s{12}/u.test(piece) || isOnlyLinks(piece)));
    if (isConcordance || isNote(piece, words)) {
      blocks.push({ kind: "note", text: words });
      continue;
    }
    const raw = quote + piece.replaceAll(inlineNote, "").replace(/^\s*(?:#+|>)\s/u, "");
    quote = "";
    const text = plainText(raw).replace(/\s*CONCORDANCIAS?\s*:.*$/u, "");
    if (text !== "") blocks.push(...blocksOf(raw, text));
  }
  return blocks;
}

/** `(*) Artículo modificado por …, cuyo texto es el siguiente: “Artículo 2.- …` */
const noteEnd = /(?<=siguiente\s*:)(?=[\s*_]*["“][\s*_]*Art[íi]culo\s)/u;

const inlineNote =
  /\(\s*\\?\*{1,3}\s*\)(?:[\s*_]*(?:nota (?:del? editor|spij)|rectificad[oa] por fe de erratas|confrontar con))?|\*\*_?\s*\(\d\)\s*_?\*\*/giu;

/**
 * The paragraphs of a block. A block all in bold is one; elsewhere a line begins a paragraph when it carries a mark, or when the
 * line before it is long, ends a clause, or ends in the two blanks of a Markdown line break.
 */
function piecesOf(block: string): string[] {
  if (isBold(block)) return [block];
  const pieces: string[] = [];
  let isComplete = true;
  for (const line of block.split("\n")) {
    const row = line.startsWith("|") ? (tableRow(line) ?? "") : undefined;
    const isNumber = numberLine.test(plainText(line));
    if (isComplete || isNumber || row !== undefined || startsPiece.test(line)) pieces.push(row ?? line);
    else pieces.push(`${pieces.pop()}\n${line}`);
    isComplete = isNumber || row !== undefined || line.length > 120 || /(?:[.:;”"]|\S[ ]{2,})$/u.test(line);
  }
  return pieces;
}

const startsPiece =
  /^[\s*_“"]*(?:Art[íi]culo\s|ART[ÍI]CULO\s|T[ÍI]TULO\s|CAP[ÍI]TULO\s|DISPOSICI|POR TANTO|\d{1,2}\.\d{1,2}\.?\s|[a-zñ]\)\s)/u;

/** No letter stands outside `**`; a `**` that is never closed counts to the end. */
function isBold(markdown: string): boolean {
  return /\p{L}/u.test(markdown) && !/\p{L}/u.test(markdown.replaceAll(/\*\*[^*]*(?:\*\*|$)/gu, ""));
}

function isOnlyLinks(markdown: string): boolean {
  return (
    /\]\(/u.test(markdown) &&
    !/\p{L}/u.test(markdown.replaceAll(/\[(?:[^[\]]|\[[^[\]]*\])*\]\((?:[^()]|\([^()]*\))*\)/gu, ""))
  );
}

function isNote(markdown: string, text: string): boolean {
  return (
    /^[\s*_>“"]*\(\s*\\?\*+[\s*_]*\)/u.test(markdown) ||
    (/^\(\d\)/u.test(text) &&
      /modificad|incorporad|sustituid|derogad|adicionad|de conformidad|publicad/iu.test(text)) ||
    /^(?:enlace web|nota(?: de editor)?:|informaci[óo]n accesible para suscriptores|procesos constitucionales$|jurisprudencia\b[^.]*$|diario de los debates|confrontar con)/iu.test(
      text,
    ) ||
    isOnlyLinks(markdown)
  );
}

const numberLine =
  /^(?:LEY|DECRETO|RESOLUCI[ÓO]N|CIRCULAR|ORDENANZA|DIRECTIVA)\s(?:(?!N[°ºo.]).){0,40}N\s?[.°ºo*]{0,3}\s*[\w-]*\d[\w-]*(?:[-/][\w./-]+)?$/iu;

function blocksOf(markdown: string, text: string): Block[] {
  if (numberLine.test(text)) return [{ kind: "number", text }];
  const article = articleOf(markdown, text);
  if (article !== undefined) return [article];
  if (closing.test(text)) return [{ kind: "closing", text }];
  const isLoud = isBold(markdown) || isCapitals(text);
  if (isLoud && text.length < 500) {
    const parts = text.split(innerHeading).map((part) => part.trim());
    const headings = parts.flatMap((part): Block[] => {
      const rank = spanishHeadingRank(part);
      if (rank !== undefined) return [{ kind: "heading", text: part, rank }];
      if (approved.test(part) && (isCapitals(part) || /^reglamento/iu.test(part))) {
        return [{ kind: "document", text: part, isCertain: certainlyApproved.test(part) }];
      }
      if (/^anexos?\b/iu.test(part) && part.length < 200) return [{ kind: "annex", text: part }];
      return [];
    });
    if (headings.length > 0) return headings;
  }
  const rank = spanishHeadingRank(text);
  if (rank !== undefined && numberedHeading.test(text)) return [{ kind: "heading", text, rank }];
  return [{ kind: "text", text, isItalic: isItalic(markdown) }];
}

const closing =
  /^(?:por tanto\b|comun[íi]quese\b|comun[íi]case\b|mando se\b|dad[oa] en\b|en lima,? a\b|lima,? (?:a )?\d|reg[íi]strese\b|c[úu]mplase\b|al señor presidente|a la señora presidenta)/iu;

const innerHeading =
  /\s(?=(?:LIBRO|T[ÍI]TULO|CAP[ÍI]TULO|SUB-?\s?CAP[ÍI]TULO|SECCI[ÓO]N)\s+(?:[IVXL]+|\d+|PRIMER[OA]|SEGUND[OA]|PRELIMINAR|[ÚU]NIC[OA])(?![\p{L}\d]))/u;

const approved =
  /^(?:texto (?:del |[úu]nico )|reglamento|estatuto|convenci[óo]n|convenio|tratado|acuerdo|protocolo|directiva|normas?|c[óo]digo|plan|lineamientos|gu[íi]a|manual|procedimiento)\b/iu;

const certainlyApproved = /^(?:reglamento|estatuto|convenci[óo]n|convenio|tratado|protocolo|c[óo]digo)\b/iu;

const numberedHeading =
  /^\S+\s+(?:[IVXL]+|\d+|primer[oa]|segund[oa]|tercer[oa]|preliminar|[úu]nic[oa])(?![\p{L}\d])(?:(?!\.\s).){0,150}[^.;,:]$/iu;

export function isCapitals(text: string): boolean {
  const letters = text.replaceAll(/N[°ºo]\.?|[ºª]/gu, "");
  return /\p{Lu}{2}/u.test(letters) && !/\p{Ll}/u.test(letters);
}

/** The first and the last letter stand inside `_`. */
function isItalic(markdown: string): boolean {
  return /^[^\p{L}\d_]*_/u.test(markdown) && /_[^\p{L}\d_]*$/u.test(markdown);
}

/** `Artículo 279-G.- …`, `Artículo Primero. …`, `Art. 1     …`, `Artículo IV`; not `Artículo 5 de la Ley`. */
function articleOf(markdown: string, text: string): ArticleBlock | undefined {
  const start = /^[“”"«\s]*(?:Art[íi]culo|ART[ÍI]CULO|Art\.)\s+/u.exec(text)?.[0];
  if (start === undefined) return undefined;
  const rest = text.slice(start.length);
  const written =
    /^l?\d{1,4}\s?[º°]?(?:\s?-\s?[A-Z]{1,2}(?![\p{L}])|\s?[A-Z](?=\s*[.:–-]))?/u.exec(rest)?.[0] ??
    /^[IVXLl]{1,7}(?![\p{L}])/u.exec(rest)?.[0] ??
    rest.slice(0, spanishOrdinal(rest)?.length ?? 0);
  const after = rest.slice(written.length);
  const isMarked =
    /^\s*(?:[.:]|[-–—]|$)/u.test(after) ||
    /^\s*\*\*[_\s“"]*Art[íi]culo\s+[^\s*]+\*\*/iu.test(markdown) ||
    /^[\s“"]*Art\.\s+\d+\s{3,}/u.test(markdown);
  const words = after.replace(/^\s*[.:]?\s*[-–—]*\s*\.?\s*/u, "");
  const isReference = !/^\s*[.:]/u.test(after) && /^(?:\p{Ll}{2,}|[)y])/u.test(words); // `**Artículo 153-F** por el artículo …`
  if (written === "" || !isMarked || isReference) return undefined;
  return {
    kind: "article",
    text,
    label: `${start.replace(/^[“”"«\s]+/u, "")}${written}`.trim(),
    number: numberOf(written),
    words,
    isHeading:
      words !== "" && words.length < 300 && (isBold(markdown) || (words.length <= 120 && !/[.;:,]$/u.test(words))),
    isQuoted: /^[“"«]/u.test(text),
    isItalic: /^[^\p{L}\d_]*_/u.test(markdown),
  };
}

/** Scanned texts write a small L for 1 and I: `l2`, `XIlI`. */
function numberOf(written: string): string {
  if (/^l?\d/u.test(written)) return anchorNumber(written.replace(/^l/u, "1").replaceAll(/[º°]/gu, ""));
  return spanishOrdinal(written)?.number ?? anchorNumber(written.replaceAll("l", "I"));
}
