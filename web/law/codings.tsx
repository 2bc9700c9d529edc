import { useInterface } from "../interface.tsx";
import { ObligationCodes } from "../search/obligation-codes.tsx";
import { Foreign } from "../ui/foreign.tsx";
import { useLawTexts } from "./use-law-texts.ts";

/** What a person said of a provision after reading it, and whether it counts. */
export interface ShownCoding {
  obligations: string[];
  weapons: ("NW" | "CW" | "BW")[];
  facet: "framework" | "enforcement";
  summary: string;
  coder: string;
  codedOn: string;
  state: "confirmed" | "stale" | "not-a-measure";
}

/** The codings of a provision, one below the other; those that do not count say why. */
export function Codings({ codings }: { codings: ShownCoding[] }) {
  const { texts, fill, date } = useInterface();
  const words = useLawTexts().codings;
  return codings.map(({ obligations, weapons, facet, summary, coder, codedOn, state }, place) => (
    <div key={place} className="coding">
      {state !== "confirmed" && <p className="coding-state">{words[state]}</p>}
      <p>
        <Foreign language="en">{summary}</Foreign>
      </p>
      <ObligationCodes codes={obligations} />
      <p className="quiet">
        {[texts.codes.facets[facet], ...weapons.map((weapon) => texts.codes.weapons[weapon])].join(" · ")}
      </p>
      <p className="quiet">
        {fill(words.by, { date: date(codedOn) })} <bdi lang="en">{coder}</bdi>
      </p>
    </div>
  ));
}
