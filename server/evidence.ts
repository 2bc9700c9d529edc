import type { estypes } from "@elastic/elasticsearch";
import { weapons } from "#domain/codings.ts";
import { languages, type Language } from "#domain/languages.ts";
import { evidenceColumns, type Evidence, type EvidenceCell, type EvidenceColumn } from "#domain/profiles.ts";
import { obligationAreas } from "#data/obligations.ts";
import { concepts } from "#data/thesaurus.ts";
import type { Search } from "./searching.ts";

type Clause = estypes.QueryDslQueryContainer;

interface Counted {
  doc_count: number;
  laws: { value: number };
  states: { value: number };
}

/** Counts by the name of a filter: `OP3A NW`. */
export interface EvidenceCounts {
  confirmed: { buckets: Record<string, Counted> };
  proposed: { buckets: Record<string, Counted> };
}

/** Counts the provisions of these States by area and kind of weapon, in one search. */
export function evidenceSearch(ofStates: Clause): Search {
  return {
    index: languages.map((code) => `provisions-${code}`),
    size: 0,
    track_total_hits: false,
    query: {
      bool: {
        filter: [ofStates],
        should: [{ exists: { field: "obligations" } }, { exists: { field: "proposed" } }],
        minimum_should_match: 1,
      },
    },
    aggregations: {
      confirmed: { filters: { filters: eachCell("obligations", confirmedFor) }, aggregations: distinct },
      proposed: { filters: { filters: eachCell("proposed", proposedFor) }, aggregations: distinct },
    },
  };
}

/** The grid that the counts make. */
export function evidenceOf(counts: EvidenceCounts | undefined, language: Language, asOf: string | undefined): Evidence {
  return {
    ...(asOf !== undefined && { asOf }),
    areas: obligationAreas.map(({ code, labels, kind }) => ({
      code,
      label: labels[language],
      kind,
      cells: Object.fromEntries(
        evidenceColumns.map((column): [EvidenceColumn, EvidenceCell] => [
          column,
          {
            confirmed: recordedOf(counts?.confirmed.buckets[`${code} ${column}`]),
            proposed: recordedOf(counts?.proposed.buckets[`${code} ${column}`]),
          },
        ]),
      ) as Record<EvidenceColumn, EvidenceCell>,
    })),
  };
}

function recordedOf(counted: Counted | undefined): EvidenceCell["confirmed"] {
  return {
    provisions: counted?.doc_count ?? 0,
    laws: counted?.laws.value ?? 0,
    states: counted?.states.value ?? 0,
  };
}

const distinct: Record<string, estypes.AggregationsAggregationContainer> = {
  laws: { cardinality: { field: "law", precision_threshold: 40_000 } },
  states: { cardinality: { field: "state" } },
};

function eachCell(
  field: "obligations" | "proposed",
  forWeapon: (weapon: (typeof weapons)[number]) => Clause,
): Record<string, Clause> {
  return Object.fromEntries(
    obligationAreas.flatMap(({ code }) => [
      [`${code} any`, { term: { [field]: code } }],
      ...weapons.map((weapon) => [
        `${code} ${weapon}`,
        { bool: { filter: [{ term: { [field]: code } }, forWeapon(weapon)] } },
      ]),
    ]),
  ) as Record<string, Clause>;
}

function confirmedFor(weapon: string): Clause {
  return { term: { weapons: weapon } };
}

/** A proposal has no weapon of its own: it concerns the kinds that the words of its provision name. */
function proposedFor(weapon: (typeof weapons)[number]): Clause {
  const naming = [...concepts.values()].filter((concept) => concept.weapons.includes(weapon));
  return { terms: { concepts: naming.map(({ id }) => id) } };
}
