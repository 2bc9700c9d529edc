import type { estypes } from "@elastic/elasticsearch";

/** Marks that no law contains: the text is escaped first, then they become `<mark>`. */
const markStart = "\uE000";
const markEnd = "\uE001";

/** Characters of a fragment: two lines of a result card. */
const fragmentSize = 220;

/** What a search for passages asks of the highlighter. */
export const highlight: estypes.SearchHighlight = {
  type: "unified",
  pre_tags: [markStart],
  post_tags: [markEnd],
  max_analyzed_offset: 100_000,
  fields: {
    text: {
      number_of_fragments: 2,
      fragment_size: fragmentSize,
      no_match_size: fragmentSize,
      matched_fields: ["text", "text.exact"],
    },
    heading: { number_of_fragments: 0 },
    summary: { number_of_fragments: 0 },
  },
};

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
