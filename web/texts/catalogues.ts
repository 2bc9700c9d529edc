import type { Language } from "#domain/languages.ts";
import type { AboutTexts } from "./about/en.ts";
import { kept } from "./catalogue.ts";
import type { DayTexts } from "./day/en.ts";
import type { LawTexts } from "./law/en.ts";
import type { ObligationTexts } from "./obligations/en.ts";
import type { TrendTexts } from "./trends/en.ts";
import type { ReviewTexts } from "./reviews/en.ts";

/** The texts of the page of a law, loaded when first asked for. Nothing that the first page needs is in this file. */
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

/** The texts of the pages of reviews, likewise. */
export function reviewTextsIn(language: Language): Promise<ReviewTexts> {
  return kept(reviewTexts, language, loadReviews[language]);
}

/** The texts of the charts, likewise. */
export function trendTextsIn(language: Language): Promise<TrendTexts> {
  return kept(trendTexts, language, loadTrends[language]);
}

const lawTexts = new Map<Language, Promise<LawTexts>>();
const dayTexts = new Map<Language, Promise<DayTexts>>();
const aboutTexts = new Map<Language, Promise<AboutTexts>>();
const obligationTexts = new Map<Language, Promise<ObligationTexts>>();
const trendTexts = new Map<Language, Promise<TrendTexts>>();
const reviewTexts = new Map<Language, Promise<ReviewTexts>>();

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

const loadReviews: Record<Language, () => Promise<ReviewTexts>> = {
  ar: async () => (await import("./reviews/ar.ts")).reviewsAr,
  zh: async () => (await import("./reviews/zh.ts")).reviewsZh,
  en: async () => (await import("./reviews/en.ts")).reviewsEn,
  fr: async () => (await import("./reviews/fr.ts")).reviewsFr,
  ru: async () => (await import("./reviews/ru.ts")).reviewsRu,
  es: async () => (await import("./reviews/es.ts")).reviewsEs,
};

const loadTrends: Record<Language, () => Promise<TrendTexts>> = {
  ar: async () => (await import("./trends/ar.ts")).trendsAr,
  zh: async () => (await import("./trends/zh.ts")).trendsZh,
  en: async () => (await import("./trends/en.ts")).trendsEn,
  fr: async () => (await import("./trends/fr.ts")).trendsFr,
  ru: async () => (await import("./trends/ru.ts")).trendsRu,
  es: async () => (await import("./trends/es.ts")).trendsEs,
};
