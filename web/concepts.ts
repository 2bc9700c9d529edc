import { useMemo } from "react";
import { thesaurusEndpoints } from "#domain/thesaurus.ts";
import { useApi } from "./api.ts";
import { useInterface } from "./interface.tsx";

/** What a concept is called in the language of the pages: its id until the thesaurus is loaded, which happens when `isNeeded`. */
export function useConceptNames(isNeeded: boolean): (id: string) => string {
  const { language } = useInterface();
  const { data } = useApi(thesaurusEndpoints.thesaurus, { language }, { enabled: isNeeded });
  const labels = useMemo(() => new Map(data?.items.map(({ id, label }) => [id, label])), [data]);
  return (id) => labels.get(id) ?? id;
}
