import type { ProvisionCoding } from "#domain/codings.ts";
import { useInterface } from "../interface.tsx";
import { ObligationCodes } from "../search/obligation-codes.tsx";
import { Foreign } from "../ui/foreign.tsx";
import { useLawTexts } from "./use-law-texts.ts";

/** The codings of a provision, one below the other; those that do not count say why. */
export function Codings({ codings }: { codings: ProvisionCoding[] }) {
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
