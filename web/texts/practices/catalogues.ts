import type { Language } from "#domain/languages.ts";
import { kept } from "../catalogues.ts";
import type { PracticeTexts } from "./en.ts";

/** The texts of the pages of effective practices in one language; loaded with those pages, so that the first page downloads no list of them. */
export function practiceTextsIn(language: Language): Promise<PracticeTexts> {
  return kept(practiceTexts, language, loadPractices[language]);
}

const practiceTexts = new Map<Language, Promise<PracticeTexts>>();

const loadPractices: Record<Language, () => Promise<PracticeTexts>> = {
  ar: async () => (await import("./ar.ts")).practicesAr,
  zh: async () => (await import("./zh.ts")).practicesZh,
  en: async () => (await import("./en.ts")).practicesEn,
  fr: async () => (await import("./fr.ts")).practicesFr,
  ru: async () => (await import("./ru.ts")).practicesRu,
  es: async () => (await import("./es.ts")).practicesEs,
};
