import type { Language } from "#domain/languages.ts";
import type { QuerySlip } from "#domain/search.ts";
import { wantedParts, type Query } from "./query.ts";
import { askAll, type Engine } from "./searching.ts";

/** A shorter word has too many neighbours. */
const shortestWord = 4;

/**
 * The words of a query that stand in no law of its language, each with the word of the laws that is nearest to it, if
 * one is within two letters.
 * @param spoken the languages the query may be in
 */
export async function unknownWords(
  engine: Engine,
  query: Query,
  typed: string,
  spoken: Language[],
): Promise<QuerySlip[]> {
  const words = wantedParts(query).flatMap(({ kind, text }) =>
    kind === "word" && text.length >= shortestWord && /^\p{L}+$/u.test(text) && !/\p{Script=Han}/u.test(text)
      ? [text]
      : [],
  );
  if (words.length === 0 || spoken.length === 0) return [];
  // Languages apart: each analyses the words in its own way.
  const answers = await askAll(
    engine,
    spoken.map((language) => ({
      index: `instruments-${language}`,
      size: 0,
      track_total_hits: false,
      suggest: Object.fromEntries(
        words.map((word, index) => [
          String(index),
          {
            text: word,
            term: { field: "text.exact", suggest_mode: "missing", min_word_length: shortestWord, size: 1 },
          },
        ]),
      ),
    })),
  );
  return words.flatMap((word, index): QuerySlip[] => {
    const [nearest] = answers
      .flatMap(({ suggest }) => (suggest?.[String(index)]?.[0]?.options ?? []) as { text: string; score: number }[])
      .toSorted((a, b) => b.score - a.score);
    if (nearest === undefined) return [];
    return [
      {
        code: "unknown-word",
        message: `No law has the word "${word}".`,
        suggestion: typed.replace(word, nearest.text),
      },
    ];
  });
}
