import { languages, type Language } from "#domain/languages.ts";
import type { Concept } from "#domain/thesaurus.ts";
import { concepts } from "#data/thesaurus.ts";
import { servedGeneration } from "./generation.ts";
import { inTime, type Engine } from "./searching.ts";

/** A concept that words name: where they stand among them, and in which languages they are a term of it. */
export interface NamedConcept {
  concept: Concept;
  languages: Language[];
  /** The characters of the words joined by blanks, from `start` up to `end`. */
  start: number;
  end: number;
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
  const [terms, [tokens]] = await Promise.all([termsIn(engine, language), analyzed(engine, language, [words])]);
  const found: NamedConcept[] = [];
  for (let first = 0; first < tokens!.length; first++) {
    for (const term of terms.get(tokens![first]!.token) ?? []) {
      const last = tokens![first + term.stems.length - 1];
      if (last === undefined || term.stems.some((stem, index) => tokens![first + index]!.token !== stem)) continue;
      const { start } = tokens![first]!;
      const { end } = last;
      const typed = words.slice(start, end);
      if (!isSameWord(term.term, typed) || cutsAWord(words, start, end, language)) continue;
      found.push({ concept: term.concept, languages: [language], start, end });
    }
  }
  return found;
}

interface Term {
  concept: Concept;
  term: string;
  stems: string[];
}

interface Token {
  token: string;
  start: number;
  end: number;
}

/** Terms of a language by their first stem, as the indices of a generation analyse them. */
async function termsIn(engine: Engine, language: Language): Promise<Map<string, Term[]>> {
  const { id: generation } = await servedGeneration(engine);
  const known = analyses.get(engine);
  const analysis = known?.generation === generation ? known : { generation, terms: new Map() };
  analyses.set(engine, analysis);
  const terms = analysis.terms.get(language) ?? analyzedTerms(engine, language);
  analysis.terms.set(language, terms);
  terms.catch(() => analysis.terms.delete(language));
  return terms;
}

interface Analysis {
  generation: string;
  terms: Map<Language, Promise<Map<string, Term[]>>>;
}

const analyses = new WeakMap<Engine, Analysis>();

async function analyzedTerms(engine: Engine, language: Language): Promise<Map<string, Term[]>> {
  const terms = [...concepts.values()].flatMap((concept) => concept.terms[language].map((term) => ({ concept, term })));
  const stems = await analyzed(
    engine,
    language,
    terms.map(({ term }) => term),
  );
  const byFirst = new Map<string, Term[]>();
  for (const [index, { concept, term }] of terms.entries()) {
    const tokens = stems[index]!.map(({ token }) => token);
    const first = tokens[0];
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), { concept, term, stems: tokens }]);
  }
  return byFirst;
}

/** The stems of each text with their places in it; none where the language has no index. */
async function analyzed(engine: Engine, language: Language, texts: string[]): Promise<Token[][]> {
  const found: Token[][] = texts.map(() => []);
  const { tokens = [] } = await engine.elasticsearch.indices.analyze(
    { index: `${engine.prefix}-provisions-${language}`, analyzer: "words", text: texts },
    { ...inTime(), ignore: [404] },
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

/** The languages that are written as these words are. */
function scriptLanguages(words: string): Language[] {
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

/** The longest at each place; one that two languages share is one. */
function withoutOverlaps(found: NamedConcept[]): NamedConcept[] {
  const kept: NamedConcept[] = [];
  for (const named of found.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    const same = kept.find(
      ({ concept, start, end }) => concept === named.concept && start === named.start && end === named.end,
    );
    if (same !== undefined) same.languages = [...new Set([...same.languages, ...named.languages])];
    else if (!kept.some(({ start, end }) => start < named.end && named.start < end)) kept.push(named);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}
