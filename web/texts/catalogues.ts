import type { Language } from "#domain/languages.ts";
import { kept } from "./catalogue.ts";
import type { AboutTexts } from "./about/en.ts";
import type { DayTexts } from "./day/en.ts";
import type { HelpTexts } from "./help/en.ts";
import type { LawTexts } from "./law/en.ts";
import type { MandateTexts } from "./mandate/en.ts";
import type { NewsTexts } from "./news/en.ts";
import type { ObligationTexts } from "./obligations/en.ts";
import type { PracticeTexts } from "./practices/en.ts";
import type { ReportTexts } from "./reports/en.ts";
import type { ReviewTexts } from "./reviews/en.ts";
import type { SearchAllTexts } from "./search-all/en.ts";
import type { StateTexts } from "./states/en.ts";
import type { TrendTexts } from "./trends/en.ts";

// Apart from catalogue.ts, so that the first page downloads none of these, nor a list of them.

/** The texts of the page about the Compendium. */
export const aboutIn = loaded<AboutTexts>({
  ar: async () => (await import("./about/ar.ts")).aboutAr,
  zh: async () => (await import("./about/zh.ts")).aboutZh,
  en: async () => (await import("./about/en.ts")).aboutEn,
  fr: async () => (await import("./about/fr.ts")).aboutFr,
  ru: async () => (await import("./about/ru.ts")).aboutRu,
  es: async () => (await import("./about/es.ts")).aboutEs,
});

/** The texts of a search for the law of a day. */
export const dayTextsIn = loaded<DayTexts>({
  ar: async () => (await import("./day/ar.ts")).dayAr,
  zh: async () => (await import("./day/zh.ts")).dayZh,
  en: async () => (await import("./day/en.ts")).dayEn,
  fr: async () => (await import("./day/fr.ts")).dayFr,
  ru: async () => (await import("./day/ru.ts")).dayRu,
  es: async () => (await import("./day/es.ts")).dayEs,
});

/** The texts of the help and the glossary. */
export const helpTextsIn = loaded<HelpTexts>({
  ar: async () => (await import("./help/ar.ts")).helpAr,
  zh: async () => (await import("./help/zh.ts")).helpZh,
  en: async () => (await import("./help/en.ts")).helpEn,
  fr: async () => (await import("./help/fr.ts")).helpFr,
  ru: async () => (await import("./help/ru.ts")).helpRu,
  es: async () => (await import("./help/es.ts")).helpEs,
});

/** The texts of the page of a law. */
export const lawTextsIn = loaded<LawTexts>({
  ar: async () => (await import("./law/ar.ts")).lawAr,
  zh: async () => (await import("./law/zh.ts")).lawZh,
  en: async () => (await import("./law/en.ts")).lawEn,
  fr: async () => (await import("./law/fr.ts")).lawFr,
  ru: async () => (await import("./law/ru.ts")).lawRu,
  es: async () => (await import("./law/es.ts")).lawEs,
});

/** The texts of the page of the programme of work. */
export const mandateTextsIn = loaded<MandateTexts>({
  ar: async () => (await import("./mandate/ar.ts")).mandateAr,
  zh: async () => (await import("./mandate/zh.ts")).mandateZh,
  en: async () => (await import("./mandate/en.ts")).mandateEn,
  fr: async () => (await import("./mandate/fr.ts")).mandateFr,
  ru: async () => (await import("./mandate/ru.ts")).mandateRu,
  es: async () => (await import("./mandate/es.ts")).mandateEs,
});

/** The texts of what is new and of feedback. */
export const newsTextsIn = loaded<NewsTexts>({
  ar: async () => (await import("./news/ar.ts")).newsAr,
  zh: async () => (await import("./news/zh.ts")).newsZh,
  en: async () => (await import("./news/en.ts")).newsEn,
  fr: async () => (await import("./news/fr.ts")).newsFr,
  ru: async () => (await import("./news/ru.ts")).newsRu,
  es: async () => (await import("./news/es.ts")).newsEs,
});

/** The texts of the pages of the obligations and of States side by side. */
export const obligationTextsIn = loaded<ObligationTexts>({
  ar: async () => (await import("./obligations/ar.ts")).obligationsAr,
  zh: async () => (await import("./obligations/zh.ts")).obligationsZh,
  en: async () => (await import("./obligations/en.ts")).obligationsEn,
  fr: async () => (await import("./obligations/fr.ts")).obligationsFr,
  ru: async () => (await import("./obligations/ru.ts")).obligationsRu,
  es: async () => (await import("./obligations/es.ts")).obligationsEs,
});

/** The texts of the pages of effective practices. */
export const practiceTextsIn = loaded<PracticeTexts>({
  ar: async () => (await import("./practices/ar.ts")).practicesAr,
  zh: async () => (await import("./practices/zh.ts")).practicesZh,
  en: async () => (await import("./practices/en.ts")).practicesEn,
  fr: async () => (await import("./practices/fr.ts")).practicesFr,
  ru: async () => (await import("./practices/ru.ts")).practicesRu,
  es: async () => (await import("./practices/es.ts")).practicesEs,
});

/** The texts of the pages of documents. */
export const reportTextsIn = loaded<ReportTexts>({
  ar: async () => (await import("./reports/ar.ts")).reportsAr,
  zh: async () => (await import("./reports/zh.ts")).reportsZh,
  en: async () => (await import("./reports/en.ts")).reportsEn,
  fr: async () => (await import("./reports/fr.ts")).reportsFr,
  ru: async () => (await import("./reports/ru.ts")).reportsRu,
  es: async () => (await import("./reports/es.ts")).reportsEs,
});

/** The texts of the pages of reviews. */
export const reviewTextsIn = loaded<ReviewTexts>({
  ar: async () => (await import("./reviews/ar.ts")).reviewsAr,
  zh: async () => (await import("./reviews/zh.ts")).reviewsZh,
  en: async () => (await import("./reviews/en.ts")).reviewsEn,
  fr: async () => (await import("./reviews/fr.ts")).reviewsFr,
  ru: async () => (await import("./reviews/ru.ts")).reviewsRu,
  es: async () => (await import("./reviews/es.ts")).reviewsEs,
});

/** The texts of the search over everything and of the palette. */
export const searchAllTextsIn = loaded<SearchAllTexts>({
  ar: async () => (await import("./search-all/ar.ts")).searchAllAr,
  zh: async () => (await import("./search-all/zh.ts")).searchAllZh,
  en: async () => (await import("./search-all/en.ts")).searchAllEn,
  fr: async () => (await import("./search-all/fr.ts")).searchAllFr,
  ru: async () => (await import("./search-all/ru.ts")).searchAllRu,
  es: async () => (await import("./search-all/es.ts")).searchAllEs,
});

/** The texts of the pages of States and regions. */
export const stateTextsIn = loaded<StateTexts>({
  ar: async () => (await import("./states/ar.ts")).statesAr,
  zh: async () => (await import("./states/zh.ts")).statesZh,
  en: async () => (await import("./states/en.ts")).statesEn,
  fr: async () => (await import("./states/fr.ts")).statesFr,
  ru: async () => (await import("./states/ru.ts")).statesRu,
  es: async () => (await import("./states/es.ts")).statesEs,
});

/** The texts of the pages of trends. */
export const trendTextsIn = loaded<TrendTexts>({
  ar: async () => (await import("./trends/ar.ts")).trendsAr,
  zh: async () => (await import("./trends/zh.ts")).trendsZh,
  en: async () => (await import("./trends/en.ts")).trendsEn,
  fr: async () => (await import("./trends/fr.ts")).trendsFr,
  ru: async () => (await import("./trends/ru.ts")).trendsRu,
  es: async () => (await import("./trends/es.ts")).trendsEs,
});

/** The texts of one area in a language: loaded when first asked for, and the same promise each time, as React's `use` needs. */
function loaded<Texts>(load: Record<Language, () => Promise<Texts>>): (language: Language) => Promise<Texts> {
  const texts = new Map<Language, Promise<Texts>>();
  return (language) => kept(texts, language, load[language]);
}
