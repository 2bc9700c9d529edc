import { useMemo } from "react";
import { obligationEndpoints } from "#domain/obligations.ts";
import { useApi } from "./api.ts";
import { useInterface } from "./interface.tsx";

/** What an obligation's code stands for, in the language of the pages: the code itself until that is loaded, which happens when `isNeeded`. */
export function useObligationNames(isNeeded: boolean): (code: string) => string {
  const { language } = useInterface();
  const { data } = useApi(obligationEndpoints.obligations, { language }, { enabled: isNeeded });
  const labels = useMemo(() => new Map(data?.items.map(({ code, label }) => [code, label])), [data]);
  return (code) => labels.get(code) ?? code;
}
