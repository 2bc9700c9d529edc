import type { estypes } from "@elastic/elasticsearch";
import { languages, type Language } from "#domain/languages.ts";
import type { ExpandedQuery } from "./expansion.ts";
import type { Query } from "./query.ts";

type Clause = estypes.QueryDslQueryContainer;

/**
 * Practices in which a query holds, in whatever language it holds: each has its title and summary in all six, and other
 * texts in some. Words beside each other stand in one language; operators reach across all of them.
 * @param share how many of the words must be there
 */
export function practicesWith(expanded: ExpandedQuery, share: "100%" | "60%"): Clause {
  // What the languages typed are asked for; concepts carry it into the others, by the tags and by their terms.
  const asked = new Set(languages.filter((language) => expanded.isOwn(language)).map(expanded.queryIn));
  return either([...asked].map((query) => holds(query, share)));
}

function holds(query: Query, share: string): Clause {
  switch (query.kind) {
    case "word":
      return words([query.text], share);
    case "phrase":
      return inAnyLanguage((language) => ({
        multi_match: { query: query.text, type: "phrase", fields: fieldsIn(language).map((field) => `${field}.exact`) },
      }));
    case "prefix":
      return inAnyLanguage((language) => ({
        multi_match: {
          query: query.text,
          type: "phrase_prefix",
          fields: fieldsIn(language).map((field) => `${field}.exact`),
        },
      }));
    case "not":
      return { bool: { must_not: [holds(query.part, "100%")] } };
    case "any":
      return { bool: { should: query.parts.map((part) => holds(part, share)), minimum_should_match: 1 } };
    case "learned":
      return holds(query.typed, share);
    case "perhaps":
      return { match_all: { boost: 0 } };
    case "concept":
      return either([
        holds(query.typed, share),
        { constant_score: { filter: { term: { concepts: query.concept.id } }, boost: 1 } },
        { constant_score: { filter: termsOf(query.concept.terms), boost: 0.5 } },
      ]);
    case "all": {
      const typed = query.parts.flatMap((part) => (part.kind === "word" ? [part.text] : []));
      const others = query.parts.filter((part) => part.kind !== "word").map((part) => holds(part, share));
      if (typed.length === 0) return { bool: { must: others } };
      // Words that are left between concepts may be no words to look for: "of", "et".
      return { bool: { must: [words(typed, share, others.length > 0), ...others] } };
    }
  }
}

/** Words of one language, each in its title, its summary or its other texts; runs of Han characters as they stand. */
function words(typed: string[], share: string, mayBeNone = false): Clause {
  const alphabetic = typed.filter((word) => !isHan(word));
  const clauses = [
    ...(alphabetic.length > 0
      ? [
          inAnyLanguage((language) => ({
            combined_fields: {
              query: alphabetic.join(" "),
              fields: weighted(language),
              minimum_should_match: share,
              zero_terms_query: mayBeNone ? "all" : "none",
            },
          })),
        ]
      : []),
    ...typed.filter(isHan).map((run): Clause => hanRun(run, share)),
  ];
  return clauses.length === 1 ? clauses[0]! : { bool: { should: clauses, minimum_should_match: share } };
}

function hanRun(run: string, share: string): Clause {
  if ([...run].length === 1)
    return { multi_match: { query: run, fields: fieldsIn("zh").map((field) => `${field}.characters`) } };
  return share === "100%"
    ? { multi_match: { query: run, type: "phrase", fields: weighted("zh") } }
    : { multi_match: { query: run, fields: weighted("zh"), minimum_should_match: share } };
}

/** A term of a concept whole, in its own language. */
function termsOf(terms: Record<Language, string[]>): Clause {
  return {
    bool: {
      should: languages.flatMap((language) =>
        terms[language].map((term) => ({
          multi_match: { query: term, type: "phrase" as const, fields: fieldsIn(language) },
        })),
      ),
      minimum_should_match: 1,
    },
  };
}

function inAnyLanguage(clauseIn: (language: Language) => Clause): Clause {
  return either(languages.map(clauseIn));
}

function fieldsIn(language: Language): string[] {
  return [`titles.${language}`, `summaries.${language}`, `texts.${language}`];
}

/** A title says most, the one sentence of the summary more than a page of text. */
function weighted(language: Language): string[] {
  return [`titles.${language}^4`, `summaries.${language}^2`, `texts.${language}`];
}

function either(clauses: Clause[]): Clause {
  return clauses.length === 1 ? clauses[0]! : { dis_max: { queries: clauses } };
}

function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
