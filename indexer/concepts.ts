import type { Client } from "@elastic/elasticsearch";
import type { Language } from "#domain/languages.ts";
import type { Concept } from "#domain/thesaurus.ts";
import { withAncestors } from "#domain/obligations.ts";
import { concepts } from "#data/thesaurus.ts";
import { Stemmer, type Analyzer, type Stems } from "./stems.ts";

/** The words of a provision or passage that may name a concept. */
export interface Worded {
  text: string;
  heading?: string | undefined;
  /** Ours, in English. */
  summary?: string | undefined;
}

/**
 * Finds the concepts of the thesaurus that texts of one language name, in any form that the analyzer of their index makes
 * equal. Concepts too wide to widen a search by are too wide to sort texts by.
 */
export class ConceptFinder {
  readonly #own: Terms;
  readonly #english: Terms;

  private constructor(own: Terms, english: Terms) {
    this.#own = own;
    this.#english = english;
  }

  /** @param index whose analyzers tell the forms of a word; it may be empty */
  static async of(elasticsearch: Client, index: string, language: Language): Promise<ConceptFinder> {
    return new ConceptFinder(
      await Terms.of({ elasticsearch, index, name: "words", language }),
      await Terms.of({ elasticsearch, index, name: "english", language: "en" }),
    );
  }

  /** @returns concept ids by the key of the text, in the order of the thesaurus; a text that names none is left out */
  async namedIn(texts: ReadonlyMap<string, Worded>): Promise<Map<string, string[]>> {
    const named = new Map<string, string[]>();
    const all = [...texts];
    for (let first = 0; first < all.length; first += textsAtATime) {
      const some = all.slice(first, first + textsAtATime);
      const found = some.map(() => new Set<number>());
      await this.#own.find(
        some.map(([, { heading }]) => heading ?? ""),
        found,
      );
      await this.#own.find(
        some.map(([, { text }]) => text),
        found,
      );
      await this.#english.find(
        some.map(([, { summary }]) => summary ?? ""),
        found,
      );
      for (const [place, [key]] of some.entries())
        if (found[place]!.size > 0)
          named.set(
            key,
            [...found[place]!].toSorted((a, b) => a - b).map((concept) => sought[concept]!.id),
          );
    }
    return named;
  }
}

/** Analysed together: few requests for the words not yet known, and few texts in memory. */
const textsAtATime = 200;

const sought = [...concepts.values()].filter(({ expand }) => expand);

/** A stem that terms have, by its number; or one of these two. */
type Word = number;
const otherWord = 0;
const stopWord = -1;

/** Terms that begin with the same words share their way; a stop word inside a term stands for any word. */
interface Node {
  next: Map<Word, Node>;
  anyWord?: Node;
  /** The concepts, by their places in the thesaurus, whose terms end here. */
  concepts: number[];
}

/** The terms of one language by their stems. */
class Terms {
  readonly #root: Node = { next: new Map(), concepts: [] };
  readonly #numbers = new Map<string, Word>();
  readonly #words: Stemmer<Word>;

  private constructor(analyzer: Analyzer) {
    this.#words = new Stemmer(analyzer, (stem) =>
      stem === undefined ? stopWord : (this.#numbers.get(stem) ?? otherWord),
    );
  }

  static async of(analyzer: Analyzer): Promise<Terms> {
    const terms = new Terms(analyzer);
    const written = sought.flatMap(({ terms: { [analyzer.language]: own } }, concept) =>
      own.map((term) => ({ concept, term })),
    );
    const stems = await new Stemmer(analyzer, (stem) => stem).stemsOf(written.map(({ term }) => term));
    for (const [place, { concept }] of written.entries()) terms.#add(stems[place]!, concept);
    return terms;
  }

  #add(stems: Stems, concept: number): void {
    const first = stems.findIndex((stem) => stem !== undefined);
    const last = stems.findLastIndex((stem) => stem !== undefined);
    if (first === -1) return;
    let node = this.#root;
    for (const stem of stems.slice(first, last + 1))
      node = stem === undefined ? anyAfter(node) : this.#after(node, stem);
    node.concepts.push(concept);
  }

  #after(node: Node, stem: string): Node {
    const word = this.#numbers.get(stem) ?? this.#numbers.size + 1;
    this.#numbers.set(stem, word);
    const next = node.next.get(word) ?? { next: new Map(), concepts: [] };
    node.next.set(word, next);
    return next;
  }

  /** Adds to the concepts found in each text those that it names. */
  async find(texts: string[], found: Set<number>[]): Promise<void> {
    for (const [place, words] of (await this.#words.stemsOf(texts)).entries())
      for (let first = 0; first < words.length; first += 1)
        if (words[first]! > otherWord) addFrom(this.#root, words, first, found[place]!);
  }
}

function anyAfter(node: Node): Node {
  return (node.anyWord ??= { next: new Map(), concepts: [] });
}

/** Adds the concepts of all terms that stand in a text from a place on. */
function addFrom(node: Node, words: Word[], place: number, found: Set<number>): void {
  for (const concept of node.concepts) found.add(concept);
  if (place === words.length) return;
  const following = node.next.get(words[place]!);
  if (following !== undefined) addFrom(following, words, place + 1, found);
  if (node.anyWord !== undefined) addFrom(node.anyWord, words, place + 1, found);
}

/**
 * Obligations, with all they stand under, that the concepts of a provision point to: a concept that bears on an
 * obligation, in a provision that also names a weapon or its materials. What a person has confirmed is left out.
 */
export function proposedObligations(named: string[], confirmed: string[]): string[] {
  const own = named.map((id) => concepts.get(id)).filter((concept): concept is Concept => concept !== undefined);
  if (own.every(({ weapons }) => weapons.length === 0)) return [];
  const codes = own.flatMap(({ obligations }) => obligations.flatMap(withAncestors));
  return [...new Set(codes)].filter((code) => !confirmed.includes(code)).toSorted();
}
