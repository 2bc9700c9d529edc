import type { Client } from "@elastic/elasticsearch";
import type { Language } from "#domain/languages.ts";
import type { Concept } from "#domain/thesaurus.ts";
import { withAncestors } from "#domain/obligations.ts";
import { concepts } from "#data/thesaurus.ts";
import { Stemmer, type Stems } from "./stems.ts";

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
      await Terms.of(new Stemmer(elasticsearch, index, "words", language), language),
      await Terms.of(new Stemmer(elasticsearch, index, "english", "en"), "en"),
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

/** Terms that begin with the same stems share their way; a stop word inside a term stands for any word. */
interface Node {
  next: Map<string, Node>;
  anyWord?: Node;
  /** The concepts, by their places in the thesaurus, whose terms end here. */
  concepts: number[];
}

/** The terms of one language by their stems. */
class Terms {
  readonly #stemmer: Stemmer;
  readonly #root: Node = { next: new Map(), concepts: [] };

  private constructor(stemmer: Stemmer) {
    this.#stemmer = stemmer;
  }

  static async of(stemmer: Stemmer, language: Language): Promise<Terms> {
    const terms = new Terms(stemmer);
    const written = sought.flatMap(({ terms: { [language]: own } }, concept) => own.map((term) => ({ concept, term })));
    const stems = await stemmer.stemsOf(written.map(({ term }) => term));
    for (const [place, { concept }] of written.entries()) terms.#add(stems[place]!, concept);
    return terms;
  }

  #add(stems: Stems, concept: number): void {
    const first = stems.findIndex((stem) => stem !== undefined);
    const last = stems.findLastIndex((stem) => stem !== undefined);
    if (first === -1) return;
    let node = this.#root;
    for (const stem of stems.slice(first, last + 1)) {
      const following = (stem === undefined ? node.anyWord : node.next.get(stem)) ?? { next: new Map(), concepts: [] };
      if (stem === undefined) node.anyWord = following;
      else node.next.set(stem, following);
      node = following;
    }
    node.concepts.push(concept);
  }

  /** Adds to the concepts found in each text those that it names. */
  async find(texts: string[], found: Set<number>[]): Promise<void> {
    for (const [place, stems] of (await this.#stemmer.stemsOf(texts)).entries())
      for (let first = 0; first < stems.length; first += 1) addFrom(this.#root, stems, first, found[place]!);
  }
}

/** Adds the concepts of all terms that stand in a text from a place on. */
function addFrom(node: Node, text: Stems, place: number, found: Set<number>): void {
  for (const concept of node.concepts) found.add(concept);
  if (place === text.length) return;
  const stem = text[place];
  const following = stem === undefined ? undefined : node.next.get(stem);
  if (following !== undefined) addFrom(following, text, place + 1, found);
  if (node.anyWord !== undefined) addFrom(node.anyWord, text, place + 1, found);
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
