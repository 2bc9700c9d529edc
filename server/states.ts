import type { Language } from "#domain/languages.ts";
import { languages } from "#domain/languages.ts";
import { disclaimer } from "#domain/disclaimer.ts";
import type { StatesAnswer } from "#domain/states.ts";
import { regions, states, statesSource } from "#data/states.ts";
import { servedGeneration } from "./generation.ts";
import { ask, type Engine } from "./searching.ts";

/** The Member States by name in a language, with the number of their laws in the collection. */
export async function listStates(engine: Engine, language: Language): Promise<StatesAnswer> {
  const [generation, counted] = await Promise.all([
    servedGeneration(engine),
    ask<never, { states: { buckets: { key: string; laws: { value: number } }[] } }>(engine, {
      index: languages.map((code) => `instruments-${code}`),
      size: 0,
      track_total_hits: false,
      aggregations: {
        states: {
          terms: { field: "state", size: 250 },
          aggregations: { laws: { cardinality: { field: "law", precision_threshold: 40_000 } } },
        },
      },
    }),
  ]);
  const laws = new Map(counted.aggregations?.states.buckets.map(({ key, laws: { value } }) => [key, value]));
  const byName = new Intl.Collator(language);
  return {
    items: [...states.values()]
      .map((state) => ({ ...state, name: state.names[language], laws: laws.get(state.iso3) ?? 0 }))
      .toSorted((a, b) => byName.compare(a.name, b.name)),
    regions: regions.map((region) => ({ ...region, name: region.names[language] })),
    meta: {
      ...statesSource,
      generation: generation.id,
      disclaimer,
    },
  };
}
