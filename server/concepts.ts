import DataLoader from "dataloader";
import { LRUCache } from "lru-cache";
import { languages, type Language } from "#domain/languages.ts";
import type { Concept } from "#domain/thesaurus.ts";
import { concepts } from "#data/thesaurus.ts";
import { analyzed, type Token } from "#mappings/analyzed.ts";
import { servedGeneration } from "./generation.ts";
import type { Engine } from "./searching.ts";

/** A concept that words name: where they stand among them, and in which languages they are a term of it. */
export interface NamedConcept {
  concept: Concept;
  languages: Language[];
  /** The characters of the words joined by blanks, from `start` up to `end`. */
  start: number;
  end: number;
  /** Concepts named inside: nuclear material in "theft of nuclear material". */
  inside: Concept[];
  /** True where an everyday word names it. */
  isAsked: boolean;
}

/**
 * The concepts that words name, the longest terms first taken: "export control list" is one concept and not two. A
 * word is recognised in any form its language's analyzer reduces to the same stem.
 */
export async function conceptsIn(engine: Engine, words: string): Promise<NamedConcept[]> {
  const found = await Promise.all(
    scriptLanguages(words).map((language) => conceptsInLanguage(engine, words, language)),
  );
  return withoutOverlaps(found.flat());
}

async function conceptsInLanguage(engine: Engine, words: string, language: Language): Promise<NamedConcept[]> {
  const [terms, [tokens]] = await Promise.all([termsIn(engine, language), stemsIn(engine, language, [words])]);
  const found: NamedConcept[] = [];
  for (let first = 0; first < tokens!.length; first++) {
    for (const term of terms.get(tokens![first]!.token) ?? []) {
      const last = tokens![first + term.stems.length - 1];
      if (last === undefined || term.stems.some((stem, index) => tokens![first + index]!.token !== stem)) continue;
      const { start } = tokens![first]!;
      const { end } = last;
      const typed = words.slice(start, end);
      if (!isSameWord(term.term, typed) || cutsAWord(words, start, end, language)) continue;
      const { concept, isAsked } = term;
      found.push({ concept, languages: [language], start, end, inside: [], isAsked });
    }
  }
  return found;
}

interface Term {
  concept: Concept;
  term: string;
  /** True for an everyday word: it names a concept where no term does. */
  isAsked: boolean;
  stems: string[];
}

/** Terms of a language by their first stem. */
async function termsIn(engine: Engine, language: Language): Promise<Map<string, Term[]>> {
  const { terms } = await analysisOf(engine);
  const known = terms.get(language) ?? analyzedTerms(engine, language);
  terms.set(language, known);
  known.catch(() => terms.delete(language));
  return known;
}

async function analyzedTerms(engine: Engine, language: Language): Promise<Map<string, Term[]>> {
  const terms = [...concepts.values()].flatMap((concept) => [
    ...concept.terms[language].flatMap(formsOf).map((term) => ({ concept, term, isAsked: false })),
    ...concept.asked[language].flatMap(formsOf).map((term) => ({ concept, term, isAsked: true })),
  ]);
  const termStems = await analyzed(
    engine.elasticsearch,
    `${engine.prefix}-provisions-${language}`,
    terms.map(({ term }) => term),
  );
  const byFirst = new Map<string, Term[]>();
  for (const [index, term] of terms.entries()) {
    const tokens = termStems[index]!.map(({ token }) => token);
    const first = tokens[0];
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), { ...term, stems: tokens }]);
  }
  return byFirst;
}

/** An Arabic term with and without its article, where a و follows: of وساطة the analyzer takes it for "and", of الوساطة it does not. */
function formsOf(term: string): string[] {
  return term.startsWith("الو") ? [term, term.slice(2)] : [term];
}

/** The stems of each text with their places in it. */
export async function stemsIn(engine: Engine, language: Language, texts: string[]): Promise<Token[][]> {
  const { stems } = await analysisOf(engine);
  const known =
    stems.get(language) ??
    new DataLoader<string, Token[]>(
      (asked) => analyzed(engine.elasticsearch, `${engine.prefix}-provisions-${language}`, [...asked]),
      { maxBatchSize, cacheMap: new LRUCache({ max: textsKept }) },
    );
  stems.set(language, known);
  return Promise.all(texts.map((text) => known.load(text)));
}

/** Of the length of the longest query, they stay below the 10,000 words that the engine analyses at once. */
const maxBatchSize = 32;

/** Who turns a page or chooses a facet asks for the same words again. Texts of the longest query are some ten megabytes a language. */
const textsKept = 1000;

/** Words as the indices of a generation analyse them. */
interface Analysis {
  generation: string;
  terms: Map<Language, Promise<Map<string, Term[]>>>;
  /** Texts asked for at the same time go to the engine together: a query of thirty parts would overrun its queue for analyses. */
  stems: Map<Language, DataLoader<string, Token[]>>;
}

const analyses = new WeakMap<Engine, Analysis>();

async function analysisOf(engine: Engine): Promise<Analysis> {
  const { id: generation } = await servedGeneration(engine);
  const known = analyses.get(engine);
  if (known?.generation === generation) return known;
  const analysis: Analysis = { generation, terms: new Map(), stems: new Map() };
  analyses.set(engine, analysis);
  return analysis;
}

/** The languages that are written as these words are. */
export function scriptLanguages(words: string): Language[] {
  return languages.filter((language) => scripts[language].test(words));
}

const scripts: Record<Language, RegExp> = {
  ar: /\p{Script=Arabic}/u,
  zh: /\p{Script=Han}/u,
  ru: /\p{Script=Cyrillic}/u,
  en: /\p{Script=Latin}/u,
  fr: /\p{Script=Latin}/u,
  es: /\p{Script=Latin}/u,
};

/** An abbreviation has no other forms: ДНЯО is not дня (of the day), though they share a stem. */
function isSameWord(term: string, typed: string): boolean {
  const isAbbreviation = /\p{Lu}/u.test(term) && !/\p{Ll}/u.test(term);
  return !isAbbreviation || term.toLowerCase() === typed.toLowerCase();
}

/**
 * Chinese has no blanks: two characters inside a run may be halves of two words, as 通运 in 交通运输. A term of two
 * stands at an edge of its run.
 */
function cutsAWord(words: string, start: number, end: number, language: Language): boolean {
  if (language !== "zh" || end - start > 2) return false;
  const isInside = (place: number) => /\p{Script=Han}/u.test(words[place] ?? "");
  return isInside(start - 1) && isInside(end);
}

/**
 * The longest at each place, a term before an everyday word, with the terms of the same language inside it; one that two
 * languages share is one.
 */
function withoutOverlaps(found: NamedConcept[]): NamedConcept[] {
  const kept: NamedConcept[] = [];
  const longestFirst = found.toSorted(
    (a, b) => b.end - b.start - (a.end - a.start) || Number(a.isAsked) - Number(b.isAsked) || a.start - b.start,
  );
  for (const named of longestFirst) {
    const { concept, languages: spoken, start, end, isAsked } = named;
    const other = kept.find((each) => each.start < end && start < each.end);
    if (other === undefined) kept.push(named);
    else if (other.concept === concept && other.start === start && other.end === end)
      other.languages = [...new Set([...other.languages, ...spoken])];
    else if (
      !isAsked &&
      other.start <= start &&
      end <= other.end &&
      spoken.some((language) => other.languages.includes(language))
    )
      other.inside = [...new Set([...other.inside, concept])].filter((inside) => inside !== other.concept);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}
