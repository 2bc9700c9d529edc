import type { Client } from "@elastic/elasticsearch";
import { languages, type Language } from "#domain/languages.ts";
import type { LearnedTerm, TermTable } from "#domain/term-table.ts";
import { analyzed } from "#mappings/analyzed.ts";
import type { LawVersion } from "./laws.ts";
import type { Library } from "./library.ts";

/** Words that met in fewer provisions met by chance. */
const leastProvisions = 3;

/** Below this, what meets is a subject and not a word: "fire" and "canons". */
const leastWeight = 0.25;

/**
 * A term belongs to the word it fits best: "humains" meets "pathogen" as often as "human" does, and is dropped where
 * its fit falls below this share of its best.
 */
const leastShareOfBest = 0.6;

const mostTerms = 3;

/**
 * Provisions that a table is learned from; of more, those of laws at even distances. 2,159 gave the figures of
 * docs/decisions/016, and the memory of learning grows with them.
 */
const mostProvisions = 10_000;

/** The laws whose text is loaded in more than one language, in each of them: what a table is learned from. */
export function lawsInTwoLanguages(laws: ReadonlyMap<Language, LawVersion[]>): Map<Language, LawVersion[]> {
  const loaded = new Map<string, number>();
  for (const { law, text } of [...laws.values()].flat())
    if (text !== undefined) loaded.set(law, (loaded.get(law) ?? 0) + 1);
  return new Map(
    [...laws].map(([language, versions]) => [
      language,
      versions.filter(({ law, text }) => text !== undefined && loaded.get(law)! > 1),
    ]),
  );
}

/**
 * Learns what words of one language are in another: those that meet in provisions with one anchor in two languages of
 * a law, rated by Dice's coefficient.
 * @param parallel the laws in two languages
 * @param provisionsIndex the index that analyses the words of a language
 */
export async function* learnTermTables(
  elasticsearch: Client,
  library: Library,
  parallel: ReadonlyMap<Language, LawVersion[]>,
  provisionsIndex: (language: Language) => string,
): AsyncGenerator<TermTable> {
  for (const [position, one] of languages.entries()) {
    for (const other of languages.slice(position + 1)) {
      const [here, there] = provisionsInBoth(library, parallel.get(one)!, parallel.get(other)!);
      const provisions = here.provisions.length;
      if (provisions === 0) continue;
      const analyze = (language: Language) => (words: string[]) =>
        analyzed(elasticsearch, provisionsIndex(language), words);
      const [own, theirs] = [await wordsOf(here, analyze(one)), await wordsOf(there, analyze(other))];
      yield { from: one, to: other, provisions, words: termsFor(own, theirs) };
      yield { from: other, to: one, provisions, words: termsFor(theirs, own) };
    }
  }
}

/** Words as they are written, each by its number, in their order of appearance. */
interface Written {
  numbers: Map<string, number>;
  /** How often each is written. */
  counts: number[];
  /** The words of each provision, each once. */
  provisions: Uint32Array[];
}

/** Heading and text of each provision that a law has under one anchor in both languages. */
function provisionsInBoth(library: Library, here: LawVersion[], there: LawVersion[]): [Written, Written] {
  const others = new Map(there.map((version) => [version.law, version]));
  const both = here.filter(({ law }) => others.has(law));
  const every = Math.ceil(both.reduce((sum, { text }) => sum + text!.provisions, 0) / mostProvisions);
  const written: [Written, Written] = [noWords(), noWords()];
  for (const version of both.filter((_, place) => place % every === 0)) {
    const texts = textByAnchor(library, others.get(version.law)!);
    for (const [anchor, text] of textByAnchor(library, version)) {
      const other = texts.get(anchor);
      if (other === undefined) continue;
      addProvision(written[0], text);
      addProvision(written[1], other);
    }
  }
  return written;
}

function textByAnchor(library: Library, { text }: LawVersion): Map<string, string> {
  const { provisions } = library.read(text!.source, text!.record);
  // Section 3 of the English version, `s-3`, is article 3 of the French one, `art-3`.
  const number = (anchor: string) => anchor.replace(/^(?:art|s)-/u, "");
  return new Map(provisions.map(({ anchor, heading = "", text: words }) => [number(anchor), `${heading}\n${words}`]));
}

function noWords(): Written {
  return { numbers: new Map(), counts: [], provisions: [] };
}

function addProvision({ numbers, counts, provisions }: Written, text: string): void {
  const own = new Set<number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]{2,}/gu)) {
    if (!/\p{L}/u.test(word)) continue;
    let number = numbers.get(word);
    if (number === undefined) {
      number = counts.length;
      // A part of a text would keep the whole of it in memory.
      numbers.set(Buffer.from(word).toString(), number);
      counts.push(0);
    }
    counts[number]! += 1;
    own.add(number);
  }
  provisions.push(Uint32Array.from(own));
}

/** The stems of one language as they stand in provisions: which have each, and the form it is mostly written in. */
interface Words {
  /** By their numbers. */
  stems: string[];
  forms: string[];
  /** The numbers of the stems of each provision. */
  provisions: Uint32Array[];
}

/** The engine takes 10,000 tokens at a time; a word may be several. */
const wordsAtATime = 2000;

async function wordsOf(
  { numbers, counts, provisions }: Written,
  analyze: (words: string[]) => ReturnType<typeof analyzed>,
): Promise<Words> {
  const vocabulary = [...numbers.keys()];
  const stems = new Map<string, number>();
  const forms: Map<string, number>[] = [];
  const stemsOf: number[][] = [];
  for (let start = 0; start < vocabulary.length; start += wordsAtATime) {
    const words = vocabulary.slice(start, start + wordsAtATime);
    for (const [place, tokens] of (await analyze(words)).entries()) {
      const own: number[] = [];
      for (const { token, start: from, end } of tokens) {
        const stem = stems.get(token) ?? stems.size;
        stems.set(token, stem);
        const form = words[place]!.slice(from, end);
        const written = (forms[stem] ??= new Map());
        written.set(form, (written.get(form) ?? 0) + counts[start + place]!);
        own.push(stem);
      }
      stemsOf.push(own);
    }
  }
  const mostWritten = (each: Map<string, number>) => [...each].toSorted((a, b) => b[1] - a[1])[0]![0];
  return {
    stems: [...stems.keys()],
    forms: forms.map(mostWritten),
    provisions: provisions.map((words) => Uint32Array.from(new Set([...words].flatMap((word) => stemsOf[word]!)))),
  };
}

/** The terms for each word of `here`, in the forms of `there`. */
function termsFor(here: Words, there: Words): Record<string, LearnedTerm[]> {
  const weights = meetings(here, there);
  const best = new Map<number, number>();
  for (const terms of weights.values())
    for (const [stem, weight] of terms) best.set(stem, Math.max(weight, best.get(stem) ?? 0));
  return Object.fromEntries(
    [...weights].flatMap(([word, terms]) => {
      const kept = [...terms]
        .filter(([stem, weight]) => weight >= leastShareOfBest * best.get(stem)!)
        .toSorted((a, b) => b[1] - a[1])
        .slice(0, mostTerms)
        .map(([stem, weight]) => ({ term: there.forms[stem]!, weight: Number(weight.toFixed(2)) }));
      return kept.length === 0 ? [] : [[here.stems[word]!, kept]];
    }),
  );
}

/** For each word, the words of the other language that stand in the same provisions, with Dice's coefficient. */
function meetings(here: Words, there: Words): Map<number, Map<number, number>> {
  const provisionsWith = new Map<number, number[]>();
  for (const [provision, stems] of here.provisions.entries())
    for (const stem of stems) {
      const provisions = provisionsWith.get(stem);
      if (provisions === undefined) provisionsWith.set(stem, [provision]);
      else provisions.push(provision);
    }
  const frequency = new Uint32Array(there.stems.length);
  for (const stems of there.provisions) for (const stem of stems) frequency[stem]! += 1;

  const found = new Map<number, Map<number, number>>();
  for (const [word, provisions] of provisionsWith) {
    if (provisions.length < leastProvisions) continue;
    const together = new Map<number, number>();
    for (const provision of provisions)
      for (const stem of there.provisions[provision]!) together.set(stem, (together.get(stem) ?? 0) + 1);
    const weights = [...together]
      .filter(([, count]) => count >= leastProvisions)
      .map(([stem, count]): [number, number] => [stem, (2 * count) / (provisions.length + frequency[stem]!)])
      .filter(([, weight]) => weight >= leastWeight);
    if (weights.length > 0) found.set(word, new Map(weights));
  }
  return found;
}
