import type { estypes } from "@elastic/elasticsearch";
import { languages, type Language } from "#domain/languages.ts";
import type { LegislationParams } from "#domain/legislation.ts";
import type { SearchMeta } from "#domain/search.ts";
import { readCitation, type Citation } from "./citation.ts";
import { conceptsIn, type NamedConcept } from "./concepts.ts";
import { wantedParts, type Query } from "./query.ts";
import { queryLanguage } from "./query-language.ts";
import type { Engine } from "./searching.ts";

type Clause = estypes.QueryDslQueryContainer;

/** A query as each language is asked it, and what was added to the words typed. */
export interface ExpandedQuery {
  queryIn: (language: Language) => Query;
  /** True where the words typed are words of this language. */
  isOwn: (language: Language) => boolean;
  expansions: SearchMeta["expansions"];
  cited: Citation;
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
  if (expanded === undefined || expanded.expansions.length === 0) return clauseIn("en");
  return {
    bool: {
      // By its name, an index drops the clauses of the others before it prepares them.
      should: languages.map((language) => ({
        bool: { filter: [{ term: { _index: `${prefix}-${index}-${language}` } }], must: [clauseIn(language)] },
      })),
      minimum_should_match: 1,
    },
  };
}

/**
 * Widens a query by the thesaurus. In the language typed, a term may stand for the words that name its concept. In the
 * others, the query is its concepts, and words that name none only help the order; where these are the greater part, a
 * law must have the words as typed, and the concepts only help. Quotes, beginnings and exclusions are never widened.
 */
async function expandQuery(engine: Engine, query: Query, typed: string): Promise<ExpandedQuery> {
  const groups = wordGroups(query);
  const named = new Map<string, NamedConcept[]>();
  await Promise.all(groups.map(async (words) => named.set(words, await conceptsIn(engine, words))));
  const found = [...named.values()].flat();
  const spoken = new Set(found.flatMap((each) => each.languages));
  const detected = queryLanguage(typed);
  const own = new Set(detected !== undefined && (spoken.size === 0 || spoken.has(detected)) ? [detected] : spoken);
  const isOwn = (language: Language) => own.size === 0 || own.has(language);
  const carriesOver = found.some(({ concept }) => concept.expand) && namedShare(groups, found) >= 0.5;

  const queries = new Map(
    languages.map((language) => {
      if (isOwn(language)) return [language, mapGroups(query, (words) => inOwnLanguage(words, named, language))];
      const other = mapGroups(query, (words) => inOtherLanguage(words, named, language));
      if (carriesOver) return [language, other];
      return [language, all([query, ...conceptParts(other).map((part): Query => ({ kind: "perhaps", part }))])];
    }),
  );
  return {
    queryIn: (language) => queries.get(language)!,
    isOwn,
    expansions: languages.flatMap((language) =>
      conceptParts(queries.get(language)!)
        .filter(({ terms }) => terms.length > 0)
        .map(({ concept, terms }) => ({ concept: concept.id, language, terms })),
    ),
    cited: readCitation(typed),
  };
}

/** A query that nobody widened: every language is asked what was typed. */
function asTyped(query: Query, typed: string): ExpandedQuery {
  return { queryIn: () => query, isOwn: () => true, expansions: [], cited: readCitation(typed) };
}

type ConceptPart = Extract<Query, { kind: "concept" }>;

/** Each concept a query was widened by. */
export function conceptParts(query: Query): ConceptPart[] {
  if (query.kind === "concept") return [query];
  if (query.kind === "perhaps") return conceptParts(query.part);
  return "parts" in query ? query.parts.flatMap(conceptParts) : [];
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
    parts.push({ kind: "concept", typed: all(typedWords(text)), concept, terms, isForeign: false });
    place = end;
  }
  return [...parts, ...typedWords(words.slice(place))];
}

/** The concepts in the words of another language; what names none, or one too wide to insist on, only helps. */
function inOtherLanguage(words: string, named: Map<string, NamedConcept[]>, language: Language): Query[] {
  const parts: Query[] = [];
  let place = 0;
  const rest = (text: string) => typedWords(text).map((part): Query => ({ kind: "perhaps", part }));
  for (const { concept, start, end } of named.get(words)!) {
    parts.push(...rest(words.slice(place, start)));
    const part: Query = {
      kind: "concept",
      typed: all(typedWords(words.slice(start, end))),
      concept,
      terms: concept.terms[language],
      isForeign: true,
    };
    parts.push(concept.expand ? part : { kind: "perhaps", part });
    place = end;
  }
  return [...parts, ...rest(words.slice(place))];
}

function typedWords(words: string): Query[] {
  return words.split(" ").flatMap((text): Query[] => (/[\p{L}\p{N}]/u.test(text) ? [{ kind: "word", text }] : []));
}

/** True where a word begins or ends: not inside a run of Chinese, not behind the article of "d'exportation". */
function isBorder(words: string, place: number): boolean {
  return place === 0 || place === words.length || words[place] === " " || words[place - 1] === " ";
}

/** How much of the words names a concept, by characters. */
function namedShare(groups: string[], named: NamedConcept[]): number {
  const length = (text: string) => text.replaceAll(" ", "").length;
  const covered = named.reduce((sum, { start, end }) => sum + end - start, 0);
  return (
    covered /
    Math.max(
      1,
      groups.map(length).reduce((sum, one) => sum + one, 0),
    )
  );
}

/** True when a query asks for something that can be ranked by. */
export function asksForWords(query: Query | undefined): query is Query {
  return wantedParts(query).length > 0;
}
