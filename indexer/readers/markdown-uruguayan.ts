import type { LawFacts } from "#domain/legislation.ts";
import { anchorNumber } from "./anchors.ts";
import { cleanText } from "./clean-text.ts";
import { type Fronted, textField } from "./front-matter.ts";
import { legalizeFacts } from "./legalize-facts.ts";
import { plainText, tableRow } from "./markdown-inline.ts";
import { spanishOrdinal } from "#domain/numerals.ts";
import { Outline } from "./outline.ts";
import type { Reading } from "./reading.ts";
import { lowestSpanishRank, spanishHeadingRank } from "./spanish-headings.ts";

/**
 * Uruguayan laws: `##### Artículo 1` under headings of fewer `#`, lines wrapped at about 72 characters, the names of the signers in
 * bold at the end. `(*)` stands where the source has a note, or where an article amends another law and its words are found there.
 */
export function readUruguayanMarkdown({ fields, body }: Fronted): Reading {
  const outline = new Outline();
  const text = body.replace(/\n\*\*[^*]+\*\*\s*$/u, "").replaceAll(/[ \t]*\(\\?\*+\)/gu, "");
  for (const block of text.split(/\n\s*\n/u)) {
    const [, level = "", heading] = /^\s*(#{1,6})\s+([^]*)$/u.exec(block) ?? [];
    if (heading === undefined) {
      for (const paragraph of paragraphsOf(block)) addParagraph(outline, paragraph);
    } else if (/^art[íi]culo\b/iu.test(heading)) {
      const label = cleanText(heading);
      const number = label.replace(/^\S+\s*/u, "");
      outline.begin({
        kind: "article",
        label,
        anchor: `art-${spanishOrdinal(number)?.number ?? anchorNumber(number)}`,
      });
    } else if (level.length > 1) {
      outline.heading(spanishHeadingRank(heading) ?? lowestSpanishRank, cleanText(heading));
    }
  }
  return {
    facts: { ...legalizeFacts(fields), ...numberOf(fields), ...repealOf(fields) },
    provisions: outline.provisions(),
  };
}

/** `(Objeto).- Las disposiciones…`: the words in brackets are the article's heading. */
function addParagraph(outline: Outline, text: string): void {
  const headed = outline.isFresh() ? /^\(([^()]{3,150})\)(?:\s*\.?\s*[-–—]+\s*|\.\s+|\.?$)(.*)$/u.exec(text) : null;
  if (headed !== null) outline.name(headed[1] ?? "");
  if (!outline.isOpen() && outline.path().length > 0 && text === text.toUpperCase()) outline.continueHeading(text);
  else outline.paragraph(headed?.[2] ?? text);
}

/** An item, a table row, or a line after a short one that ends a clause begins a paragraph; other line breaks are wraps. */
function paragraphsOf(block: string): string[] {
  const paragraphs: string[] = [];
  let isShort = true;
  for (const line of block.split("\n")) {
    const row = line.startsWith("|") ? (tableRow(line) ?? "") : undefined;
    const startsAnew = isShort || row !== undefined || itemMark.test(line);
    if (startsAnew) paragraphs.push(row ?? line);
    else paragraphs.push(`${paragraphs.pop()}\n${line}`);
    isShort = row !== undefined || (line.length < 58 && /[.:;]\s*$/u.test(line));
  }
  return paragraphs.map(plainText);
}

const itemMark = /^\s*(?:(?:[A-ZÑ]{1,2}|[a-zñ]|\d{1,3}|[IVX]+|[ivx]+)\s?[).]-?\s|\d+\.\d+\.?\s|[-–•]\s)/u;

function numberOf(fields: Fronted["fields"]): { number?: string } {
  const type = textField(fields, "official_type");
  const number = textField(fields, "official_number");
  return type === undefined || number === undefined
    ? {}
    : { number: `${type.replace("Decreto Ley", "Decreto-Ley")} ${number}` };
}

/** The source's own references say what repealed a law; the field `status` says `in_force` of every law. */
function repealOf(fields: Fronted["fields"]): Pick<LawFacts, "status" | "statusNote"> | undefined {
  const references = plainText(textField(fields, "references_html") ?? "");
  const [, deed = "", law, day, month, year] =
    /(Derogada\/o|Declarada su nulidad absoluta) por: ([^.,;]*?\S[^,;]*?) de (\d{2})\/(\d{2})\/(\d{4})/u.exec(
      references,
    ) ?? [];
  if (law === undefined) return undefined;
  const verb = deed.startsWith("Derogada") ? "repealed" : "declared null";
  return { status: "repealed", statusNote: `${verb} by ${law} of ${year}-${month}-${day}, says its source` };
}
