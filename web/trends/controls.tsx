import { use, useId, useState, type ReactNode } from "react";
import { facets, weapons } from "#domain/codings.ts";
import { bases as everyBase, measures, trendEndpoints, units } from "#domain/trends.ts";
import { obligationEndpoints } from "#domain/obligations.ts";
import { useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";
import { useStates } from "../states.ts";
import { trendTextsIn } from "../texts/trends/load.ts";
import { useQuestionName } from "./question-name.ts";
import { chosenIn } from "./tiles-chart.tsx";
import { useTreatyNames } from "./treaty-names.ts";
import { bases, comparable, offered, takesCutOff, type TrendView } from "./view.ts";

interface Props {
  view: TrendView;
  onChange: (changes: Partial<TrendView>) => void;
}

/** Everything a chart can be changed by: what is counted, how it is drawn, told apart and narrowed. */
export function Controls({ view, onChange }: Props) {
  const { language, texts: site } = useInterface();
  const { controls, keys, measures: measureNames, views: viewNames, standings } = use(trendTextsIn(language));
  const { by, views } = offered[view.measure];
  const isOfMatrices = view.measure === "matrix" || view.measure === "legislation";
  const isTiled = view.view === "tiles";
  const isOverTime = view.view === "lines" || view.view === "bars";
  return (
    <form className="chart-controls" aria-label={controls.title} onSubmit={(event) => event.preventDefault()}>
      <Choice
        label={controls.measure}
        value={view.measure}
        options={measures.map((measure) => [measure, measureNames[measure]])}
        onChoose={(measure) => onChange({ measure })}
      />
      <Choice
        label={controls.view}
        value={view.view}
        options={views.map((way) => [way, viewNames[way]])}
        onChoose={(way) => onChange({ view: way })}
      />
      {by.length > 1 && (
        <Choice
          label={controls.by}
          value={view.by}
          options={by.map((key) => [key, keys[key]])}
          onChoose={(key) => onChange({ by: key })}
        />
      )}
      {isTiled && <QuestionChoice view={view} onChange={onChange} />}
      {view.measure === "treaties" && !isTiled && <TreatyChoice view={view} onChange={onChange} />}
      {view.measure === "published" && <SeriesChoice view={view} onChange={onChange} />}
      {isOfMatrices && !isTiled && (
        <>
          <ObligationChoice view={view} onChange={onChange} />
          <Choice
            label={controls.weapon}
            value={view.weapon[0] ?? ""}
            options={[
              ["", controls.every],
              ...weapons.map((code): [string, string] => [code, site.codes.weapons[code]]),
            ]}
            onChoose={(code) => onChange({ weapon: weapons.filter((weapon) => weapon === code) })}
          />
          <Choice
            label={controls.facet}
            value={view.facet[0] ?? ""}
            options={[["", controls.every], ...facets.map((code): [string, string] => [code, site.codes.facets[code]])]}
            onChoose={(code) => onChange({ facet: facets.filter((facet) => facet === code) })}
          />
        </>
      )}
      {view.measure !== "published" && view.measure !== "firstReports" && view.view !== "heat-map" && (
        <RegionChoice view={view} onChange={onChange} />
      )}
      {bases[view.measure].length > 1 && view.view !== "answers" && !isTiled && view.view !== "heat-map" && (
        <Choice
          label={controls.base}
          value={view.base}
          options={everyBase.map((base) => [base, controls.bases[base]])}
          onChoose={(base) => onChange({ base })}
        />
      )}
      {isOfMatrices && view.view !== "answers" && !isTiled && (
        <Choice
          label={controls.unit}
          value={view.unit}
          options={units.map((unit) => [unit, controls.units[unit]])}
          onChoose={(unit) => onChange({ unit })}
        />
      )}
      {view.measure === "treaties" && !isTiled && (
        <Choice
          label={controls.standing}
          value={view.standing}
          options={[
            ["party", standings.party],
            ["signatory", standings.signatory],
          ]}
          onChoose={(standing) => onChange({ standing })}
        />
      )}
      <YearChoice view={view} onChange={onChange} />
      {takesCutOff(view) && <CutOffChoice cutOff={view.cutOff ?? ""} onChange={onChange} />}
      {isOverTime && view.measure !== "published" && (
        <Switches>
          <Switch
            label={controls.multiples}
            isOn={view.multiples === "on"}
            onTurn={(isOn) => onChange({ multiples: isOn ? "on" : "off" })}
          />
          {view.measure === "matrix" && view.unit === "states" && view.view === "lines" && (
            <Switch
              label={controls.band}
              isOn={view.band === "on"}
              onTurn={(isOn) => onChange({ band: isOn ? "on" : "off" })}
            />
          )}
          {view.view === "lines" && <OverlaySwitches view={view} onChange={onChange} />}
        </Switches>
      )}
    </form>
  );
}

function TreatyChoice({ view, onChange }: Props) {
  const { language, compare } = useInterface();
  const { controls } = use(trendTextsIn(language));
  const names = [...useTreatyNames(true)].toSorted(([, a], [, b]) => compare(a, b));
  return (
    <Choice
      label={controls.treaty}
      value={view.treaty[0] ?? ""}
      options={[["", controls.allTreaties], ...names]}
      onChoose={(code) => onChange({ treaty: code === "" ? [] : [code] })}
    />
  );
}

function SeriesChoice({ view, onChange }: Props) {
  const { language } = useInterface();
  const { controls } = use(trendTextsIn(language));
  const { data } = useApi(trendEndpoints.trends, { measure: "published", language });
  return (
    <Choice
      label={controls.series}
      value={view.series[0] ?? ""}
      options={(data?.series ?? []).map(({ key, label }) => [key, label])}
      onChoose={(key) => onChange({ series: [key], from: undefined, to: undefined })}
    />
  );
}

/** A treaty, or a question of the matrices: tiles answer one. */
function QuestionChoice({ view, onChange }: Props) {
  const { language, compare } = useInterface();
  const { controls } = use(trendTextsIn(language));
  const measure = view.measure === "matrix" ? "matrix" : "treaties";
  const { data } = useApi(trendEndpoints.trendsCube, { measure });
  const nameOf = useQuestionName(measure, data);
  if (data === undefined) return null;
  const names = (data.axes[1]?.keys ?? []).map((key): [string, string] => [key, nameOf(key)]);
  return (
    <Choice
      label={measure === "matrix" ? controls.question : controls.treaty}
      value={chosenIn(data, view).question ?? ""}
      options={measure === "matrix" ? names : names.toSorted(([, a], [, b]) => compare(a, b))}
      onChoose={(question) => onChange(measure === "matrix" ? { question } : { question, treaty: [] })}
    />
  );
}

function ObligationChoice({ view, onChange }: Props) {
  const { language, fill } = useInterface();
  const { controls } = use(trendTextsIn(language));
  const { data } = useApi(obligationEndpoints.obligations, { language });
  return (
    <Choice
      label={controls.obligation}
      value={view.obligation[0] ?? ""}
      options={[
        ["", controls.allObligations],
        ...(data?.items ?? []).map(({ code, label, level }): [string, string] => [
          code,
          `${"\u2003".repeat(level - 1)}${fill("{label} ({code})", { label, code })}`,
        ]),
      ]}
      onChoose={(code) => onChange({ obligation: code === "" ? [] : [code] })}
    />
  );
}

function RegionChoice({ view, onChange }: Props) {
  const { language, texts: site } = useInterface();
  const { controls } = use(trendTextsIn(language));
  const { regions } = useStates();
  const id = useId();
  const options = (kinds: string[]) =>
    regions
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ));
  return (
    <p>
      <label htmlFor={id}>{controls.region}</label>
      <select
        id={id}
        value={view.region[0] ?? ""}
        onChange={({ target }) => onChange({ region: target.value === "" ? [] : [target.value] })}
      >
        <option value="">{controls.allRegions}</option>
        <optgroup label={site.facets.groups}>{options(["group"])}</optgroup>
        <optgroup label={site.facets.regions}>{options(["region", "subregion"])}</optgroup>
      </select>
    </p>
  );
}

/** The years there are figures of: two ends of a line, two dates, or one. */
function YearChoice({ view, onChange }: Props) {
  const { language } = useInterface();
  const { controls } = use(trendTextsIn(language));
  const { measure, series, treaty } = view;
  const { data } = useApi(trendEndpoints.trends, { measure, series, treaty, language }, { keepLast: true });
  const dates = data?.series.flatMap(({ points }) => points.map(({ date }) => date.slice(0, 4))) ?? [];
  const years = [...new Set(dates)].toSorted();
  const isOneDate = view.view === "heat-map" || view.view === "tiles";
  const options = (none: string, chosen: number | undefined): [string, string][] => [
    ["", none],
    // A year of the address that has no figures is still what the chart was asked for.
    ...[...new Set([...years, ...(chosen === undefined ? [] : [String(chosen)])])]
      .toSorted()
      .map((year): [string, string] => [year, year]),
  ];
  const yearOf = (value: string) => (value === "" ? undefined : Number(value));
  return (
    <>
      {!isOneDate && (
        <Choice
          label={controls.from}
          value={view.from === undefined ? "" : String(view.from)}
          options={options(controls.oldest, view.from)}
          onChoose={(value) => onChange({ from: yearOf(value) })}
        />
      )}
      <Choice
        label={controls.to}
        value={view.to === undefined ? "" : String(view.to)}
        options={options(controls.newest, view.to)}
        onChoose={(value) => onChange({ to: yearOf(value) })}
      />
    </>
  );
}

/** A day after which nothing counts; a year that is half typed is none yet. */
function CutOffChoice({ cutOff, onChange }: { cutOff: string; onChange: Props["onChange"] }) {
  const { language } = useInterface();
  const { controls } = use(trendTextsIn(language));
  const id = useId();
  const [typed, setTyped] = useState({ over: cutOff, day: cutOff });
  return (
    <p>
      <label htmlFor={id}>{controls.cutOff}</label>
      <input
        id={id}
        type="date"
        min="1900-01-01"
        // What the address says wins as soon as it is another.
        value={typed.over === cutOff ? typed.day : cutOff}
        onChange={({ target: { value } }) => {
          setTyped({ over: cutOff, day: value });
          if (value === "" || value >= "1900") onChange({ cutOff: value === "" ? undefined : value });
        }}
      />
    </p>
  );
}

function OverlaySwitches({ view, onChange }: Props) {
  const { language, fill } = useInterface();
  const { controls } = use(trendTextsIn(language));
  const keys = comparable[view.measure] ?? [];
  const { data } = useApi(
    trendEndpoints.trends,
    { measure: "published", series: keys, language },
    { enabled: keys.length > 0 },
  );
  if (keys.length === 0) return null;
  return data?.series.map(({ key, label }) => (
    <Switch
      key={key}
      label={fill(controls.overlay, { series: label })}
      isOn={view.overlay.includes(key)}
      onTurn={(isOn) =>
        onChange({ overlay: isOn ? [...view.overlay, key] : view.overlay.filter((other) => other !== key) })
      }
    />
  ));
}

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: (readonly [Value, string])[];
  onChoose: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, options, onChoose }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => {
          const chosen = options.find(([code]) => code === target.value);
          if (chosen !== undefined) onChoose(chosen[0]);
        }}
      >
        {options.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}

function Switches({ children }: { children: ReactNode }) {
  return <div className="switches">{children}</div>;
}

function Switch({ label, isOn, onTurn }: { label: string; isOn: boolean; onTurn: (isOn: boolean) => void }) {
  return (
    <label>
      <input type="checkbox" checked={isOn} onChange={({ target }) => onTurn(target.checked)} /> {label}
    </label>
  );
}
