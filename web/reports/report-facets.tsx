import { useId } from "react";
import { isLanguage } from "#domain/languages.ts";
import { reportFacets, type ReportFacet, type ReportsPage, type ReportsParams } from "#domain/reports.ts";
import { useInterface } from "../interface.tsx";
import { YearFacet } from "../search/facets.tsx";
import { useStates } from "../states.ts";
import { useReportTexts } from "./use-report-texts.ts";

interface Props {
  facets: ReportsPage["facets"];
  params: ReportsParams;
  onChange: (changes: Partial<ReportsParams>) => void;
}

/** Everything a list of documents can be narrowed by; values stand by name, years apart. */
export function ReportFacets({ facets, params, onChange }: Props) {
  const { compare } = useInterface();
  const nameOf = useFacetNames();
  const lists = reportFacets.filter((facet) => facet !== "year");
  return (
    <div className="facets">
      {lists.map((facet) => {
        const chosen: string[] = params[facet];
        const choices = (facets[facet] ?? [])
          .map(({ value, count }) => ({
            value,
            count,
            name: nameOf.value(facet, value),
            isChosen: chosen.includes(value),
          }))
          .toSorted((a, b) => compare(a.name, b.name));
        if (choices.length === 0) return null;
        return (
          <fieldset className="facet" key={facet}>
            <legend>{nameOf.facet(facet)}</legend>
            <ul>
              {choices.map((choice) => (
                <Choice
                  key={choice.value}
                  {...choice}
                  onToggle={() =>
                    onChange({
                      [facet]: choice.isChosen
                        ? chosen.filter((other) => other !== choice.value)
                        : [...chosen, choice.value],
                    })
                  }
                />
              ))}
            </ul>
          </fieldset>
        );
      })}
      <YearFacet buckets={facets["year"] ?? []} params={params} onChange={onChange} />
    </div>
  );
}

function useFacetNames() {
  const words = useReportTexts();
  const { texts } = useInterface();
  const states = useStates();
  const types: Record<string, string> = words.types;
  return {
    facet: (facet: Exclude<ReportFacet, "year">) =>
      facet === "state" ? texts.facets.names.state : words.facets[facet],
    value: (facet: ReportFacet, value: string) => {
      if (facet === "type") return types[value] ?? value;
      if (facet === "state") return states.nameOf(value);
      if (facet === "region") return states.regionNameOf(value);
      return isLanguage(value) ? texts.codes.languages[value] : value;
    },
  };
}

interface ChoiceProps {
  name: string;
  count: number;
  isChosen: boolean;
  onToggle: () => void;
}

function Choice({ name, count, isChosen, onToggle }: ChoiceProps) {
  const words = useReportTexts();
  const { count: counted, number } = useInterface();
  const id = useId();
  return (
    <li>
      <label>
        <input type="checkbox" checked={isChosen} aria-describedby={id} onChange={onToggle} />
        <bdi>{name}</bdi>
      </label>
      <span className="quiet" aria-hidden="true">
        {number(count)}
      </span>
      <span className="only-heard" id={id}>
        {counted(words.count, count)}
      </span>
    </li>
  );
}
