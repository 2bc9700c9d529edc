import type { LegislationParams } from "#domain/legislation.ts";
import { useConceptNames } from "../concepts.ts";
import { useInterface } from "../interface.tsx";
import { useObligationNames } from "../obligations.ts";
import { useStates } from "../states.ts";

/** The filters of laws that take several values. */
const listFilters = [
  "state",
  "region",
  "language",
  "type",
  "status",
  "obligation",
  "proposed",
  "weapon",
  "facet",
  "concept",
] as const;
export type ListFilter = (typeof listFilters)[number];

/** A filter that narrows this search: its values, and the changes that take away one of them or all. */
export interface ChosenFilter {
  filter: ListFilter | "year" | "on";
  name: string;
  values: { name: string; without: Partial<LegislationParams> }[];
  without: Partial<LegislationParams>;
}

/** What the values of filters are called in the language of the pages; obligations and concepts only if there are some to name. */
export function useValueNames(has: {
  obligations?: boolean;
  concepts?: boolean;
}): (filter: ListFilter, value: string) => string {
  const { texts } = useInterface();
  const states = useStates();
  const obligationName = useObligationNames(has.obligations ?? false);
  const conceptName = useConceptNames(has.concepts ?? false);
  const codes: Record<"types" | "statuses" | "weapons" | "facets" | "languages", Record<string, string>> = texts.codes;
  return (filter, value) => {
    switch (filter) {
      case "state":
        return states.nameOf(value);
      case "region":
        return states.regionNameOf(value);
      case "language":
        return codes.languages[value] ?? value;
      case "type":
        return codes.types[value] ?? value;
      case "status":
        return codes.statuses[value] ?? value;
      case "weapon":
        return codes.weapons[value] ?? value;
      case "facet":
        return codes.facets[value] ?? value;
      case "obligation":
      case "proposed":
        return obligationName(value) === value ? value : `${obligationName(value)} (${value})`;
      case "concept":
        return conceptName(value);
    }
  };
}

/** All that narrows this search, each with the way to undo it. */
export function useChosenFilters(params: LegislationParams): ChosenFilter[] {
  const { texts, date } = useInterface();
  const nameOf = useValueNames({
    obligations: params.obligation.length + params.proposed.length > 0,
    concepts: params.concept.length > 0,
  });
  const years = useYearsText(params);
  const noYears = { yearFrom: undefined, yearTo: undefined };
  return [
    ...listFilters.map((filter) => ({
      filter,
      name: texts.facets.names[filter],
      values: params[filter].map((value) => ({
        name: nameOf(filter, value),
        without: { [filter]: params[filter].filter((other) => other !== value) },
      })),
      without: { [filter]: [] },
    })),
    {
      filter: "year" as const,
      name: texts.facets.names.year,
      values: years === undefined ? [] : [{ name: years, without: noYears }],
      without: noYears,
    },
    {
      filter: "on" as const,
      name: texts.facets.inForceOn,
      values: params.on === undefined ? [] : [{ name: date(params.on), without: noDay }],
      without: noDay,
    },
  ].filter(({ values }) => values.length > 0);
}

const noDay = { on: undefined, undated: "exclude" } as const;

/** No filter at all; the words and the order stay. */
export const noFilters = {
  state: [],
  region: [],
  language: [],
  obligation: [],
  proposed: [],
  weapon: [],
  facet: [],
  concept: [],
  type: [],
  status: [],
  yearFrom: undefined,
  yearTo: undefined,
  ...noDay,
} satisfies Partial<LegislationParams>;

function useYearsText({ yearFrom, yearTo }: LegislationParams): string | undefined {
  const { texts, fill } = useInterface();
  if (yearFrom === undefined && yearTo === undefined) return undefined;
  if (yearTo === undefined) return fill(texts.facets.since, { from: String(yearFrom) });
  if (yearFrom === undefined) return fill(texts.facets.until, { to: String(yearTo) });
  if (yearFrom === yearTo) return String(yearFrom);
  return fill(texts.facets.years, { from: String(yearFrom), to: String(yearTo) });
}
