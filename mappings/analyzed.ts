import type { Client } from "@elastic/elasticsearch";

/** A word as an analyzer leaves it, and the characters of the text it stands for, from `start` up to `end`. */
export interface Token {
  token: string;
  start: number;
  end: number;
}

/** The words of each text as the `words` analyzer of an index reduces them; none where there is no such index. */
export async function analyzed(elasticsearch: Client, index: string, texts: string[]): Promise<Token[][]> {
  const found: Token[][] = texts.map(() => []);
  const { tokens = [] } = await elasticsearch.indices.analyze(
    { index, analyzer: "words", text: texts },
    { ignore: [404] },
  );
  // Elasticsearch counts offsets through all texts as if they were one, each a character apart.
  let text = 0;
  let from = 0;
  for (const { token, start_offset, end_offset } of tokens) {
    while (start_offset > from + texts[text]!.length) {
      from += texts[text]!.length + 1;
      text += 1;
    }
    found[text]!.push({ token, start: start_offset - from, end: end_offset - from });
  }
  return found;
}
