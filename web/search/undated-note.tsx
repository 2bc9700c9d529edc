import { use } from "react";
import type { LegislationParams } from "#domain/legislation.ts";
import { useInterface } from "../interface.tsx";
import { dayTextsIn } from "../texts/day/load.ts";
import { PageLink } from "../ui/page-link.tsx";

interface Props {
  undated: number;
  params: LegislationParams;
  searchWith: (changes: Partial<LegislationParams>) => string;
}

/** How many laws a search for the law of a day cannot tell about, and the way to see them or to leave them out. */
export function UndatedNote({ undated, params, searchWith }: Props) {
  const { language, count } = useInterface();
  const texts = use(dayTextsIn(language));
  if (undated === 0) return null;
  return params.undated === "include" ? (
    <p>
      {count(texts.included, undated)} <PageLink to={searchWith({ undated: "exclude" })}>{texts.hide}</PageLink>
    </p>
  ) : (
    <p>
      {count(texts.left, undated)} <PageLink to={searchWith({ undated: "include" })}>{texts.show}</PageLink>
    </p>
  );
}
