import type { Language } from "#domain/languages.ts";
import type { AboutTexts } from "./about/en.ts";
import type { DayTexts } from "./day/en.ts";
import type { Texts } from "./en.ts";
import type { LawTexts } from "./law/en.ts";

/** The texts of the pages in one language, loaded when first asked for; the same promise each time, as React's `use` needs. */
export function catalogueIn(language: Language): Promise<Texts> {
  return kept(catalogues, language, loadCatalogue[language]);
}

/** The texts of the page of a law, likewise. */
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

/** What was loaded for a language before, or what is loaded for it now. */
export function kept<Loaded>(
  store: Map<Language, Promise<Loaded>>,
  language: Language,
  load: () => Promise<Loaded>,
): Promise<Loaded> {
  const loaded = store.get(language) ?? load();
  store.set(language, loaded);
  return loaded;
}

const catalogues = new Map<Language, Promise<Texts>>();
const lawTexts = new Map<Language, Promise<LawTexts>>();
const dayTexts = new Map<Language, Promise<DayTexts>>();
const aboutTexts = new Map<Language, Promise<AboutTexts>>();

const loadCatalogue: Record<Language, () => Promise<Texts>> = {
  ar: async () => (await import("./ar.ts")).ar,
  zh: async () => (await import("./zh.ts")).zh,
  en: async () => (await import("./en.ts")).en,
  fr: async () => (await import("./fr.ts")).fr,
  ru: async () => (await import("./ru.ts")).ru,
  es: async () => (await import("./es.ts")).es,
};

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
