import { lazy, Suspense, useId, useState, type SyntheticEvent } from "react";
import type { LegislationPage, LegislationParams } from "#domain/legislation.ts";
import type { FacetBucket } from "#domain/search.ts";
import { useInterface } from "../interface.tsx";
import { useStates } from "../states.ts";
import type { Plural } from "../texts/en.ts";
import { useChoices, type Choice } from "./choices.ts";
import type { ListFilter } from "./filters.ts";

interface Props {
  facets: LegislationPage["facets"];
  params: LegislationParams;
  onChange: (changes: Partial<LegislationParams>) => void;
}

/** Everything a list of laws can be narrowed by. Each count says how many laws there are when all other filters hold. */
export function Facets({ facets, params, onChange }: Props) {
  const { texts } = useInterface();
  const [showsConcepts, setShowsConcepts] = useState(params.concept.length > 0);
  const choices = useChoices(facets, params, showsConcepts);
  const toggle = (filter: ListFilter) => (value: string) => onChange(toggled(params, filter, value));
  const choicesOf = (filter: ListFilter) => ({ filter, choices: choices(filter), onToggle: toggle(filter) });
  return (
    <div className="facets">
      <StateFacet {...choicesOf("state")} />
      <RegionFacet {...choicesOf("region")} />
      <Facet {...choicesOf("language")} />
      <Facet {...choicesOf("type")} />
      <Facet {...choicesOf("status")} />
      <YearFacet buckets={facets["year"] ?? []} params={params} onChange={onChange} />
      <Suspense>
        <DayFacet params={params} onChange={onChange} />
      </Suspense>
      <Facet {...choicesOf("obligation")} />
      <Facet {...choicesOf("weapon")} />
      <Facet {...choicesOf("facet")} />
      <details open={showsConcepts} onToggle={({ currentTarget }) => setShowsConcepts(currentTarget.open)}>
        <summary>{texts.facets.names.concept}</summary>
        {showsConcepts && <Checklist {...choicesOf("concept")} />}
      </details>
    </div>
  );
}

const DayFacet = lazy(async () => ({ default: (await import("./day-facet.tsx")).DayFacet }));

interface FacetProps {
  filter: ListFilter;
  choices: Choice[];
  onToggle: (value: string) => void;
}

function toggled(params: LegislationParams, filter: ListFilter, value: string): Partial<LegislationParams> {
  const chosen: string[] = params[filter];
  return { [filter]: chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value] };
}

function Facet(props: FacetProps) {
  const { texts } = useInterface();
  if (props.choices.length === 0) return null;
  return (
    <fieldset className="facet">
      <legend>{texts.facets.names[props.filter]}</legend>
      <Checklist {...props} />
    </fieldset>
  );
}

function StateFacet(props: FacetProps) {
  const { texts } = useInterface();
  const [isFinding, setIsFinding] = useState(false);
  if (props.choices.length === 0) return null;
  return (
    <fieldset className="facet">
      <legend>{texts.facets.names.state}</legend>
      {isFinding ? (
        <Suspense fallback={null}>
          <StateCombobox choices={props.choices} onChoose={props.onToggle} />
        </Suspense>
      ) : (
        <button type="button" className="plain" onClick={() => setIsFinding(true)}>
          {texts.facets.findState}
        </button>
      )}
      <Checklist {...props} />
    </fieldset>
  );
}

const StateCombobox = lazy(async () => ({ default: (await import("./state-combobox.tsx")).StateCombobox }));

/** Groups and geography divide the world in two ways, so they stand apart. */
function RegionFacet({ choices, onToggle }: FacetProps) {
  const { texts } = useInterface();
  const { regions } = useStates();
  const groups = new Set(regions.filter(({ kind }) => kind === "group").map(({ code }) => code));
  return [true, false].map((isGroup) => {
    const some = choices.filter(({ value }) => groups.has(value) === isGroup);
    if (some.length === 0) return null;
    return (
      <fieldset className="facet" key={String(isGroup)}>
        <legend>{isGroup ? texts.facets.groups : texts.facets.regions}</legend>
        <Checklist choices={some} onToggle={onToggle} />
      </fieldset>
    );
  });
}

/** How many values are shown at first, of those that are part of no other. */
const shortList = 12;

interface ChecklistProps {
  choices: Choice[];
  onToggle: (value: string) => void;
  /** How a count is said; without it, as laws. */
  counted?: Plural;
}

/** Values to choose, the first of them at once and all on demand. */
export function Checklist({ choices, onToggle, counted }: ChecklistProps) {
  const { texts, count } = useInterface();
  const [isWhole, setIsWhole] = useState(false);
  const first = new Set(choices.filter(({ depth }) => depth === 0).slice(0, shortList));
  const short = choices.filter((choice) => first.has(choice) || choice.isChosen);
  const shown = isWhole ? choices : short;
  return (
    <>
      <ul>
        {shown.map((choice) => (
          <ChoiceLine
            key={choice.value}
            choice={choice}
            onToggle={onToggle}
            counted={counted ?? texts.facets.lawCount}
          />
        ))}
      </ul>
      {short.length < choices.length && (
        <button type="button" className="plain" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? texts.facets.showFewer : count(texts.facets.showAll, choices.length)}
        </button>
      )}
    </>
  );
}

function ChoiceLine({
  choice,
  onToggle,
  counted,
}: {
  choice: Choice;
  onToggle: (value: string) => void;
  counted: Plural;
}) {
  const { count, number } = useInterface();
  const id = useId();
  return (
    <li className={choice.depth === 0 ? undefined : `depth-${choice.depth}`}>
      <label>
        <input
          type="checkbox"
          checked={choice.isChosen}
          aria-describedby={id}
          onChange={() => onToggle(choice.value)}
        />
        <bdi>{choice.name}</bdi>
      </label>
      <span className="quiet" aria-hidden="true">
        {number(choice.count)}
      </span>
      <span className="only-heard" id={id}>
        {count(counted, choice.count)}
      </span>
    </li>
  );
}

interface YearProps {
  buckets: FacetBucket[];
  params: Pick<LegislationParams, "yearFrom" | "yearTo">;
  onChange: (changes: Pick<LegislationParams, "yearFrom" | "yearTo">) => void;
}

/** A span of years, of laws or of documents. */
export function YearFacet({ buckets, params, onChange }: YearProps) {
  const { texts } = useInterface();
  const years = buckets.map(({ value }) => Number(value)).filter(Number.isFinite);
  if (years.length === 0 && params.yearFrom === undefined && params.yearTo === undefined) return null;
  const apply = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    onChange({ yearFrom: yearIn(given.get("from")), yearTo: yearIn(given.get("to")) });
  };
  return (
    <fieldset className="facet">
      <legend>{texts.facets.names.year}</legend>
      <form className="years" onSubmit={apply} key={`${params.yearFrom}-${params.yearTo}`}>
        <YearField name="from" label={texts.facets.from} value={params.yearFrom} hint={Math.min(...years)} />
        <YearField name="to" label={texts.facets.to} value={params.yearTo} hint={Math.max(...years)} />
        <button type="submit">{texts.facets.apply}</button>
      </form>
    </fieldset>
  );
}

function YearField({
  name,
  label,
  value,
  hint,
}: {
  name: string;
  label: string;
  value: number | undefined;
  hint: number;
}) {
  return (
    <label>
      {label}
      <input
        name={name}
        type="number"
        inputMode="numeric"
        min={1500}
        max={2200}
        step={1}
        dir="ltr"
        defaultValue={value}
        placeholder={Number.isFinite(hint) ? String(hint) : undefined}
      />
    </label>
  );
}

function yearIn(given: FormDataEntryValue | null): number | undefined {
  return typeof given === "string" && given !== "" ? Number(given) : undefined;
}
