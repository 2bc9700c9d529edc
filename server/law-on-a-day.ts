import type { estypes } from "@elastic/elasticsearch";
import type { LegislationParams } from "#domain/legislation.ts";

type Clause = estypes.QueryDslQueryContainer;

/** Laws known to be in force on the day asked about; with those of which it is not known, if they are asked for. */
export function heldOn({ on, undated }: { on: string; undated: LegislationParams["undated"] }): Clause {
  return undated === "include" ? { bool: { must_not: [knownNotHeldOn(on)] } } : knownHeldOn(on);
}

/** Laws whose dates do not tell whether they were in force on a day. */
export function undatedOn(on: string): Clause {
  return { bool: { must_not: [knownHeldOn(on), knownNotHeldOn(on)] } };
}

function knownHeldOn(on: string): Clause {
  return { bool: { filter: [{ range: { heldFrom: { lte: on } } }, { range: { heldUntil: { gt: on } } }] } };
}

function knownNotHeldOn(on: string): Clause {
  return {
    bool: {
      should: [{ range: { heldFrom: { gt: on } } }, { range: { heldUntil: { lte: on } } }],
      minimum_should_match: 1,
    },
  };
}
