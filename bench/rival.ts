import { execFileSync } from "node:child_process";
import type { Language } from "#domain/languages.ts";
import type { SearchQuery } from "./search-queries.ts";

/** A provision as a rival stores it. */
export interface RivalProvision {
  /** Law and anchor, as our API answers them: `can-n-28.3/s-26`. */
  id: string;
  language: Language;
  /** Title of the law, headings above and heading. */
  heading: string;
  text: string;
  /** One value of each of the five facets; empty where the law has none. */
  facets: Record<RivalFacet, string>;
}

export const rivalFacets = ["state", "region", "type", "status", "year"] as const;
type RivalFacet = (typeof rivalFacets)[number];

/** Another search engine over the same provisions: any of the words, the best ten with snippets, five facets. */
export interface Rival {
  /** What it is, with its version. */
  name: string;
  /** Takes all provisions of a language. */
  load: (language: Language, provisions: RivalProvision[]) => Promise<void>;
  /** Bytes on disk of all that was loaded. */
  bytes: () => Promise<number>;
  /** Ids of the ten best, after it has made snippets and counted facets as well. */
  search: (query: SearchQuery) => Promise<string[]>;
  stop: () => Promise<void>;
}

/** The words of a query; a run of Chinese as bigrams where the rival cannot cut it. */
export function wordsToFind({ q, language }: SearchQuery, cutsChinese = false): string[] {
  const words = q.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return [...new Set(language === "zh" && !cutsChinese ? words.flatMap((word) => bigrams(word).split(" ")) : words)];
}

/** 出口管制 → 出口 口管 管制, blanks between them; other words stay. */
export function bigrams(text: string): string {
  return text
    .replaceAll(/\p{Script=Han}+/gu, (run) => {
      const characters = [...run];
      const pairs =
        characters.length === 1 ? characters : characters.slice(1).map((next, place) => characters[place] + next);
      return ` ${pairs.join(" ")} `;
    })
    .trim();
}

/** A text as a literal of SQL. */
export function literal(text: string): string {
  return `'${text.replaceAll("\0", "").replaceAll("'", "''")}'`;
}

/** What a program says of its version; undefined where it is not installed. */
export function versionOf(command: string): string | undefined {
  try {
    return /\d+(?:\.\d+)+/u.exec(execFileSync(command, ["--version"], { encoding: "utf8" }))?.[0];
  } catch {
    return undefined;
  }
}

export function inBatches<Item>(items: Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, place) =>
    items.slice(place * size, (place + 1) * size),
  );
}
