import { api } from "#domain/api.ts";
import type { Language } from "#domain/languages.ts";
import type { SearchAllAnswer } from "#domain/search-all.ts";
import * as z from "zod/mini";
import { conceptsIn } from "./concepts.ts";
import { searchEffectivePractices } from "./effective-practices.ts";
import { searchLegislation } from "./legislation.ts";
import { conceptsNamed, obligationsNamed, statesNamed } from "./names.ts";
import { searchReports } from "./reports.ts";
import type { Engine } from "./searching.ts";
import { listStates } from "./states.ts";

/** How many of each kind are shown. */
const shown = 5;

/** Asks every kind the same question: laws by their words, States, obligations and concepts by their names. */
export async function searchAll(engine: Engine, q: string, language: Language): Promise<SearchAllAnswer> {
  const [{ total, items, meta }, practices, reports, states, concepts] = await Promise.all([
    searchLegislation(engine, z.parse(api.legislation.params, { q, size: String(shown) })),
    searchEffectivePractices(engine, z.parse(api.effectivePractices.params, { q, size: String(shown) })),
    searchReports(engine, z.parse(api.reports.params, { q, size: String(shown) })),
    listStates(engine, language),
    foundConcepts(engine, q, language),
  ]);
  const named = statesNamed(q, language);
  const obligations = obligationsNamed(q, language);
  const asked = new URLSearchParams({ q });
  const inLanguage = `language=${language}`;
  return {
    legislation: {
      total,
      items,
      endpoint: `${api.legislation.path}?${asked}`,
      page: `/legislation?${asked}`,
    },
    practices: {
      total: practices.total,
      items: practices.items,
      endpoint: `${api.effectivePractices.path}?${asked}`,
      page: `/effective-practices?${asked}`,
    },
    reports: {
      total: reports.total,
      items: reports.items,
      endpoint: `${api.reports.path}?${asked}`,
      page: `/reports?${asked}`,
    },
    states: {
      total: named.length,
      items: states.items.filter(({ iso3 }) => named.some((state) => state.iso3 === iso3)).slice(0, shown),
      endpoint: `${api.states.path}?${inLanguage}`,
      page: "/states",
    },
    obligations: {
      total: obligations.length,
      items: obligations.slice(0, shown).map((obligation) => ({ ...obligation, label: obligation.labels[language] })),
      endpoint: `${api.obligations.path}?${inLanguage}`,
      page: "/obligations",
    },
    concepts: {
      total: concepts.length,
      items: concepts.slice(0, shown).map((concept) => ({ ...concept, label: concept.labels[language] })),
      endpoint: `${api.thesaurus.path}?${inLanguage}`,
      page: "/glossary",
    },
    meta,
  };
}

/** Concepts that the words name, in any of their forms, then those whose terms begin so. */
async function foundConcepts(engine: Engine, q: string, language: Language) {
  const named = await conceptsIn(engine, q);
  return [...new Set([...named.map(({ concept }) => concept), ...conceptsNamed(q, language)])];
}
