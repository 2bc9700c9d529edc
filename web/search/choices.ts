import { facets as measures, weapons } from "#domain/codings.ts";
import { lawStatuses, type LegislationPage, type LegislationParams } from "#domain/legislation.ts";
import { useInterface } from "../interface.tsx";
import { useStates } from "../states.ts";
import { useValueNames, type ListFilter } from "./filters.ts";

/** Values whose order is that of their list. */
const codeLists: { [filter in ListFilter]?: readonly string[] } = {
  status: lawStatuses,
  weapon: weapons,
  facet: measures,
};

/** One value of a filter as it can be chosen. */
export interface Choice {
  value: string;
  name: string;
  count: number;
  isChosen: boolean;
  /** How many values it is a part of: 0 for Africa, 1 for Northern Africa. */
  depth: number;
}

/** What is found and what is chosen, in an order that does not change with the choice: by name, by code, or by the order of the code list. */
export function useChoices(
  facets: LegislationPage["facets"],
  params: LegislationParams,
  showsConcepts: boolean,
): (filter: ListFilter) => Choice[] {
  const nameOf = useValueNames({
    obligations: (facets["obligation"]?.length ?? 0) > 0 || params.obligation.length > 0,
    concepts: showsConcepts,
  });
  return useOrderedChoices<ListFilter>(facets, params, nameOf, codeLists);
}

/** The same for the filters of any list; `lists` has those whose values stand in the order of their list. */
export function useOrderedChoices<Filter extends string>(
  facets: LegislationPage["facets"],
  params: Record<Filter, string[]>,
  nameOf: (filter: Filter, value: string) => string,
  lists: { [filter in Filter]?: readonly string[] },
): (filter: Filter) => Choice[] {
  const { compare } = useInterface();
  const { regions } = useStates();
  const parents = new Map(regions.map(({ code, parent }) => [code, parent]));

  const wholesOf = (filter: Filter, value: string): string[] => {
    const whole =
      filter === "obligation" ? /^(.+)\.[^.]+$/.exec(value)?.[1] : filter === "region" ? parents.get(value) : undefined;
    return whole === undefined ? [] : [...wholesOf(filter, whole), whole];
  };
  const place = (filter: Filter, value: string): string => {
    const list = lists[filter];
    if (list !== undefined) return String(list.indexOf(value));
    if (filter === "obligation") return value;
    return [...wholesOf(filter, value), value].map((part) => nameOf(filter, part)).join(" › ");
  };

  return (filter) => {
    const counts = new Map((facets[filter] ?? []).map(({ value, count }) => [value, count]));
    const chosen: string[] = params[filter];
    return [...new Set([...counts.keys(), ...chosen])]
      .toSorted((a, b) => compare(place(filter, a), place(filter, b)))
      .map((value) => ({
        value,
        name: nameOf(filter, value),
        count: counts.get(value) ?? 0,
        isChosen: chosen.includes(value),
        depth: wholesOf(filter, value).length,
      }));
  };
}
