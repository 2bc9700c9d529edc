import { useMemo } from "react";
import { stateEndpoints, type StatesAnswer } from "#domain/states.ts";
import { useApi } from "./api.ts";
import { useInterface } from "./interface.tsx";

export interface States {
  /** All Member States, by name; empty until they are loaded. */
  items: StatesAnswer["items"];
  regions: StatesAnswer["regions"];
  /** Until the names are loaded, and for what is no Member State, the code itself. */
  nameOf: (iso3: string) => string;
  regionNameOf: (code: string) => string;
  /** The names are still on their way. */
  pending: boolean;
}

/** States and regions by their names in the language of the pages. */
export function useStates(): States {
  const { language } = useInterface();
  const { data, isPending: pending } = useApi(stateEndpoints.states, { language }, { keepLast: true });
  return useMemo(() => {
    const stateNames = new Map(data?.items.map(({ iso3, name }) => [iso3, name]));
    const regionNames = new Map(data?.regions.map(({ code, name }) => [code, name]));
    return {
      items: data?.items ?? [],
      regions: data?.regions ?? [],
      nameOf: (iso3) => stateNames.get(iso3) ?? iso3,
      regionNameOf: (code) => regionNames.get(code) ?? code,
      pending,
    };
  }, [data, pending]);
}
