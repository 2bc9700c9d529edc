import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "@elastic/elasticsearch";
import { parse } from "csv-parse/sync";
import type { IndexedProvision } from "#domain/indexed-legislation.ts";
import { languages, type Language } from "#domain/languages.ts";
import { randomFrom } from "#mappings/matrix-counts.ts";

/** What a person types, in which language. */
export interface SearchQuery {
  language: Language;
  q: string;
}

/**
 * Real queries, each once, the same number for every language: the golden ones and our own, and for the rest words that
 * stand together in headings and titles of the loaded laws, drawn by a seed. Languages take turns.
 */
export async function searchQueries(
  elasticsearch: Client,
  prefix: string,
  { golden, perLanguage }: { golden: string; perLanguage: number },
): Promise<SearchQuery[]> {
  const typed = [join(import.meta.dirname, "queries.csv"), golden]
    .filter((file) => existsSync(file))
    .flatMap((file) => parse<{ language: Language; query: string }>(readFileSync(file), { columns: true, bom: true }));
  const lists = await Promise.all(
    languages.map(async (language) => {
      const own = typed.filter((row) => row.language === language).map(({ query }) => query);
      const random = randomFrom(1540);
      const headings = await drawnHeadings(elasticsearch, prefix, language, perLanguage * 2);
      const drawn = headings.flatMap((heading) => wordsOf(heading, language, random));
      return [...new Set([...own, ...drawn])].slice(0, perLanguage).map((q) => ({ language, q }));
    }),
  );
  return Array.from({ length: perLanguage }, (_, place) => lists.flatMap((list) => list[place] ?? [])).flat();
}

/** Headings of provisions, and titles of laws where a provision has none: drawn by a seed, the same for the same data. */
export async function drawnHeadings(
  elasticsearch: Client,
  prefix: string,
  language: Language,
  count: number,
): Promise<string[]> {
  const { hits } = await elasticsearch.search<Pick<IndexedProvision, "heading" | "lawTitle">>({
    index: `${prefix}-provisions-${language}`,
    size: Math.min(count, 10_000),
    _source: ["heading", "lawTitle"],
    query: { function_score: { functions: [{ random_score: { seed: 1540, field: "_seq_no" } }] } },
  });
  return hits.hits.map(({ _source }) => _source!.heading ?? _source!.lawTitle);
}

/** Two to four neighbouring words of a heading; of a Chinese one, two to six characters. */
function wordsOf(heading: string, language: Language, random: () => number): string[] {
  const units =
    language === "zh"
      ? [...(heading.match(/\p{Script=Han}{4,}/u)?.[0] ?? "")]
      : (heading.match(/[\p{L}\p{M}’'-]{3,}/gu) ?? []);
  const length = 2 + Math.floor(random() * (language === "zh" ? 5 : 3));
  if (units.length < length) return [];
  const first = Math.floor(random() * (units.length - length + 1));
  return [units.slice(first, first + length).join(language === "zh" ? "" : " ")];
}
