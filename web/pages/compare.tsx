import { use, useId, useState } from "react";
import { compareEndpoints, comparedStates, type CompareParams } from "#domain/compare.ts";
import { facets, weapons } from "#domain/codings.ts";
import { obligationEndpoints, type ObligationsAnswer } from "#domain/obligations.ts";
import { stateEndpoints, type StatesAnswer } from "#domain/states.ts";
import { addressOf, useApi } from "../api.ts";
import { ComparisonTable } from "../compare/comparison-table.tsx";
import { useInterface } from "../interface.tsx";
import { StateCombobox } from "../search/state-combobox.tsx";
import { obligationTextsIn } from "../texts/obligations/load.ts";
import { Failure } from "../ui/failure.tsx";
import { Loading } from "../ui/loading.tsx";
import { useParamsOf } from "../use-params-of.ts";

/** Two to five States side by side: what their laws say on the rows of an area. All that is chosen stands in the address. */
export function ComparePage() {
  const { language, texts } = useInterface();
  const { compare } = use(obligationTextsIn(language));
  const { params, change } = useParamsOf(compareEndpoints.compare);
  const states = useApi(stateEndpoints.states, { language });
  const taxonomy = useApi(obligationEndpoints.obligations, { language });
  // What no State and no obligation is called is left out, as a mistyped filter is elsewhere.
  const asked = {
    ...params,
    language,
    state: params.state
      .filter((code) => states.data?.items.some(({ iso3 }) => iso3 === code))
      .slice(0, comparedStates.max),
    obligation: taxonomy.data?.items.find(({ code }) => code === params.obligation)?.code ?? "",
  };
  const isComplete = asked.state.length >= comparedStates.min && asked.obligation !== "";
  const comparison = useApi(compareEndpoints.compare, asked, { enabled: isComplete, keepLast: true });
  const failed = [states, taxonomy, comparison].find(({ error }) => error !== null);
  const isLoading = states.isPending || taxonomy.isPending || (isComplete && comparison.isPending);
  return (
    <div className="compare">
      <title>{`${compare.title} – ${texts.site.name}`}</title>
      <h1>{compare.title}</h1>
      <p className="lead">{compare.lead}</p>
      {states.data !== undefined && taxonomy.data !== undefined && (
        <Choice params={asked} states={states.data.items} obligations={taxonomy.data.items} onChange={change} />
      )}
      {failed?.error && <Failure error={failed.error} retry={() => void failed.refetch()} />}
      {failed === undefined && isLoading && <Loading />}
      {failed === undefined && !isLoading && !isComplete && <p>{compare.needed}</p>}
      {failed === undefined && isComplete && comparison.data !== undefined && (
        <>
          <p className="caution">{compare.caution}</p>
          <ComparisonTable comparison={comparison.data} isOld={comparison.isPlaceholderData} />
          <CompareFoot asOf={comparison.data.meta.asOf} params={asked} />
        </>
      )}
    </div>
  );
}

interface ChoiceProps {
  params: CompareParams;
  states: StatesAnswer["items"];
  obligations: ObligationsAnswer["items"];
  onChange: (changes: Partial<CompareParams>) => void;
}

function Choice({ params, states, obligations, onChange }: ChoiceProps) {
  const { language, texts, fill } = useInterface();
  const { compare } = use(obligationTextsIn(language));
  const partId = useId();
  return (
    <div className="choice">
      <StateChoice chosen={params.state} states={states} onChange={(state) => onChange({ state })} />
      <p>
        <label htmlFor={partId}>{compare.part}</label>
        <select
          id={partId}
          value={params.obligation}
          onChange={(event) => onChange({ obligation: event.target.value })}
        >
          <option value="">{compare.choosePart}</option>
          {obligations.map(({ code, label, level }) => (
            <option key={code} value={code}>
              {`${"\u2003".repeat(level - 1)}${fill("{label} ({code})", { label, code })}`}
            </option>
          ))}
        </select>
      </p>
      <CodeChoice
        label={texts.facets.names.weapon}
        every={compare.every}
        codes={weapons}
        names={texts.codes.weapons}
        chosen={params.weapon}
        onChange={(weapon) => onChange({ weapon })}
      />
      <CodeChoice
        label={texts.facets.names.facet}
        every={compare.every}
        codes={facets}
        names={texts.codes.facets}
        chosen={params.facet}
        onChange={(facet) => onChange({ facet })}
      />
    </div>
  );
}

interface StateChoiceProps {
  chosen: string[];
  states: StatesAnswer["items"];
  onChange: (chosen: string[]) => void;
}

/** States with laws in the library, chosen by name and taken away again. */
function StateChoice({ chosen, states, onChange }: StateChoiceProps) {
  const { language, fill } = useInterface();
  const { compare } = use(obligationTextsIn(language));
  const [isFinding, setIsFinding] = useState(false);
  const hasRoom = chosen.length < comparedStates.max;
  const choices = states
    .filter(({ laws }) => laws > 0)
    .map(({ iso3, name, laws }) => ({ value: iso3, name, count: laws, isChosen: chosen.includes(iso3), depth: 0 }));
  return (
    <fieldset>
      <legend>{compare.states}</legend>
      <ul className="chips">
        {states
          .filter(({ iso3 }) => chosen.includes(iso3))
          .map(({ iso3, name }) => (
            <li key={iso3}>
              <button
                type="button"
                className="chip"
                aria-label={fill(compare.takeAway, { state: name })}
                onClick={() => onChange(chosen.filter((other) => other !== iso3))}
              >
                <bdi>{name}</bdi>
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        {hasRoom && !isFinding && (
          <li>
            <button type="button" className="plain" onClick={() => setIsFinding(true)}>
              {compare.addState}
            </button>
          </li>
        )}
      </ul>
      {hasRoom && isFinding && <StateCombobox choices={choices} onChoose={(state) => onChange([...chosen, state])} />}
      {!hasRoom && <p className="quiet">{compare.enough}</p>}
    </fieldset>
  );
}

interface CodeChoiceProps<Code extends string> {
  label: string;
  every: string;
  codes: readonly Code[];
  names: Record<Code, string>;
  chosen: Code[];
  onChange: (chosen: Code[]) => void;
}

/** One code of a list, or all. */
function CodeChoice<Code extends string>({ label, every, codes, names, chosen, onChange }: CodeChoiceProps<Code>) {
  const id = useId();
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={chosen[0] ?? ""}
        onChange={(event) => onChange(codes.filter((code) => code === event.target.value))}
      >
        <option value="">{every}</option>
        {codes.map((code) => (
          <option key={code} value={code}>
            {names[code]}
          </option>
        ))}
      </select>
    </p>
  );
}

function CompareFoot({ asOf, params }: { asOf: string; params: CompareParams }) {
  const { language, texts, fill, date } = useInterface();
  const { compare } = use(obligationTextsIn(language));
  return (
    <p className="compare-foot">
      <a href={addressOf(compareEndpoints.compare, params, {}, ".csv")} download>
        {compare.download}
      </a>{" "}
      <span className="quiet">{fill(texts.home.asOf, { date: date(asOf) })}</span>
    </p>
  );
}
