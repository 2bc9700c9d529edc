import type { IndexedLaw } from "#domain/indexed-legislation.ts";
import { languages, type Language } from "#domain/languages.ts";
import type { Suggestion } from "#domain/suggest.ts";
import { states } from "#data/states.ts";
import { conceptsNamed, folded, obligationsNamed, statesNamed } from "./names.ts";
import { ask, type Engine } from "./searching.ts";

const most = { states: 3, obligations: 3, concepts: 3, laws: 6 };

/** What a person who has typed this far may be looking for: States, obligations and concepts by name, laws by title. */
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
  return [...foundStates, ...foundObligations, ...foundConcepts, ...(await lawsByTitle(engine, typed, language))];
}

async function lawsByTitle(engine: Engine, typed: string, language: Language): Promise<Suggestion[]> {
  const { hits } = await ask<Omit<IndexedLaw, "text">>(engine, {
    index: languages.map((code) => `instruments-${code}`),
    size: most.laws,
    track_total_hits: false,
    _source: ["law", "title", "englishTitle", "language", "state", "year"],
    query: {
      bool: {
        must: [
          {
            dis_max: {
              queries: ["title.exact", "englishTitle.exact"].map((field) => ({
                match_bool_prefix: { [field]: { query: typed, operator: "and" as const } },
              })),
            },
          },
        ],
        should: [{ term: { language } }],
      },
    },
    collapse: { field: "law" },
  });
  return hits.hits.map(({ _source }) => {
    const { law, title, language: written, state, year } = _source!;
    return {
      kind: "law",
      text: title,
      language: written,
      detail: [states.get(state)?.names[language] ?? state, year].filter((part) => part !== undefined).join(" · "),
      address: `/legislation/${encodeURIComponent(law)}`,
    };
  });
}
