import type { Passage } from "#domain/reports.ts";
import { useReportTexts } from "./use-report-texts.ts";

/** What a passage is called: `2(h)`, `¶9`, or in words where it has no number. */
export function usePassageName(): (passage: Pick<Passage, "kind" | "label">) => string {
  const { passages } = useReportTexts();
  return ({ kind, label }) =>
    label === "" ? passages[kind] : kind === "appendix" ? `${passages.appendix} ${label}` : label;
}
