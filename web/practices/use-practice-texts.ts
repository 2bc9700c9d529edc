import { use } from "react";
import { useInterface } from "../interface.tsx";
import { practiceTextsIn } from "../texts/practices/load.ts";
import type { PracticeTexts } from "../texts/practices/en.ts";

/** The texts of the pages of effective practices in the language of the pages. Suspends until they are there. */
export function usePracticeTexts(): PracticeTexts {
  return use(practiceTextsIn(useInterface().language));
}
