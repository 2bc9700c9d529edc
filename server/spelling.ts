import type { estypes } from "@elastic/elasticsearch";
import { languages } from "#domain/languages.ts";
import type { QuerySlip } from "#domain/search.ts";
import { wantedParts, type Query } from "./query.ts";
import { ask, type Engine } from "./searching.ts";

/** A shorter word has too many neighbours. */
const shortestWord = 4;

/**
 * The words of a query that stand in no law of any language, each with the word of the laws that is nearest
 * to it, if one is within two letters.
 */
export async function unknownWords(engine: Engine, query: Query, typed: string): Promise<QuerySlip[]> {
  const words = wantedParts(query).flatMap(({ kind, text }) =>
    kind === "word" && text.length >= shortestWord && /^\p{L}+$/u.test(text) && !/\p{Script=Han}/u.test(text)
      ? [text]
      : [],
  );
  if (words.length === 0) return [];
  const { suggest } = await ask(engine, {
    index: languages.map((language) => `instruments-${language}`),
    size: 0,
    track_total_hits: false,
    suggest: Object.fromEntries(
      words.map((word, index) => [
        String(index),
        { text: word, term: { field: "text.exact", suggest_mode: "missing", min_word_length: shortestWord, size: 1 } },
      ]),
    ),
  });
  return words.flatMap((word, index): QuerySlip[] => {
    const nearest = nearestOf(suggest?.[String(index)]);
    return nearest === undefined
      ? []
      : [
          {
            code: "unknown-word",
            message: `No law has the word "${word}".`,
            suggestion: typed.replace(word, nearest),
          },
        ];
  });
}

function nearestOf(suggestion: estypes.SearchSuggest[] | undefined): string | undefined {
  const [options] = (suggestion ?? []).map((entry) => [entry.options].flat());
  return options?.[0]?.text;
}
