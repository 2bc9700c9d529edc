import { useMemo } from "react";
import { trendEndpoints } from "#domain/trends.ts";
import { useApi } from "../api.ts";
import { useInterface } from "../interface.tsx";

/** The treaties there are acts of, by code, with their names in the language of the pages; empty until they are loaded, which happens when `isNeeded`. */
export function useTreatyNames(isNeeded: boolean): ReadonlyMap<string, string> {
  const { language } = useInterface();
  const { data } = useApi(
    trendEndpoints.trends,
    { measure: "treaties", by: "treaty", language },
    { enabled: isNeeded, keepLast: true },
  );
  return useMemo(() => new Map(data?.series.map(({ key, label }) => [key, label])), [data]);
}
