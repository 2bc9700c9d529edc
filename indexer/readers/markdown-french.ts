import { anchorNumber } from "./anchors.ts";
import { cleanText } from "./clean-text.ts";
import type { Fronted } from "./front-matter.ts";
import { legalizeFacts } from "./legalize-facts.ts";
import { frenchOrdinal } from "#domain/numerals.ts";
import { Outline } from "./outline.ts";
import type { Reading } from "./reading.ts";

/** `Article L1111-1`, `Article R*1122-8-1`, `Article 2 bis`, `Article 65 A bis`, alone on its line, with or without `#####`. */
const articleMark =
  /^(?:article\s+)+((?:[a-z]{1,2}\.?\s?\*?\s?)?\d+(?:-\d+)*(?:\s+[a-z]{1,14}(?:-\d+)?){0,3}|1er|premier|unique|pr[ée]ambule|annexe\b.{0,40})$/iu;

const headingMark =
  /^(partie|livre|titre|sous-titre|chapitre|section|sous-section|paragraphe|sous-paragraphe)(?=[\s.:]|$)/iu;

/** Outermost first. `Partie législative` stands above `PARTIE 1`. */
const headingRanks = [
  "partie",
  "partie n",
  "livre",
  "titre",
  "sous-titre",
  "chapitre",
  "section",
  "sous-section",
  "paragraphe",
  "sous-paragraphe",
];

/**
 * French codes: articles under headings whose number of `#` says nothing, so that their first word gives the rank. Codes give
 * several wordings of one article under the same number without saying from when each applies: all are kept in the order of the
 * text (`art-414`, `art-414-2`), identical ones once.
 */
export function readFrenchMarkdown({ fields, body }: Fronted): Reading {
  const outline = new Outline();
  const hasMarks = /^#{2,}\s/mu.test(body);
  for (const block of body.split(/\n\s*\n/u)) {
    const line = cleanText(block.replace(/^\s*#+\s/u, ""));
    const isMarked = /^\s*#/u.test(block);
    const article = isMarked || !hasMarks ? articleMark.exec(line) : null;
    if (line === "" || /^\s*#\s/u.test(block)) continue; // A single # is the title.
    if (article !== null) {
      beginArticle(outline, article[1] ?? "");
    } else if (isMarked || (!hasMarks && line.length < 250 && (headingMark.test(line) || !outline.isOpen()))) {
      outline.heading(rankOf(line), line); // Words between a heading and an article are a heading of their own: `A. - Saisies`.
    } else {
      for (const paragraph of paragraphsOf(block)) outline.paragraph(paragraph);
    }
  }
  const seen = new Set<string>();
  const provisions = outline.provisions(({ label, text }) => {
    const isNew = !seen.has(`${label}\n${text}`);
    seen.add(`${label}\n${text}`);
    return isNew && !/^\(?(?:article )?(?:abrogé|transféré|périmé|disjoint)e?s?\)?\.?$/iu.test(text);
  });
  return { facts: legalizeFacts(fields), provisions };
}

function beginArticle(outline: Outline, number: string): void {
  if (/^pr[ée]ambule$/iu.test(number)) {
    outline.begin({ kind: "preamble", label: number, anchor: "preamble" });
  } else if (/^annexe/iu.test(number)) {
    outline.begin({
      kind: "schedule",
      label: number,
      anchor: `sch-${anchorNumber(number.slice("annexe".length)) || "1"}`,
    });
  } else {
    outline.begin({
      kind: "article",
      label: `Article ${number}`,
      anchor: `art-${frenchOrdinal(number)?.number ?? anchorNumber(number)}`,
    });
  }
}

function rankOf(heading: string): number {
  const word = headingMark.exec(heading)?.[1]?.toLowerCase() ?? "";
  const rank = headingRanks.indexOf(/^partie \d/iu.test(heading) ? "partie n" : word);
  return rank === -1 ? headingRanks.length : rank; // `A. - Saisies`: below the paragraph.
}

/** A line that ends a sentence or an item ends its paragraph; other line breaks are wraps. */
function paragraphsOf(block: string): string[] {
  return block.split(/(?<=[.;:][ \t]*)\n/u).map(cleanText);
}
