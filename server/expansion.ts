import type { estypes } from "@elastic/elasticsearch";
import { languages, type Language } from "#domain/languages.ts";
import type { Concept } from "#domain/thesaurus.ts";
import type { LegislationParams } from "#domain/legislation.ts";
import type { SearchMeta } from "#domain/search.ts";
import { readCitation, type Citation } from "./citation.ts";
import { conceptsIn, type NamedConcept } from "./concepts.ts";
import { wantedParts, type ConceptPart, type Query } from "./query.ts";
import { queryLanguage } from "./query-language.ts";
import type { Engine } from "./searching.ts";
import { learnedFor, type LearnedWord } from "./term-table.ts";

type Clause = estypes.QueryDslQueryContainer;

/** A query as each language is asked it, and what was added to the words typed. */
export interface ExpandedQuery {
  queryIn: (language: Language) => Query;
  /** True where the words typed are words of this language. */
  isOwn: (language: Language) => boolean;
  expansions: SearchMeta["expansions"];
  learned: SearchMeta["learned"];
  cited: Citation;
  /** The words in English, as our summaries would say them, whatever the language of the law. */
  english: string;
}

/** A query as each language is asked it: widened where that is wanted and there are words to widen. */
export async function expandedQuery(
  engine: Engine,
  query: Query | undefined,
  { q, expand }: Pick<LegislationParams, "q" | "expand">,
): Promise<ExpandedQuery | undefined> {
  if (query === undefined) return undefined;
  return expand === "on" && asksForWords(query) ? expandQuery(engine, query, q) : asTyped(query, q);
}

/** One clause over the records of all languages, each asked in its own; simply the clause where no language is asked otherwise. */
export function inEachLanguage(
  { prefix }: Engine,
  index: "instruments" | "provisions" | "reports" | "report-passages",
  clauseIn: (language: Language) => Clause,
  expanded: ExpandedQuery | undefined,
): Clause {
  if (expanded === undefined || expanded.expansions.length + expanded.learned.length === 0) return clauseIn("en");
  return {
    bool: {
      // By its name, an index drops the clauses of the others before it prepares them.
      should: languages.map((language) => ({
        // By the name of the index and not of its alias: between the moment a search finds the index behind an alias and the
        // moment the index is asked, the alias may have gone on to the next generation.
        bool: { filter: [{ prefix: { _index: `${prefix}-${index}-${language}-` } }], must: [clauseIn(language)] },
      })),
      minimum_should_match: 1,
    },
  };
}

/** The clause of each language, made when it is first asked for: counts, lists and what loosens them ask for the same. */
export function madeOnce(clauseIn: (language: Language) => Clause): (language: Language) => Clause {
  const made = new Map<Language, Clause>();
  return (language) => {
    const clause = made.get(language) ?? clauseIn(language);
    made.set(language, clause);
    return clause;
  };
}

/**
 * Widens a query by the thesaurus and by the term table. In the language typed, a term may stand for the words that
 * name its concept. In the others, the query is its concepts; words that name none are those the table has for them,
 * and only help the order where there is a concept to go by. Where words that neither knows are the greater part, a
 * law must have the words as typed, and the rest only helps. Quotes, beginnings and exclusions are never widened.
 */
async function expandQuery(engine: Engine, query: Query, typed: string): Promise<ExpandedQuery> {
  const groups = wordGroups(query);
  const named = new Map<string, NamedConcept[]>();
  const [learned] = await Promise.all([
    learnedFor(engine, [...new Set(groups.flatMap((words) => words.split(" ")))]),
    ...groups.map(async (words) => named.set(words, await conceptsIn(engine, words))),
  ]);
  const found = [...named.values()].flat();
  const spoken = new Set(found.flatMap((each) => each.languages));
  const detected = queryLanguage(typed);
  // A single word is seldom told by its look; the table may know it in one language only.
  const known = new Set([...learned.values()].flat().map(({ from }) => from));
  const likely = spoken.size > 0 ? spoken : known;
  const own = new Set(detected !== undefined && (spoken.size === 0 || spoken.has(detected)) ? [detected] : likely);
  const isOwn = (language: Language) => own.size === 0 || own.has(language);
  const isNamed = found.some(({ concept }) => concept.expand);

  const queries = new Map(
    languages.map((language) => {
      if (isOwn(language)) return [language, mapGroups(query, (words) => inOwnLanguage(words, named, language))];
      const learnedHere = (word: string) =>
        (learned.get(word) ?? []).filter(({ from, to }) => own.has(from) && to === language);
      const other = mapGroups(query, (words) => inOtherLanguage(words, named, learnedHere, language, isNamed));
      const learnedParts = partsOf(other, "learned");
      const carriesOver =
        (isNamed || learnedParts.length > 0) &&
        share(groups, [
          ...found.map(({ start, end }) => end - start),
          ...[...new Set(learnedParts.map((part) => part.typed))].map(({ text }) => text.length),
        ]) >= 0.5;
      if (carriesOver) return [language, other];
      const helpful = [...partsOf(other, "concept"), ...learnedParts];
      return [language, all([query, ...helpful.map((part): Query => ({ kind: "perhaps", part }))])];
    }),
  );
  return {
    queryIn: (language) => queries.get(language)!,
    isOwn,
    expansions: languages.flatMap((language) =>
      partsOf(queries.get(language)!, "concept")
        .filter(({ terms }) => terms.length > 0)
        .map(({ concept, terms }) => ({ concept: concept.id, language, terms })),
    ),
    learned: languages.flatMap((language) => learnedTerms(queries.get(language)!, language)),
    cited: readCitation(typed),
    english: own.has("en")
      ? wantedParts(query)
          .map(({ text }) => text)
          .join(" ")
      : partsOf(queries.get("en")!, "learned")
          .map(({ terms: [best] }) => best!.term)
          .join(" "),
  };
}

/** Each word once, with all that is looked for in its place. */
function learnedTerms(query: Query, language: Language): SearchMeta["learned"] {
  const parts = partsOf(query, "learned");
  return [...new Set(parts.map(({ typed }) => typed.text))].map((word) => {
    const own = parts.filter(({ typed }) => typed.text === word);
    return { word, language, terms: [...new Set(own.flatMap(({ terms }) => terms.map(({ term }) => term)))] };
  });
}

/** A query that nobody widened: every language is asked what was typed. */
function asTyped(query: Query, typed: string): ExpandedQuery {
  return {
    queryIn: () => query,
    isOwn: () => true,
    expansions: [],
    learned: [],
    cited: readCitation(typed),
    english: "",
  };
}

/** The parts of a kind that a query was widened by. */
export function partsOf<Kind extends "concept" | "learned">(
  query: Query,
  kind: Kind,
): Extract<Query, { kind: Kind }>[] {
  if (query.kind === kind) return [query as Extract<Query, { kind: Kind }>];
  if (query.kind === "perhaps") return partsOf(query.part, kind);
  return "parts" in query ? query.parts.flatMap((part) => partsOf(part, kind)) : [];
}

/** Words that stand side by side, joined by blanks: what may name a concept together. */
function wordGroups(query: Query): string[] {
  if (query.kind === "word") return [query.text];
  if (query.kind === "any") return query.parts.flatMap(wordGroups);
  if (query.kind !== "all") return [];
  const words = query.parts.flatMap((part) => (part.kind === "word" ? [part.text] : []));
  return [
    ...(words.length > 0 ? [words.join(" ")] : []),
    ...query.parts.flatMap((part) => (part.kind === "word" ? [] : wordGroups(part))),
  ];
}

/** The query with each group of words replaced; everything else stands as typed. */
function mapGroups(query: Query, replace: (words: string) => Query[]): Query {
  if (query.kind === "word") return all(replace(query.text));
  if (query.kind === "any") return { kind: "any", parts: query.parts.map((part) => mapGroups(part, replace)) };
  if (query.kind !== "all") return query;
  const words = query.parts.flatMap((part) => (part.kind === "word" ? [part.text] : []));
  const others = query.parts.filter((part) => part.kind !== "word").map((part) => mapGroups(part, replace));
  return all([...(words.length > 0 ? replace(words.join(" ")) : []), ...others]);
}

function all(parts: Query[]): Query {
  return parts.length === 1 ? parts[0]! : { kind: "all", parts };
}

/** Words as typed, those that name a concept together with its other terms. */
function inOwnLanguage(words: string, named: Map<string, NamedConcept[]>, language: Language): Query[] {
  const concepts = named
    .get(words)!
    .filter(({ concept, languages: spoken }) => concept.expand && spoken.includes(language))
    .filter(({ start, end }) => isBorder(words, start) && isBorder(words, end));
  const parts: Query[] = [];
  let place = 0;
  for (const { concept, start, end } of concepts) {
    parts.push(...typedWords(words.slice(place, start)));
    const text = words.slice(start, end);
    const terms = concept.terms[language].filter((term) => term.toLowerCase() !== text.toLowerCase());
    parts.push({ kind: "concept", typed: all(typedWords(text)), concept, terms, isForeign: false, isInside: false });
    place = end;
  }
  return [...parts, ...typedWords(words.slice(place))];
}

/**
 * The concepts in the words of another language, and what the table has for the words between them; what neither
 * knows, or a concept too wide to insist on, only helps.
 */
function inOtherLanguage(
  words: string,
  named: Map<string, NamedConcept[]>,
  learnedHere: (word: string) => LearnedWord[],
  language: Language,
  isNamed: boolean,
): Query[] {
  const parts: Query[] = [];
  let place = 0;
  const perhaps = (part: Query): Query => ({ kind: "perhaps", part });
  const rest = (text: string) =>
    typedWords(text).flatMap((typed): Query[] => {
      const learned = learnedHere(typed.text).map(({ terms }): Query => ({ kind: "learned", typed, terms }));
      if (learned.length === 0) return [perhaps(typed)];
      return isNamed ? learned.map(perhaps) : learned;
    });
  for (const { concept, start, end, inside } of named.get(words)!) {
    parts.push(...rest(words.slice(place, start)));
    const part = foreignConcept(concept, language, all(typedWords(words.slice(start, end))), false);
    parts.push(concept.expand ? part : perhaps(part));
    parts.push(...inside.map((each) => perhaps(foreignConcept(each, language, all([]), true))));
    place = end;
  }
  return [...parts, ...rest(words.slice(place))];
}

function foreignConcept(concept: Concept, language: Language, typed: Query, isInside: boolean): ConceptPart {
  return { kind: "concept", typed, concept, terms: concept.terms[language], isForeign: true, isInside };
}

function typedWords(words: string): { kind: "word"; text: string }[] {
  return words.split(" ").flatMap((text) => (/[\p{L}\p{N}]/u.test(text) ? [{ kind: "word" as const, text }] : []));
}

/** True where a word begins or ends: not inside a run of Chinese, not behind the article of "d'exportation". */
function isBorder(words: string, place: number): boolean {
  return [words[place - 1], words[place]].some(
    (beside) => beside === undefined || !/[\p{L}\p{N}\p{M}'’]/u.test(beside),
  );
}

/** How much of the words is known, by characters. */
function share(groups: string[], known: number[]): number {
  const sum = (lengths: number[]) => lengths.reduce((total, length) => total + length, 0);
  return sum(known) / Math.max(1, sum(groups.map((words) => words.replaceAll(" ", "").length)));
}

/** True when a query asks for something that can be ranked by. */
export function asksForWords(query: Query | undefined): query is Query {
  return wantedParts(query).length > 0;
}
