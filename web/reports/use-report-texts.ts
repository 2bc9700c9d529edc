import { use } from "react";
import { useInterface } from "../interface.tsx";
import { reportTextsIn } from "../texts/reports/load.ts";
import type { ReportTexts } from "../texts/reports/en.ts";

/** The texts of the pages of documents in the language of the pages. Suspends until they are there. */
export function useReportTexts(): ReportTexts {
  return use(reportTextsIn(useInterface().language));
}
