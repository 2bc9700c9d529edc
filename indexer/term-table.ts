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
 * @param provisionsIndex the index that analyses the words of a language
 */
export async function* learnTermTables(
  elasticsearch: Client,
  library: Library,
  laws: ReadonlyMap<Language, LawVersion[]>,
  provisionsIndex: (language: Language) => string,
): AsyncGenerator<TermTable> {
  const parallel = lawsInTwoLanguages(laws);
  for (const [position, one] of languages.entries()) {
    for (const other of languages.slice(position + 1)) {
      const pairs = await provisionsInBoth(library, parallel.get(one)!, parallel.get(other)!);
      if (pairs.length === 0) continue;
      const side = (language: Language, texts: string[]) =>
        wordsOf(texts, (words) => analyzed(elasticsearch, provisionsIndex(language), words));
      const here = await side(
        one,
        pairs.map(([text]) => text),
      );
      const there = await side(
        other,
        pairs.map(([, text]) => text),
      );
      yield { from: one, to: other, provisions: pairs.length, words: termsFor(here, there) };
      yield { from: other, to: one, provisions: pairs.length, words: termsFor(there, here) };
    }
  }
}

/** Heading and text of each provision that a law has under one anchor in both languages. */
async function provisionsInBoth(
  library: Library,
  here: LawVersion[],
  there: LawVersion[],
): Promise<[string, string][]> {
  const others = new Map(there.map((version) => [version.law, version]));
  const pairs: [string, string][] = [];
  for (const version of here) {
    const other = others.get(version.law);
    if (other === undefined) continue;
    const texts = await textByAnchor(library, other);
    for (const [anchor, text] of await textByAnchor(library, version))
      if (texts.has(anchor)) pairs.push([text, texts.get(anchor)!]);
  }
  return pairs;
}

async function textByAnchor(library: Library, { text }: LawVersion): Promise<Map<string, string>> {
  const { provisions } = await library.read(text!.source, text!.record);
  // Section 3 of the English version, `s-3`, is article 3 of the French one, `art-3`.
  const number = (anchor: string) => anchor.replace(/^(?:art|s)-/u, "");
  return new Map(provisions.map(({ anchor, heading = "", text: words }) => [number(anchor), `${heading}\n${words}`]));
}

/** The words of one language as they stand in provisions: which have each, and the form it is mostly written in. */
interface Words {
  /** The stems of each provision. */
  stems: Set<string>[];
  forms: Map<string, string>;
}

/** The engine takes 10,000 tokens at a time; a word may be several. */
const wordsAtATime = 2000;

async function wordsOf(texts: string[], analyze: (words: string[]) => ReturnType<typeof analyzed>): Promise<Words> {
  const written = texts.map((text) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]{2,}/gu) ?? []);
  const vocabulary = [...new Set(written.flat())].filter((word) => /\p{L}/u.test(word));
  const tokens = new Map<string, { stem: string; form: string }[]>();
  for (let start = 0; start < vocabulary.length; start += wordsAtATime) {
    const words = vocabulary.slice(start, start + wordsAtATime);
    for (const [place, found] of (await analyze(words)).entries()) {
      const word = words[place]!;
      tokens.set(
        word,
        found.map((each) => ({ stem: each.token, form: word.slice(each.start, each.end) })),
      );
    }
  }
  const counts = new Map<string, Map<string, number>>();
  const stems = written.map((words) => {
    const own = words.flatMap((word) => tokens.get(word) ?? []);
    for (const { stem, form } of own) {
      const forms = counts.get(stem) ?? new Map<string, number>();
      counts.set(stem, forms.set(form, (forms.get(form) ?? 0) + 1));
    }
    return new Set(own.map(({ stem }) => stem));
  });
  const mostWritten = (forms: Map<string, number>) => [...forms].toSorted((a, b) => b[1] - a[1])[0]![0];
  return { stems, forms: new Map([...counts].map(([stem, forms]) => [stem, mostWritten(forms)])) };
}

/** The terms for each word of `here`, in the forms of `there`. */
function termsFor(here: Words, there: Words): Record<string, LearnedTerm[]> {
  const weights = meetings(here, there);
  const best = new Map<string, number>();
  for (const terms of weights.values())
    for (const [stem, weight] of terms) best.set(stem, Math.max(weight, best.get(stem) ?? 0));
  return Object.fromEntries(
    [...weights].flatMap(([word, terms]) => {
      const kept = [...terms]
        .filter(([stem, weight]) => weight >= leastShareOfBest * best.get(stem)!)
        .toSorted((a, b) => b[1] - a[1])
        .slice(0, mostTerms)
        .map(([stem, weight]) => ({ term: there.forms.get(stem)!, weight: Number(weight.toFixed(2)) }));
      return kept.length === 0 ? [] : [[word, kept]];
    }),
  );
}

/** For each word, the words of the other language that stand in the same provisions, with Dice's coefficient. */
function meetings(here: Words, there: Words): Map<string, Map<string, number>> {
  const provisionsWith = new Map<string, number[]>();
  for (const [provision, stems] of here.stems.entries())
    for (const stem of stems) {
      const provisions = provisionsWith.get(stem);
      if (provisions === undefined) provisionsWith.set(stem, [provision]);
      else provisions.push(provision);
    }
  const frequency = new Map<string, number>();
  for (const stem of there.stems.flatMap((stems) => [...stems])) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);

  const found = new Map<string, Map<string, number>>();
  for (const [word, provisions] of provisionsWith) {
    if (provisions.length < leastProvisions) continue;
    const together = new Map<string, number>();
    for (const provision of provisions)
      for (const stem of there.stems[provision]!) together.set(stem, (together.get(stem) ?? 0) + 1);
    const weights = [...together]
      .filter(([, count]) => count >= leastProvisions)
      .map(([stem, count]): [string, number] => [stem, (2 * count) / (provisions.length + frequency.get(stem)!)])
      .filter(([, weight]) => weight >= leastWeight);
    if (weights.length > 0) found.set(word, new Map(weights));
  }
  return found;
}
