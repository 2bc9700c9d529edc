import type { Language } from "#domain/languages.ts";
import type { AboutTexts } from "./about/en.ts";
import { kept } from "./catalogue.ts";
import type { DayTexts } from "./day/en.ts";
import type { HelpTexts } from "./help/en.ts";
import type { LawTexts } from "./law/en.ts";
import type { ObligationTexts } from "./obligations/en.ts";
import type { SearchAllTexts } from "./search-all/en.ts";
import type { StateTexts } from "./states/en.ts";

/** The texts of the page of a law in one language, loaded when first asked for; the same promise each time, as React's `use` needs. */
export function lawTextsIn(language: Language): Promise<LawTexts> {
  return kept(lawTexts, language, loadLaw[language]);
}

/** The texts of a search for the law of a day, likewise. */
export function dayTextsIn(language: Language): Promise<DayTexts> {
  return kept(dayTexts, language, loadDay[language]);
}

/** The texts of the page about the Compendium, likewise. */
export function aboutIn(language: Language): Promise<AboutTexts> {
  return kept(aboutTexts, language, loadAbout[language]);
}

/** The texts of the pages of the obligations and of States side by side, likewise. */
export function obligationTextsIn(language: Language): Promise<ObligationTexts> {
  return kept(obligationTexts, language, loadObligations[language]);
}

/** The texts of the pages of States and regions, likewise. */
export function stateTextsIn(language: Language): Promise<StateTexts> {
  return kept(stateTexts, language, loadStates[language]);
}

/** The texts of the search over everything and of the palette, likewise. */
export function searchAllTextsIn(language: Language): Promise<SearchAllTexts> {
  return kept(searchAllTexts, language, loadSearchAll[language]);
}

/** The texts of the help and the glossary, likewise. */
export function helpTextsIn(language: Language): Promise<HelpTexts> {
  return kept(helpTexts, language, loadHelp[language]);
}

const helpTexts = new Map<Language, Promise<HelpTexts>>();
const lawTexts = new Map<Language, Promise<LawTexts>>();
const dayTexts = new Map<Language, Promise<DayTexts>>();
const aboutTexts = new Map<Language, Promise<AboutTexts>>();
const obligationTexts = new Map<Language, Promise<ObligationTexts>>();
const searchAllTexts = new Map<Language, Promise<SearchAllTexts>>();
const stateTexts = new Map<Language, Promise<StateTexts>>();

const loadLaw: Record<Language, () => Promise<LawTexts>> = {
  ar: async () => (await import("./law/ar.ts")).lawAr,
  zh: async () => (await import("./law/zh.ts")).lawZh,
  en: async () => (await import("./law/en.ts")).lawEn,
  fr: async () => (await import("./law/fr.ts")).lawFr,
  ru: async () => (await import("./law/ru.ts")).lawRu,
  es: async () => (await import("./law/es.ts")).lawEs,
};

const loadDay: Record<Language, () => Promise<DayTexts>> = {
  ar: async () => (await import("./day/ar.ts")).dayAr,
  zh: async () => (await import("./day/zh.ts")).dayZh,
  en: async () => (await import("./day/en.ts")).dayEn,
  fr: async () => (await import("./day/fr.ts")).dayFr,
  ru: async () => (await import("./day/ru.ts")).dayRu,
  es: async () => (await import("./day/es.ts")).dayEs,
};

const loadAbout: Record<Language, () => Promise<AboutTexts>> = {
  ar: async () => (await import("./about/ar.ts")).aboutAr,
  zh: async () => (await import("./about/zh.ts")).aboutZh,
  en: async () => (await import("./about/en.ts")).aboutEn,
  fr: async () => (await import("./about/fr.ts")).aboutFr,
  ru: async () => (await import("./about/ru.ts")).aboutRu,
  es: async () => (await import("./about/es.ts")).aboutEs,
};

const loadObligations: Record<Language, () => Promise<ObligationTexts>> = {
  ar: async () => (await import("./obligations/ar.ts")).obligationsAr,
  zh: async () => (await import("./obligations/zh.ts")).obligationsZh,
  en: async () => (await import("./obligations/en.ts")).obligationsEn,
  fr: async () => (await import("./obligations/fr.ts")).obligationsFr,
  ru: async () => (await import("./obligations/ru.ts")).obligationsRu,
  es: async () => (await import("./obligations/es.ts")).obligationsEs,
};

const loadStates: Record<Language, () => Promise<StateTexts>> = {
  ar: async () => (await import("./states/ar.ts")).statesAr,
  zh: async () => (await import("./states/zh.ts")).statesZh,
  en: async () => (await import("./states/en.ts")).statesEn,
  fr: async () => (await import("./states/fr.ts")).statesFr,
  ru: async () => (await import("./states/ru.ts")).statesRu,
  es: async () => (await import("./states/es.ts")).statesEs,
};

const loadSearchAll: Record<Language, () => Promise<SearchAllTexts>> = {
  ar: async () => (await import("./search-all/ar.ts")).searchAllAr,
  zh: async () => (await import("./search-all/zh.ts")).searchAllZh,
  en: async () => (await import("./search-all/en.ts")).searchAllEn,
  fr: async () => (await import("./search-all/fr.ts")).searchAllFr,
  ru: async () => (await import("./search-all/ru.ts")).searchAllRu,
  es: async () => (await import("./search-all/es.ts")).searchAllEs,
};

const loadHelp: Record<Language, () => Promise<HelpTexts>> = {
  ar: async () => (await import("./help/ar.ts")).helpAr,
  zh: async () => (await import("./help/zh.ts")).helpZh,
  en: async () => (await import("./help/en.ts")).helpEn,
  fr: async () => (await import("./help/fr.ts")).helpFr,
  ru: async () => (await import("./help/ru.ts")).helpRu,
  es: async () => (await import("./help/es.ts")).helpEs,
};
