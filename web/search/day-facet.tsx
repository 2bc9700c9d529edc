import { use, useId, type SyntheticEvent } from "react";
import type { LegislationParams } from "#domain/legislation.ts";
import { useInterface } from "../interface.tsx";
import { dayTextsIn } from "../texts/day/load.ts";

interface Props {
  params: LegislationParams;
  onChange: (changes: Partial<LegislationParams>) => void;
}

/** The day on which laws are to be in force. */
export function DayFacet({ params, onChange }: Props) {
  const { texts, language } = useInterface();
  const dayTexts = use(dayTextsIn(language));
  const rule = useId();
  const apply = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const day = new FormData(event.currentTarget).get("on");
    onChange(typeof day === "string" && day !== "" ? { on: day } : { on: undefined, undated: "exclude" });
  };
  return (
    <fieldset className="facet">
      <legend>{texts.facets.inForceOn}</legend>
      <form className="years" onSubmit={apply} key={params.on}>
        <label>
          {dayTexts.day}
          <input
            name="on"
            type="date"
            min="1500-01-01"
            max="2199-12-31"
            defaultValue={params.on}
            aria-describedby={rule}
          />
        </label>
        <button type="submit">{dayTexts.apply}</button>
      </form>
      <p className="quiet" id={rule}>
        {dayTexts.rule}
      </p>
    </fieldset>
  );
}
