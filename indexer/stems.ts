import { toUSVString } from "node:util";
import type { Client } from "@elastic/elasticsearch";
import type { Language } from "#domain/languages.ts";
import { simplified } from "#mappings/analysis.ts";
import { KnownRuns, type RunPattern } from "./known-runs.ts";

/** The stems of a text in their places; nothing in the place of a stop word. */
export type Stems = (string | undefined)[];

/** An analyzer of an index, and whose words it takes. */
export interface Analyzer {
  elasticsearch: Client;
  /** It may be empty. */
  index: string;
  name: "words" | "english";
  language: Language;
}

/** A run of letters and what is kept of its stems; empty until the analyzer has been asked. */
interface Run<Kept> {
  written: string;
  kept: Kept[];
}

/**
 * Texts as an analyzer of an index leaves them. Each run of letters is given to the analyzer once, and what is kept of its
 * stems is remembered.
 */
export class Stemmer<Kept> {
  readonly #analyzer: Analyzer;
  readonly #keep: (stem: string | undefined) => Kept;
  readonly #runs: KnownRuns<Run<Kept>>;
  #unknown: Run<Kept>[] = [];

  /** @param keep what is to be known of a stem, or of the place of a stop word */
  constructor(analyzer: Analyzer, keep: (stem: string | undefined) => Kept) {
    this.#analyzer = analyzer;
    this.#keep = keep;
    const pairsHan = analyzer.name === "words" && analyzer.language === "zh";
    this.#runs = new KnownRuns(pairsHan ? hanApart : runs, (written) => {
      if (pairsHan && han.test(written)) return { written, kept: pairs(written).map(keep) };
      const run: Run<Kept> = { written, kept: [] };
      this.#unknown.push(run);
      return run;
    });
  }

  /** What is kept of each stem of each text, in their places. */
  async stemsOf(texts: string[]): Promise<Kept[][]> {
    const read = texts.map((text) => this.#runs.in(text));
    const unknown = this.#unknown;
    this.#unknown = [];
    await this.#learn(unknown);
    return read.map((some) => {
      const stems: Kept[] = [];
      for (const { kept } of some) for (const each of kept) stems.push(each);
      return stems;
    });
  }

  async #learn(runs: Run<Kept>[]): Promise<void> {
    const { elasticsearch, index, name } = this.#analyzer;
    for (const some of inRequests(runs)) {
      const { tokens = [] } = await elasticsearch.indices.analyze({
        index,
        analyzer: name,
        // The halves of a character, where a run is cut in it, are no text to the engine.
        text: some.map(({ written }) => toUSVString(written) + mark).join(" "),
      });
      let place = 0;
      let from = 0;
      let position = 0;
      for (const each of some) {
        const end = from + each.written.length;
        const stems: Stems = [];
        for (; tokens[place]!.start_offset < end; place += 1)
          stems[tokens[place]!.position - position] = tokens[place]!.token;
        // The mark tells how many places there were, also where the last are those of stop words.
        stems.length = tokens[place]!.position - position;
        position = tokens[place]!.position + 1;
        place += 1;
        from = end + mark.length + 1;
        each.kept = Array.from(stems, this.#keep);
      }
    }
  }
}

/** Stands after each run, and is a word to every analyzer. */
const mark = " 0";

function* inRequests<Each extends { written: string }>(runs: Each[]): Generator<Each[]> {
  let some: Each[] = [];
  let characters = 0;
  for (const each of runs) {
    const length = each.written.length + mark.length + 1;
    characters += length;
    if (characters > charactersAtATime) {
      yield some;
      some = [];
      characters = length;
    }
    some.push(each);
  }
  if (some.length > 0) yield some;
}

/** The engine takes 10,000 words at a time, and a word has a character at least. */
const charactersAtATime = 10_000;

/** No analyzer makes one word of what stands on both sides of what is neither a letter nor inside a run. */
const runs: RunPattern = {
  letter: /[\p{L}\p{M}\p{N}_\uD800-\uDFFF]/u,
  inner: /[^\s()[\]{}"«»“”/–—…]/u,
  longest: 200,
};

/** Han characters are written without blanks: what stands between two of these is a sentence, and seldom known. */
const han = /[\p{Script=Han}\uD800-\uDFFF]/u;
const hanApart: RunPattern = { ...runs, apart: han };

/** What Chinese is searched by: neighbouring characters, simplified; a character that stands alone as it is. */
function pairs(written: string): string[] {
  const characters = [...written].map((character) => simplified.get(character) ?? character);
  return characters.length === 1
    ? characters
    : characters.slice(1).map((character, place) => `${characters[place]}${character}`);
}
