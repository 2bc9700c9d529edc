import type { Language } from "#domain/languages.ts";
import { kept } from "../catalogues.ts";
import type { ObligationTexts } from "./en.ts";

/** The texts of the pages of the obligations and of States side by side in one language; loaded with their pages, so that the first page downloads no list of them. */
export function obligationTextsIn(language: Language): Promise<ObligationTexts> {
  return kept(obligationTexts, language, loadObligations[language]);
}

const obligationTexts = new Map<Language, Promise<ObligationTexts>>();

const loadObligations: Record<Language, () => Promise<ObligationTexts>> = {
  ar: async () => (await import("./ar.ts")).obligationsAr,
  zh: async () => (await import("./zh.ts")).obligationsZh,
  en: async () => (await import("./en.ts")).obligationsEn,
  fr: async () => (await import("./fr.ts")).obligationsFr,
  ru: async () => (await import("./ru.ts")).obligationsRu,
  es: async () => (await import("./es.ts")).obligationsEs,
};
