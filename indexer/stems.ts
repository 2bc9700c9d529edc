import type { Client } from "@elastic/elasticsearch";
import type { Language } from "#domain/languages.ts";
import { simplified } from "#mappings/analysis.ts";

/** The stems of a text in their places; nothing in the place of a stop word. */
export type Stems = (string | undefined)[];

/**
 * Texts as an analyzer of an index leaves them. Texts go over few words: each run of letters is given to the analyzer once,
 * and what it made of it is remembered.
 */
export class Stemmer {
  readonly #elasticsearch: Client;
  readonly #index: string;
  readonly #analyzer: string;
  /** Han characters are written without blanks: what stands between two of these is a sentence, and seldom known. */
  readonly #pairsHan: boolean;
  readonly #known = new Map<string, Stems>();

  constructor(elasticsearch: Client, index: string, analyzer: "words" | "english", language: Language) {
    this.#elasticsearch = elasticsearch;
    this.#index = index;
    this.#analyzer = analyzer;
    this.#pairsHan = analyzer === "words" && language === "zh";
  }

  async stemsOf(texts: string[]): Promise<Stems[]> {
    if (this.#known.size > mostRunsKept) this.#known.clear();
    const runs = texts.map((text) => text.match(this.#pairsHan ? hanOrRun : run) ?? []);
    const unknown = new Set<string>();
    for (const some of runs)
      for (const each of some) if (!this.#known.has(each) && !this.#isPaired(each)) unknown.add(each);
    await this.#learn([...unknown]);
    return runs.map((some) => {
      const stems: Stems = [];
      for (const each of some) stems.push(...(this.#isPaired(each) ? pairs(each) : this.#known.get(each)!));
      return stems;
    });
  }

  #isPaired(written: string): boolean {
    return this.#pairsHan && /^\p{Script=Han}/u.test(written);
  }

  async #learn(runs: string[]): Promise<void> {
    for (const some of inRequests(runs)) {
      const { tokens = [] } = await this.#elasticsearch.indices.analyze({
        index: this.#index,
        analyzer: this.#analyzer,
        text: some.map((each) => each + mark).join(" "),
      });
      let place = 0;
      let from = 0;
      let position = 0;
      for (const written of some) {
        const end = from + written.length;
        const stems: Stems = [];
        for (; tokens[place]!.start_offset < end; place += 1)
          stems[tokens[place]!.position - position] = tokens[place]!.token;
        // The mark tells how many places there were, also where the last are those of stop words.
        stems.length = tokens[place]!.position - position;
        position = tokens[place]!.position + 1;
        place += 1;
        from = end + mark.length + 1;
        // A part of a text would keep the whole of it in memory.
        this.#known.set(Buffer.from(written).toString(), Array.from(stems));
      }
    }
  }
}

/** Stands after each run, and is a word to every analyzer. */
const mark = " 0";

/** Some ten megabytes. Large collections have more, of which the frequent ones are soon known again. */
const mostRunsKept = 50_000;

function* inRequests(runs: string[]): Generator<string[]> {
  let some: string[] = [];
  let characters = 0;
  for (const each of runs) {
    characters += each.length + mark.length + 1;
    if (characters > charactersAtATime) {
      yield some;
      some = [];
      characters = each.length + mark.length + 1;
    }
    some.push(each);
  }
  if (some.length > 0) yield some;
}

/** The engine takes 10,000 words at a time, and a word has a character at least. */
const charactersAtATime = 10_000;

/** Begins and ends with a letter; no analyzer makes one word of what stands on both sides of these other characters. */
const run = /[\p{L}\p{M}\p{N}_](?:[^\s()[\]{}"«»“”/–—…]{0,200}[\p{L}\p{M}\p{N}_])?/gu;

/** The same, and Han characters apart from all others. */
const hanOrRun =
  /\p{Script=Han}+|(?!\p{Script=Han})[\p{L}\p{M}\p{N}_](?:(?:(?!\p{Script=Han})[^\s()[\]{}"«»“”/–—…]){0,200}(?!\p{Script=Han})[\p{L}\p{M}\p{N}_])?/gu;

/** What Chinese is searched by: neighbouring characters, simplified; a character that stands alone as it is. */
function pairs(written: string): string[] {
  const characters = [...written].map((character) => simplified.get(character) ?? character);
  return characters.length === 1
    ? characters
    : characters.slice(1).map((character, place) => `${characters[place]}${character}`);
}
