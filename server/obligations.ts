import type { estypes } from "@elastic/elasticsearch";
import { disclaimer } from "#domain/disclaimer.ts";
import { languages, type Language } from "#domain/languages.ts";
import type { Measures, ObligationsAnswer } from "#domain/obligations.ts";
import { obligations, withParts } from "#data/obligations.ts";
import { servedGeneration } from "./generation.ts";
import { askAll, type Engine } from "./searching.ts";

interface Counted {
  doc_count: number;
  laws: { value: number };
  states: { value: number };
}

interface Counts {
  confirmed: { buckets: Record<string, Counted> };
  proposed: { buckets: Record<string, Counted> };
  laws: { value: number };
  states: { value: number };
}

/** The taxonomy with its labels in a language, and how much of the library bears on each obligation. */
export async function listObligations(engine: Engine, language: Language): Promise<ObligationsAnswer> {
  const [generation, [counted, library]] = await Promise.all([
    servedGeneration(engine),
    askAll<never, Counts>(engine, [countedProvisions, countedLaws]),
  ]);
  return {
    items: [...obligations.values()].map((obligation) => ({
      ...obligation,
      label: obligation.labels[language],
      confirmed: measuresOf(counted!.aggregations?.confirmed.buckets[obligation.code]),
      proposed: measuresOf(counted!.aggregations?.proposed.buckets[obligation.code]),
    })),
    meta: {
      library: {
        states: library!.aggregations?.states.value ?? 0,
        laws: library!.aggregations?.laws.value ?? 0,
      },
      generation: generation.id,
      asOf: generation.asOf,
      source: "Drafted taxonomy of this project: data/README.md",
      disclaimer,
    },
  };
}

function measuresOf(counted: Counted | undefined): Measures {
  return {
    states: counted?.states.value ?? 0,
    laws: counted?.laws.value ?? 0,
    provisions: counted?.doc_count ?? 0,
  };
}

const distinct: Record<string, estypes.AggregationsAggregationContainer> = {
  laws: { cardinality: { field: "law", precision_threshold: 40_000 } },
  states: { cardinality: { field: "state" } },
};

/** What a person has coded is not counted as proposed too. */
const countedProvisions = {
  index: languages.map((code) => `provisions-${code}`),
  size: 0,
  track_total_hits: false,
  query: { bool: { should: [{ exists: { field: "obligations" } }, { exists: { field: "proposed" } }] } },
  aggregations: {
    confirmed: {
      filters: { filters: eachObligation((codes) => ({ terms: { obligations: codes } })) },
      aggregations: distinct,
    },
    proposed: {
      filters: {
        filters: eachObligation((codes) => ({
          bool: { filter: [{ terms: { proposed: codes } }], must_not: [{ terms: { obligations: codes } }] },
        })),
      },
      aggregations: distinct,
    },
  },
};

const countedLaws = {
  index: languages.map((code) => `instruments-${code}`),
  size: 0,
  track_total_hits: false,
  aggregations: distinct,
};

/** A filter for each code, by the code with all its parts. */
function eachObligation(
  filter: (codes: string[]) => estypes.QueryDslQueryContainer,
): Record<string, estypes.QueryDslQueryContainer> {
  return Object.fromEntries([...obligations.keys()].map((code) => [code, filter(withParts(code))]));
}
