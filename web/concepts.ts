import { useMemo } from "react";
import { api } from "#domain/api.ts";
import { useApi } from "./api.ts";
import { useInterface } from "./interface.tsx";

/** What a concept is called in the language of the pages: its id until the thesaurus is loaded, which happens when `isNeeded`. */
export function useConceptNames(isNeeded: boolean): (id: string) => string {
  const { language } = useInterface();
  const { data } = useApi(api.thesaurus, { language }, { enabled: isNeeded });
  const labels = useMemo(() => new Map(data?.items.map(({ id, label }) => [id, label])), [data]);
  return (id) => labels.get(id) ?? id;
}
