import type { estypes } from "@elastic/elasticsearch";
import type { Citation } from "./citation.ts";
import { partsOf } from "./expansion.ts";
import { wantedParts, type ConceptPart, type LearnedPart, type Query } from "./query.ts";

type Clause = estypes.QueryDslQueryContainer;

/** The fields one language of a law is looked for in: its own words, or our English summaries. */
interface Fields {
  /** With boosts. A word may stand in any of them. */
  words: string[];
  /** The unstemmed twins, for quotes and beginnings. */
  exact: string[];
  /** Single Han characters. */
  characters: string[];
}

const lawText: Fields = {
  words: ["title^4", "text"],
  exact: ["title.exact", "text.exact"],
  characters: ["title.characters", "text.characters"],
};
const lawSummaries: Fields = { words: ["englishTitle^4", "summaries"], exact: ["englishTitle.exact"], characters: [] };

/**
 * Laws in which the query holds, operators reaching across the whole law: it holds in the law's own words, or in
 * our English summaries of it. One clause serves every language, because each index analyses `text` in its own.
 */
export function lawsWith(query: Query, { symbols, resolutions }: Citation): Clause {
  return either([
    holds(query, lawText, exactly),
    holds(query, lawSummaries, exactly),
    ...(symbols.length > 0 ? [{ terms: { symbols, boost: 1000 } }] : []),
    ...(resolutions.length > 0 ? [{ terms: { citedResolutions: resolutions, boost: 1000 } }] : []),
  ]);
}

/**
 * Laws with most of the words: what a long question, or one no law answers whole, falls back to. Quotes, exclusions
 * and beginnings still bind.
 */
export function lawsWithMost(query: Query): Clause {
  return either([holds(query, lawText, mostly), holds(query, lawSummaries, mostly)]);
}

/** True when the fallback could find more than the query itself. */
export function canRelax(query: Query | undefined): boolean {
  return wantedParts(query).some(
    (part, index, parts) => part.kind === "word" && (parts.length > 1 || longHan(part.text)),
  );
}

/** How the words of one level of a query bind. */
type Binding = (words: string[], fields: Fields, ifNone: "all" | "none") => Clause[];

/** How much of a law's order a concept makes in the language typed; in another there is nothing else to go by. */
const ownConcept = 0.3;

function holds(query: Query, fields: Fields, bind: Binding): Clause {
  switch (query.kind) {
    case "word":
      return { bool: { must: bind([query.text], fields, "none") } };
    case "phrase":
      return phrase(query.text, fields);
    case "prefix":
      return beginning(query.text, fields);
    case "not":
      // Whatever alternative holds, the excluded word must be nowhere: neither in the words nor in the summary.
      return { bool: { must_not: [holds(query.part, lawText, exactly), holds(query.part, lawSummaries, exactly)] } };
    case "any":
      return { bool: { should: query.parts.map((part) => holds(part, fields, bind)), minimum_should_match: 1 } };
    case "concept":
      // The indexer has looked for its terms, in the law's words and in our summaries.
      return either([
        holds(query.typed, fields, bind),
        {
          constant_score: { filter: { term: { concepts: query.concept.id } }, boost: query.isForeign ? 1 : ownConcept },
        },
      ]);
    case "learned":
      return either([
        holds(query.typed, fields, bind),
        ...query.terms.map(({ term, weight }): Clause => ({
          combined_fields: { query: term, fields: fields.words, boost: weight },
        })),
      ]);
    case "perhaps":
      return { match_all: { boost: 0 } };
    case "all": {
      const words = query.parts.flatMap((part) => (part.kind === "word" ? [part.text] : []));
      const isWidened = (part: Query) => part.kind === "concept" || part.kind === "learned";
      const widened = query.parts.filter(isWidened).map((part) => holds(part, fields, bind));
      const others = query.parts
        .filter((part) => part.kind !== "word" && part.kind !== "perhaps" && !isWidened(part))
        .map((part) => holds(part, fields, bind));
      // Words that are left between concepts may be no words to look for: "of", "et".
      const ifNone = widened.length + others.length > 0 ? "all" : "none";
      return {
        bool: {
          must: [
            ...(words.length > 0 ? bind(words, fields, ifNone) : []),
            ...(bind === mostly ? [{ bool: { should: widened, minimum_should_match: "60%" } }] : widened),
            ...others,
          ],
        },
      };
    }
  }
}

/** All words, each in any field; runs of Han characters as they stand. */
const exactly: Binding = (words, fields, ifNone) => {
  const alphabetic = words.filter((word) => !isHan(word));
  return [
    ...(alphabetic.length > 0
      ? [
          {
            combined_fields: {
              query: alphabetic.join(" "),
              fields: fields.words,
              operator: "and" as const,
              zero_terms_query: ifNone,
            },
          },
        ]
      : []),
    ...words.filter(isHan).map((word) => hanRun(word, fields)),
  ];
};

/** Most of the words, so that a law with a few more is not lost for one; runs of Han characters by most of their neighbours. */
const mostly: Binding = (words, fields) => {
  const alphabetic = words.filter((word) => !isHan(word));
  const runs = words
    .filter(isHan)
    .map((word) =>
      longHan(word)
        ? { multi_match: { query: word, fields: fields.words, minimum_should_match: "60%" } }
        : hanRun(word, fields),
    );
  return [
    {
      bool: {
        should: [
          ...(alphabetic.length > 0
            ? [{ combined_fields: { query: alphabetic.join(" "), fields: fields.words, minimum_should_match: "60%" } }]
            : []),
          ...runs,
        ],
        minimum_should_match: "60%",
      },
    },
  ];
};

/** A run of Han characters is a phrase of bigrams; a single one meets single characters only. */
function hanRun(run: string, fields: Fields): Clause {
  if ([...run].length === 1)
    return fields.characters.length === 0
      ? { match_none: {} }
      : { multi_match: { query: run, fields: fields.characters } };
  return { multi_match: { query: run, type: "phrase", fields: fields.words } };
}

function phrase(text: string, fields: Fields): Clause {
  if ([...text].length === 1 && isHan(text)) return hanRun(text, fields);
  return fields.exact.length === 0
    ? { match_none: {} }
    : { multi_match: { query: text, type: "phrase", fields: fields.exact } };
}

function beginning(text: string, fields: Fields): Clause {
  if (isHan(text)) return hanRun(text, fields);
  // Prefixes are not analysed: fold them as the `exact` analyzers do.
  const folded = text
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/(?<=\p{Script=Latin})\p{M}+/gu, "")
    .normalize("NFC")
    .replaceAll("ё", "е");
  return either(fields.exact.map((field) => ({ prefix: { [field]: { value: folded } } })));
}

/**
 * Where the words of a passage are looked for. The headings above it carried the largest gain: French codes name the
 * subject in a chapter's title and not in the article (82 golden queries: MRR@10 .651 without `path`, .721 with it;
 * twice its weight .712). The boosts also lower BM25's k1, which ranked 2,788 English questions better.
 */
const provisionWords = ["text^3", "heading^3", "path", "lawTitle"];

/** More words than this are a question: laws with most of them follow those with all. */
export const wordsOfAQuestion = 4;

/** From so many words on, neighbouring words tell more than they disturb: 27-word questions gained 2 points, short queries lost 4. */
const wordsForPairs = 12;

/** What it adds when the words stand together as typed: "الحماية المادية" (physical protection) shares its stems with "protection" and "article". */
const asWritten = 1;

/** How clauses are named: of each hit the engine tells the names of those that hold. */
type Naming = (name: string) => { _name?: string };

const named: Naming = (name) => ({ _name: name });

/** For a ranking that shows nothing: to ask all clauses again of each hit was a quarter of its time. */
export const unnamed: Naming = () => ({});

/**
 * Provisions ranked by the words they hold, any of them, in their own words or in our English summary; and by the
 * terms of the concepts the words name and of the words learned. What is cited stands first. What matched is told by
 * the names of the clauses: `words`, `concept:<id>`, `learned`, `citation`.
 */
export function provisionsWith(
  query: Query,
  { cited, english }: { cited: Citation; english: string },
  naming = named,
): Clause {
  const concepts = partsOf(query, "concept");
  const learned = partsOf(query, "learned");
  const citations = citedProvisions(cited, naming);
  const typed = typedWith(wantedParts(query), naming);
  if (concepts.length + learned.length + citations.length === 0) return typed;
  const translated = isTranslated(query);
  return {
    bool: {
      should: [
        { bool: { must: [typed], boost: translated ? foreignWords : 1 } },
        ...concepts.map((part) => conceptIn(part, naming)),
        ...learned.map((part) => learnedIn(part, naming)),
        ...(translated && english !== "" ? [{ match: { summary: english } }] : []),
        ...citations,
      ],
      minimum_should_match: 1,
    },
  };
}

/** True where passages in another language than the words typed are asked: by concepts and learned words. */
export function isTranslated(query: Query): boolean {
  return partsOf(query, "learned").length > 0 || partsOf(query, "concept").some((part) => part.isForeign);
}

/**
 * Above any sum of words: the article named of the law named, or all articles of that law in their order, or the
 * article of any law where no law is named; or what cites the resolution named.
 */
function citedProvisions({ anchors, symbols, resolutions, rest }: Citation, naming: Naming): Clause[] {
  const cited = (what: Clause, filter: Clause, ...order: Clause[]): Clause[] => [
    { bool: { ...naming("citation"), must: [{ constant_score: { filter: what, boost: 1000 } }, ...order], filter } },
  ];
  if (resolutions.length > 0) return cited({ terms: { citedResolutions: resolutions } }, { match_all: {} });
  const ofLaw: Clause = { terms: { symbols } };
  const earlier: Clause = {
    function_score: {
      functions: [{ exp: { position: { origin: 0, scale: 50, decay: 0.5 } }, weight: 1000 }],
      boost_mode: "replace",
    },
  };
  if (anchors.length === 0) return symbols.length > 0 ? cited(ofLaw, { term: { kind: "article" } }, earlier) : [];
  const article: Clause = { terms: { anchor: anchors } };
  if (rest === "") return cited(article, { match_all: {} });
  const titled: Clause = { match: { lawTitle: { query: rest, operator: "and" } } };
  return [...cited(article, titled), ...(symbols.length > 0 ? cited(article, ofLaw) : [])];
}

/** Words typed in another language than the provision's, where their concepts are looked for (relevance.md, recipe for another language). */
const foreignWords = 0.2;

/** What other terms of the language typed add: more than this disturbed Spanish and Arabic (relevance.md, thesaurus). */
const ownTerms = 0.1;

/** What a concept named inside a longer one adds: "nuclear material" in "theft of nuclear material". */
const insideTerms = 0.7;

/** What having a concept at all adds in another language: most of the concepts once say more than one of them often. */
const foreignConcept = 3;

/** A provision that has a term of a concept whole, in its own words or our summary. */
function conceptIn({ concept, terms, isForeign, isInside }: ConceptPart, naming: Naming): Clause {
  const weight = isForeign ? (isInside ? insideTerms : 1) : ownTerms;
  // A phrase scores by the sum of its words, so that the concept with the longest term would decide alone.
  const boost = (term: string) => weight / lengthOf(term);
  const looked: Clause = {
    dis_max: {
      ...naming(`concept:${concept.id}`),
      tie_breaker: isForeign ? 0.3 : 0,
      queries: [
        ...terms.map((term): Clause => ({
          multi_match: {
            query: term,
            type: "phrase",
            slop: 1,
            fields: ["text", "heading", "lawTitle^0.3"],
            boost: boost(term),
          },
        })),
        ...concept.terms.en.map((term): Clause => ({
          match_phrase: { summary: { query: term, boost: 1.5 * boost(term) } },
        })),
      ],
    },
  };
  if (!isForeign || !concept.expand) return looked;
  const tagged: Clause = { term: { concepts: concept.id } };
  return { bool: { should: [looked, { constant_score: { filter: tagged, boost: foreignConcept * weight } }] } };
}

/** The words of a term; the bigrams of a Chinese one. */
function lengthOf(term: string): number {
  return isHan(term) ? Math.max(1, [...term].length - 1) : term.split(/[\s-]+/u).length;
}

/** A provision that has a word for the one typed, the better the more surely it is that word. */
function learnedIn({ terms }: LearnedPart, naming: Naming): Clause {
  return {
    dis_max: {
      ...naming("learned"),
      tie_breaker: 0.3,
      queries: terms.map(({ term, weight }) => ({
        combined_fields: { query: term, fields: provisionWords, boost: weight },
      })),
    },
  };
}

function typedWith(parts: ReturnType<typeof wantedParts>, naming: Naming): Clause {
  const words = parts.flatMap(({ kind, text }) => (kind === "word" && !isHan(text) ? [text] : []));
  const runs = parts.flatMap(({ kind, text }) => (kind === "word" && isHan(text) ? [text] : []));
  return {
    bool: {
      ...naming("words"),
      should: [
        ...(words.length > 0
          ? [
              {
                dis_max: {
                  queries: [
                    { combined_fields: { query: words.join(" "), fields: provisionWords } },
                    { match: { summary: words.join(" ") } },
                  ],
                },
              },
            ]
          : []),
        ...(words.length > 1
          ? [{ match_phrase: { "text.exact": { query: words.join(" "), slop: 1, boost: asWritten } } }]
          : []),
        ...runs.map((run) =>
          longHan(run)
            ? { multi_match: { query: run, fields: ["text", "heading", "lawTitle"], type: "most_fields" as const } }
            : hanRun(run, { ...provisionExact, words: ["text", "heading", "lawTitle^0.5"] }),
        ),
        ...parts.flatMap((part) =>
          part.kind === "phrase"
            ? [phrase(part.text, provisionExact)]
            : part.kind === "prefix"
              ? [beginning(part.text, provisionExact)]
              : [],
        ),
      ],
      minimum_should_match: 1,
    },
  };
}

/** A word, phrase or beginning as typed, in one field of a passage. */
export function typedIn({ kind, text }: ReturnType<typeof wantedParts>[number], field: "text" | "heading"): Clause {
  const fields = { words: [field], exact: [`${field}.exact`], characters: [] };
  if (kind === "phrase") return phrase(text, fields);
  if (kind === "prefix") return beginning(text, fields);
  return isHan(text) && !longHan(text) ? hanRun(text, fields) : { match: { [field]: text } };
}

const provisionExact: Fields = {
  words: ["text", "heading"],
  exact: ["text.exact", "heading.exact", "lawTitle.exact"],
  characters: ["text.characters"],
};

/** Puts provisions first whose words stand side by side, looking at the best alone: there are many. */
export function rescoring(query: Query): estypes.SearchRescore | undefined {
  const nearer = sideBySide(query);
  if (nearer === undefined) return undefined;
  return {
    window_size: wantedParts(query).some(({ text }) => isHan(text)) ? 200 : 100,
    query: { query_weight: 1, rescore_query_weight: 1, rescore_query: nearer },
  };
}

/**
 * Adds to provisions whose words stand side by side as in the question; in Chinese, to those that share single characters.
 * Short questions gain nothing by it.
 */
export function sideBySide(query: Query): Clause | undefined {
  const texts = wantedParts(query).map(({ text }) => text);
  const joined = texts.join(" ");
  if (texts.length < wordsForPairs && !isHan(joined)) return undefined;
  return {
    bool: {
      should: [
        { match: { "text.pairs": { query: joined, boost: 0.3 } } },
        { match: { "text.characters": { query: joined.replaceAll(questionWords, ""), boost: 0.3 } } },
      ],
    },
  };
}

/** Chinese words of asking: they stand in the question, not in the law. */
const questionWords = /怎么|怎样|如何|是否|什么|哪些|哪个|谁|吗|呢|可以|应该/gu;

function either(clauses: Clause[]): Clause {
  return { dis_max: { queries: clauses } };
}

function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** Longer runs are sentences, not terms: they need not stand in the law as they are. */
function longHan(text: string): boolean {
  return isHan(text) && [...text].length > 4;
}
