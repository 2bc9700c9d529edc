import type { estypes } from "@elastic/elasticsearch";
import type { EffectivePractice, PracticeHit, PracticePage } from "#domain/effective-practices.ts";
import type { IndexedLaw, IndexedProvision } from "#domain/indexed-legislation.ts";
import type { IndexedPractice } from "#domain/indexed-practice.ts";
import { languages, type Language } from "#domain/languages.ts";
import { weapons } from "#domain/codings.ts";
import { organisations } from "#data/effective-practices.ts";
import { states } from "#data/states.ts";
import { practiceHit, practicesMeta } from "./effective-practices.ts";
import { servedGeneration } from "./generation.ts";
import { HttpError } from "./http-error.ts";
import { ask, type Engine } from "./searching.ts";

/** Other practices shown beside one. */
const mostRelated = 6;

/**
 * One practice whole, with laws that show it, practices and documents on the same obligations, and who else is at work there:
 * States with laws, organisations with practices.
 * @throws HttpError 404 when there is none of this id that is shared
 */
export async function readEffectivePractice(engine: Engine, id: string, language: Language): Promise<PracticePage> {
  const { hits } = await ask<Pick<IndexedPractice, "practice">>(engine, {
    index: "effective-practices",
    size: 1,
    _source: ["practice"],
    query: { term: { id } },
  });
  const practice = hits.hits[0]?._source?.practice;
  if (practice === undefined) throw new HttpError(404, `There is no effective practice with the id "${id}".`);
  const [generation, laws, related, statesWithLaws, organisationsBeside] = await Promise.all([
    servedGeneration(engine),
    lawsOf(engine, practice, language),
    relatedTo(engine, practice),
    statesOf(engine, practice, language),
    organisationsOf(engine, practice, language),
  ]);
  return { ...practice, laws, related, statesWithLaws, organisationsBeside, meta: practicesMeta(generation) };
}

/** The provisions a practice names, by law, in the language asked for or else the first the law has; those that are not here are left out. */
async function lawsOf(
  engine: Engine,
  { provisions }: EffectivePractice,
  language: Language,
): Promise<PracticePage["laws"]> {
  if (provisions.length === 0) return [];
  const ids = [...new Set(provisions.map(({ law }) => law))];
  const [laws, articles] = await Promise.all([
    ask<Omit<IndexedLaw, "text">>(engine, {
      index: languages.map((code) => `instruments-${code}`),
      size: ids.length * languages.length,
      _source: ["law", "title", "englishTitle", "state", "language", "languages", "status"],
      query: { terms: { law: ids } },
    }),
    ask<IndexedProvision>(engine, {
      index: languages.map((code) => `provisions-${code}`),
      size: provisions.length * languages.length,
      _source: ["law", "language", "anchor", "label", "summary"],
      query: {
        bool: {
          should: provisions.map(({ law, anchor }) => ({
            bool: { filter: [{ term: { law } }, { term: { anchor } }] },
          })),
          minimum_should_match: 1,
        },
      },
    }),
  ]);
  return ids.flatMap((id) => {
    const versions = laws.hits.hits.map((hit) => hit._source!).filter(({ law }) => law === id);
    const law =
      versions.find((version) => version.language === language) ??
      versions.find((version) => version.language === version.languages[0]) ??
      versions[0];
    if (law === undefined) return [];
    const here = articles.hits.hits
      .map((hit) => hit._source!)
      .filter((article) => article.law === id && article.language === law.language);
    return [
      {
        id,
        title: law.title,
        ...(law.englishTitle !== undefined && { englishTitle: law.englishTitle }),
        state: law.state,
        language: law.language,
        status: law.status,
        provisions: provisions.flatMap((named) => {
          const article = here.find(({ anchor }) => named.law === id && anchor === named.anchor);
          if (article === undefined) return [];
          const { anchor, label, summary } = article;
          return [{ anchor, label, ...(summary !== undefined && { summary }) }];
        }),
      },
    ];
  });
}

/** Practices that share its obligations and weapons: those that share most of them first. */
async function relatedTo(engine: Engine, { id, obligations, weapons: own }: EffectivePractice): Promise<PracticeHit[]> {
  const shared = (field: string, value: string): estypes.QueryDslQueryContainer => ({
    constant_score: { filter: { term: { [field]: value } } },
  });
  const { hits } = await ask<Pick<IndexedPractice, "practice">>(engine, {
    index: "effective-practices",
    size: mostRelated,
    _source: ["practice"],
    track_total_hits: false,
    query: {
      bool: {
        filter: [{ terms: { obligations } }, ...(own.length > 0 ? [{ terms: { weapons: own } }] : [])],
        must_not: [{ term: { id } }],
        should: [
          ...obligations.map((code) => shared("codes", code)),
          ...areasOf(obligations).map((code) => shared("obligations", code)),
        ],
      },
    },
    sort: ["_score", { date: "desc" }, { id: "asc" }],
  });
  return hits.hits.map((hit) => practiceHit(hit._source!.practice));
}

/** States with laws coded for the same. */
async function statesOf(
  engine: Engine,
  practice: EffectivePractice,
  language: Language,
): Promise<PracticePage["statesWithLaws"]> {
  const { aggregations } = await ask<never, { states: { buckets: { key: string; laws: { value: number } }[] } }>(
    engine,
    {
      index: languages.map((code) => `instruments-${code}`),
      size: 0,
      track_total_hits: false,
      query: sameSubject(practice),
      aggregations: {
        states: {
          terms: { field: "state", size: 250 },
          aggregations: { laws: { cardinality: { field: "law", precision_threshold: 40_000 } } },
        },
      },
    },
  );
  const nameOf = (iso3: string) => states.get(iso3)?.names[language] ?? iso3;
  const byName = new Intl.Collator(language);
  return (aggregations?.states.buckets ?? [])
    .map(({ key, laws }) => ({ iso3: key, laws: laws.value }))
    .toSorted((a, b) => byName.compare(nameOf(a.iso3), nameOf(b.iso3)));
}

/** Organisations known by a code that contributed to the same; what its own contributors gave beside it counts too. */
async function organisationsOf(
  engine: Engine,
  practice: EffectivePractice,
  language: Language,
): Promise<PracticePage["organisationsBeside"]> {
  const { aggregations } = await ask<never, { contributors: { buckets: { key: string; doc_count: number }[] } }>(
    engine,
    {
      index: "effective-practices",
      size: 0,
      track_total_hits: false,
      query: { bool: { filter: [sameSubject(practice)], must_not: [{ term: { id: practice.id } }] } },
      aggregations: { contributors: { terms: { field: "contributors", size: 500 } } },
    },
  );
  const nameOf = (code: string) => organisations.get(code)?.[language] ?? code;
  const byName = new Intl.Collator(language);
  return (aggregations?.contributors.buckets ?? [])
    .filter(({ key }) => organisations.has(key))
    .map(({ key, doc_count: practices }) => ({ code: key, practices }))
    .toSorted((a, b) => byName.compare(nameOf(a.code), nameOf(b.code)));
}

/** Its areas and, where it is for one or two kinds of weapon, these. */
function sameSubject({ obligations, weapons: own }: EffectivePractice): estypes.QueryDslQueryContainer {
  const isForSome = own.length > 0 && own.length < weapons.length;
  return {
    bool: {
      filter: [{ terms: { obligations: areasOf(obligations) } }, ...(isForSome ? [{ terms: { weapons: own } }] : [])],
    },
  };
}

/** `OP3A.07` → `OP3A`. */
function areasOf(codes: string[]): string[] {
  return [...new Set(codes.map((code) => code.split(".")[0]!))];
}
