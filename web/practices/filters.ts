import { weapons } from "#domain/codings.ts";
import {
  practiceCategories,
  practiceFilters,
  practiceKinds,
  sourceChecks,
  type EffectivePracticesPage,
  type EffectivePracticesParams,
  type PracticeFilter,
} from "#domain/effective-practices.ts";
import { useInterface } from "../interface.tsx";
import { useOrderedChoices, type Choice } from "../search/choices.ts";
import { useObligationNames } from "../obligations.ts";
import { useStates } from "../states.ts";
import { usePracticeTexts } from "./use-practice-texts.ts";

export type Organisations = EffectivePracticesPage["meta"]["organisations"];

/** No filter at all; the words stay. */
export const noPracticeFilters = {
  obligation: [],
  weapon: [],
  category: [],
  kind: [],
  contributor: [],
  region: [],
  language: [],
  checked: [],
} satisfies Partial<EffectivePracticesParams>;

/** What a filter is called, and what its values are. */
export function usePracticeNames(organisations: Organisations): {
  filterName: (filter: PracticeFilter) => string;
  valueName: (filter: PracticeFilter, value: string) => string;
  contributorName: (code: string) => string;
} {
  const { texts } = useInterface();
  const words = usePracticeTexts();
  const states = useStates();
  const obligationName = useObligationNames(true);
  const contributorName = useContributorName(organisations);
  const codes: Record<"weapons" | "languages" | "kinds" | "categories" | "checks", Record<string, string>> = {
    weapons: texts.codes.weapons,
    languages: texts.codes.languages,
    kinds: words.kinds,
    categories: words.categories,
    checks: words.checks,
  };
  const filterNames: Record<PracticeFilter, string> = {
    obligation: texts.facets.names.obligation,
    weapon: texts.facets.names.weapon,
    category: words.category,
    kind: words.kind,
    contributor: words.contributor,
    region: texts.facets.names.region,
    language: words.readIn,
    checked: words.howChecked,
  };
  return {
    contributorName,
    filterName: (filter) => filterNames[filter],
    valueName: (filter, value) => {
      switch (filter) {
        case "obligation":
          return obligationName(value) === value ? value : `${obligationName(value)} (${value})`;
        case "weapon":
          return codes.weapons[value] ?? value;
        case "category":
          return codes.categories[value] ?? value;
        case "kind":
          return codes.kinds[value] ?? value;
        case "contributor":
          return contributorName(value);
        case "region":
          return states.regionNameOf(value);
        case "language":
          return codes.languages[value] ?? value;
        case "checked":
          return codes.checks[value] ?? value;
      }
    },
  };
}

/** A State, an organisation that is known by a code, or one by its name. */
export function useContributorName(organisations: Organisations): (code: string) => string {
  const { language } = useInterface();
  const { nameOf } = useStates();
  const names = new Map(organisations.map(({ code, names: own }) => [code, own[language]]));
  return (code) => names.get(code) ?? nameOf(code);
}

/** Values whose order is that of their list. */
const codeLists: { [filter in PracticeFilter]?: readonly string[] } = {
  weapon: weapons,
  category: practiceCategories,
  kind: practiceKinds,
  checked: sourceChecks,
};

/** What is found and what is chosen of a filter: by the order of the code list, by code, or by name. */
export function usePracticeChoices(
  facets: EffectivePracticesPage["facets"],
  params: EffectivePracticesParams,
  nameOf: (filter: PracticeFilter, value: string) => string,
): (filter: PracticeFilter) => Choice[] {
  return useOrderedChoices(facets, params, nameOf, codeLists);
}

/** A filter that narrows this list: its values, and the changes that take away one of them or all. */
export interface ChosenPracticeFilter {
  filter: PracticeFilter;
  name: string;
  values: { name: string; without: Partial<EffectivePracticesParams> }[];
  without: Partial<EffectivePracticesParams>;
}

export function chosenPracticeFilters(
  params: EffectivePracticesParams,
  { filterName, valueName }: Pick<ReturnType<typeof usePracticeNames>, "filterName" | "valueName">,
): ChosenPracticeFilter[] {
  return practiceFilters
    .map((filter) => {
      const chosen: string[] = params[filter];
      return {
        filter,
        name: filterName(filter),
        values: chosen.map((value) => ({
          name: valueName(filter, value),
          without: { [filter]: chosen.filter((other) => other !== value) },
        })),
        without: { [filter]: [] },
      };
    })
    .filter(({ values }) => values.length > 0);
}
