import type { estypes } from "@elastic/elasticsearch";
import type { IndexedLaw } from "#domain/indexed-legislation.ts";
import type { IndexedPractice } from "#domain/indexed-practice.ts";
import type { IndexedReport } from "#domain/indexed-reports.ts";
import { languages, type Language } from "#domain/languages.ts";
import type { Suggestion } from "#domain/suggest.ts";
import { states } from "#data/states.ts";
import { conceptsNamed, folded, obligationsNamed, statesNamed } from "./names.ts";
import { askAll, type Engine, type Search } from "./searching.ts";

const most = { states: 3, obligations: 3, concepts: 3, laws: 6, practices: 2, reports: 2 };

/** What a person who has typed this far may be looking for: States, obligations and concepts by name, laws, practices and documents by title. */
export async function suggest(engine: Engine, typed: string, language: Language): Promise<Suggestion[]> {
  if (folded(typed) === "") return [];
  const foundStates = statesNamed(typed, language)
    .slice(0, most.states)
    .map((state): Suggestion => ({
      kind: "state",
      text: state.names[language],
      language,
      address: `/states/${state.iso3}`,
    }));
  const foundObligations = obligationsNamed(typed, language)
    .slice(0, most.obligations)
    .map((obligation): Suggestion => ({
      kind: "obligation",
      text: obligation.labels[language],
      language,
      detail: obligation.code,
      address: `/legislation?obligation=${obligation.code}`,
    }));
  const foundConcepts = conceptsNamed(typed, language)
    .slice(0, most.concepts)
    .map((concept): Suggestion => ({
      kind: "concept",
      text: concept.labels[language],
      language,
      address: `/legislation?concept=${concept.id}`,
    }));
  return [...foundStates, ...foundObligations, ...foundConcepts, ...(await foundByTitle(engine, typed, language))];
}

/** Laws, practices and documents whose titles begin as typed: asked at once, each in its own way. */
async function foundByTitle(engine: Engine, typed: string, language: Language): Promise<Suggestion[]> {
  const [laws, practices, reports] = await askAll<unknown>(engine, [
    lawsByTitle(typed, language),
    practicesByTitle(typed, language),
    reportsByTitle(typed, language),
  ]);
  return [
    ...sourcesOf<Omit<IndexedLaw, "text">>(laws).map((law) => suggestedLaw(law, language)),
    ...sourcesOf<Pick<IndexedPractice, "id" | "titles">>(practices).map(({ id, titles }): Suggestion => ({
      kind: "practice",
      text: titles[language]!,
      language,
      address: `/effective-practices/${encodeURIComponent(id)}`,
    })),
    ...sourcesOf<Pick<IndexedReport, "report" | "title" | "facts">>(reports).map(
      ({ report, title, facts }): Suggestion => ({
        kind: "report",
        text: title,
        language,
        detail: facts.symbol,
        address: `/reports/${encodeURIComponent(report)}`,
      }),
    ),
  ];
}

function sourcesOf<Source>(answer: estypes.SearchResponse | undefined): Source[] {
  return (answer?.hits.hits ?? []).map(({ _source }) => _source as Source);
}

function begunIn(fields: string[], typed: string): estypes.QueryDslQueryContainer {
  return {
    dis_max: {
      queries: fields.map((field) => ({
        match_bool_prefix: { [field]: { query: typed, operator: "and" as const } },
      })),
    },
  };
}

function practicesByTitle(typed: string, language: Language): Search {
  return {
    index: "effective-practices",
    size: most.practices,
    track_total_hits: false,
    _source: ["id", "titles"],
    query: begunIn([`titles.${language}.exact`], typed),
  };
}

function reportsByTitle(typed: string, language: Language): Search {
  return {
    index: `reports-${language}`,
    size: most.reports,
    track_total_hits: false,
    _source: ["report", "title", "facts"],
    query: begunIn(["title.exact"], typed),
  };
}

function lawsByTitle(typed: string, language: Language): Search {
  return {
    index: languages.map((code) => `instruments-${code}`),
    size: most.laws,
    track_total_hits: false,
    _source: ["law", "title", "englishTitle", "language", "state", "year"],
    query: {
      bool: {
        must: [begunIn(["title.exact", "englishTitle.exact"], typed)],
        should: [{ term: { language } }],
      },
    },
    collapse: { field: "law" },
  };
}

function suggestedLaw(
  { law, title, language: written, state, year }: Omit<IndexedLaw, "text">,
  language: Language,
): Suggestion {
  return {
    kind: "law",
    text: title,
    language: written,
    detail: [states.get(state)?.names[language] ?? state, year].filter((part) => part !== undefined).join(" · "),
    address: `/legislation/${encodeURIComponent(law)}`,
  };
}
