import type { estypes } from "@elastic/elasticsearch";
import { partsOf } from "./expansion.ts";
import { isTranslated, typedIn } from "./matching.ts";
import { wantedParts, type Query } from "./query.ts";

/** Marks that no law contains: the text is escaped first, then they become `<mark>`. */
const markStart = "\uE000";
const markEnd = "\uE001";

/** Characters of a fragment: two lines of a result card. */
const fragmentSize = 220;

/**
 * What a search for passages asks of the highlighter: words typed, terms of concepts and words learned are marked. It is
 * asked for these alone, field by field, and not for all a passage is ranked by: that took three times as long as the
 * search itself.
 * @param query what is looked for in the language of the passage; nothing is marked without
 * @param english the same words as our summaries would say them
 */
export function highlight(query?: Query, english = ""): estypes.SearchHighlight {
  const concepts = query === undefined ? [] : partsOf(query, "concept");
  const terms = concepts.flatMap((part) => part.terms);
  const learned = query === undefined ? [] : partsOf(query, "learned").flatMap((part) => part.terms);
  const typed = wantedParts(query);
  const words = typed.flatMap(({ kind, text }) => (kind === "word" ? [text] : []));
  const isLiteral = typed.some(({ kind }) => kind !== "word");
  const marked = (field: "text" | "heading") => ({
    // The unstemmed twin is analysed only where it is asked.
    ...(isLiteral && { matched_fields: [field, `${field}.exact`] }),
    highlight_query: any([
      ...typed.map((part) => typedIn(part, field)),
      // Where they stand together, they are one mark.
      ...(words.length > 1 ? [{ match_phrase: { [field]: { query: words.join(" "), slop: 1 } } }] : []),
      ...terms.map((term) => ({ match_phrase: { [field]: { query: term, slop: 1 } } })),
      ...learned.map(({ term }) => ({ match: { [field]: term } })),
    ]),
  });
  const inEnglish = query !== undefined && isTranslated(query) ? [english] : [];
  const summary = [
    ...[...typed.map(({ text }) => text), ...inEnglish].map((text) => ({ match: { summary: text } })),
    ...concepts.flatMap(({ concept }) => concept.terms.en.map((term) => ({ match_phrase: { summary: term } }))),
  ];
  return {
    type: "unified",
    pre_tags: [markStart],
    post_tags: [markEnd],
    max_analyzed_offset: 100_000,
    fields: {
      text: {
        number_of_fragments: 2,
        fragment_size: fragmentSize,
        no_match_size: fragmentSize,
        ...marked("text"),
      },
      heading: { number_of_fragments: 0, ...marked("heading") },
      summary: { number_of_fragments: 0, highlight_query: any(summary) },
    },
  };
}

function any(clauses: estypes.QueryDslQueryContainer[]): estypes.QueryDslQueryContainer {
  return { bool: { should: clauses, minimum_should_match: 1 } };
}

/** Fragments of a text as safe HTML: everything is escaped but the marks. */
export function snippetOf(fragments: string[] | undefined): string {
  return (fragments ?? [])
    .map((fragment) =>
      escaped(fragment.replaceAll("\n", " ").trim()).replaceAll(markStart, "<mark>").replaceAll(markEnd, "</mark>"),
    )
    .join(" … ");
}

export function isMarked(fragments: string[] | undefined): boolean {
  return fragments?.some((fragment) => fragment.includes(markStart)) ?? false;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (character) => entities[character]!);
}
