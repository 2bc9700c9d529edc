import {
  practiceFilters,
  type EffectivePracticesPage,
  type EffectivePracticesParams,
  type PracticeFilter,
} from "#domain/effective-practices.ts";
import { useInterface } from "../interface.tsx";
import type { Choice } from "../search/choices.ts";
import { Checklist } from "../search/facets.tsx";
import { useStates } from "../states.ts";
import { usePracticeChoices, type usePracticeNames } from "./filters.ts";
import { usePracticeTexts } from "./use-practice-texts.ts";

interface Props {
  facets: EffectivePracticesPage["facets"];
  params: EffectivePracticesParams;
  names: ReturnType<typeof usePracticeNames>;
  onChange: (changes: Partial<EffectivePracticesParams>) => void;
}

/** Everything a list of practices can be narrowed by. Each count says how many there are when all other filters hold. */
export function PracticeFacets({ facets, params, names, onChange }: Props) {
  const { texts } = useInterface();
  const { regions } = useStates();
  const choicesOf = usePracticeChoices(facets, params, names.valueName);
  const groups = new Set(regions.filter(({ kind }) => kind === "group").map(({ code }) => code));
  const toggle = (filter: PracticeFilter) => (value: string) => {
    const chosen: string[] = params[filter];
    onChange({ [filter]: chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value] });
  };
  return (
    <div className="facets">
      {practiceFilters.map((filter) => {
        const choices = choicesOf(filter);
        if (filter !== "region")
          return <Facet key={filter} name={names.filterName(filter)} choices={choices} onToggle={toggle(filter)} />;
        // Groups and geography divide the world in two ways, so they stand apart.
        return [true, false].map((isGroup) => (
          <Facet
            key={`${filter} ${isGroup}`}
            name={isGroup ? texts.facets.groups : texts.facets.regions}
            choices={choices.filter(({ value }) => groups.has(value) === isGroup)}
            onToggle={toggle(filter)}
          />
        ));
      })}
    </div>
  );
}

function Facet({ name, choices, onToggle }: { name: string; choices: Choice[]; onToggle: (value: string) => void }) {
  const words = usePracticeTexts();
  if (choices.length === 0) return null;
  return (
    <fieldset className="facet">
      <legend>{name}</legend>
      <Checklist choices={choices} onToggle={onToggle} counted={words.count} />
    </fieldset>
  );
}
