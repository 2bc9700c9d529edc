import { use } from "react";
import * as z from "zod/mini";
import { Facet } from "#domain/codings.ts";
import { CellWeapon } from "#domain/matrices.ts";
import type { CubeAnswer } from "#domain/trends.ts";
import { useInterface } from "../interface.tsx";
import { useObligationNames } from "../obligations.ts";
import { trendTextsIn } from "../texts/trends/load.ts";
import { useTreatyNames } from "./treaty-names.ts";

/** A question of the cube in words: a treaty by its name, `OP2.05-CW-framework` by obligation, weapon and facet. */
export function useQuestionName(measure: CubeAnswer["measure"], cube: CubeAnswer | undefined): (key: string) => string {
  const { language, texts: site, fill } = useInterface();
  const texts = use(trendTextsIn(language));
  const treatyNames = useTreatyNames(measure === "treaties");
  const obligationName = useObligationNames(measure === "matrix");
  const { keys = [], obligations = [] } = cube?.axes[1] ?? {};
  return (key) => {
    if (measure === "treaties") return treatyNames.get(key) ?? key;
    const [row = "", weapon, facet] = key.split("-");
    const parts = [
      fill("{label} ({code})", { label: obligationName(obligations[keys.indexOf(key)] ?? row), code: row }),
    ];
    const [ofWeapon, ofFacet] = [z.safeParse(CellWeapon, weapon), z.safeParse(Facet, facet)];
    if (ofWeapon.success) parts.push(ofWeapon.data === "ALL" ? texts.notByWeapon : site.codes.weapons[ofWeapon.data]);
    if (ofFacet.success) parts.push(site.codes.facets[ofFacet.data]);
    return parts.join(" · ");
  };
}
