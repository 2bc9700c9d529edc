import type { IndexedLaw } from "#domain/indexed-legislation.ts";
import { languages, type Language } from "#domain/languages.ts";
import type { Suggestion } from "#domain/suggest.ts";
import { obligations } from "#data/obligations.ts";
import { states } from "#data/states.ts";
import { ask, type Engine } from "./searching.ts";

const most = { states: 3, obligations: 3, laws: 6 };

/** What a person who has typed this far may be looking for: States and obligations by name, laws by title. */
export async function suggest(engine: Engine, typed: string, language: Language): Promise<Suggestion[]> {
  const begun = folded(typed);
  if (begun === "") return [];
  const foundStates = [...states.values()]
    .filter(
      ({ names, iso3 }) =>
        beginsAWord(names[language], begun) || beginsAWord(names.en, begun) || iso3.toLowerCase() === begun,
    )
    .slice(0, most.states)
    .map((state): Suggestion => ({
      kind: "state",
      text: state.names[language],
      language,
      address: `/legislation?state=${state.iso3}`,
    }));
  const foundObligations = [...obligations.values()]
    .filter(({ labels, code }) => beginsAWord(labels[language], begun) || folded(code).startsWith(begun))
    .slice(0, most.obligations)
    .map((obligation): Suggestion => ({
      kind: "obligation",
      text: obligation.labels[language],
      language,
      detail: obligation.code,
      address: `/legislation?obligation=${obligation.code}`,
    }));
  return [...foundStates, ...foundObligations, ...(await lawsByTitle(engine, typed, language))];
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

function beginsAWord(name: string, begun: string): boolean {
  const whole = folded(name);
  return (
    whole.startsWith(begun) || whole.includes(` ${begun}`) || (/\p{Script=Han}/u.test(begun) && whole.includes(begun))
  );
}

/** Without case, accents and marks. */
function folded(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
