import { use } from "react";
import { useInterface } from "../interface.tsx";
import { lawTextsIn } from "../texts/law/load.ts";
import type { LawTexts } from "../texts/law/en.ts";

/** The texts of the page of a law in the language of the pages. Suspends until they are there. */
export function useLawTexts(): LawTexts {
  return use(lawTextsIn(useInterface().language));
}
