import type { Language } from "#domain/languages.ts";
import { kept } from "./catalogues.ts";
import type { AboutTexts } from "./about/en.ts";
import type { MandateTexts } from "./mandate/en.ts";
import type { NewsTexts } from "./news/en.ts";
import type { ReportTexts } from "./reports/en.ts";
import type { ReviewTexts } from "./reviews/en.ts";

// Apart from the other catalogues, whose addresses are in the first download.

/** The texts of the pages of documents, loaded when first asked for. */
export function reportTextsIn(language: Language): Promise<ReportTexts> {
  return kept(reportTexts, language, loadReports[language]);
}

/** The texts of the page of the programme of work, likewise. */
export function mandateTextsIn(language: Language): Promise<MandateTexts> {
  return kept(mandateTexts, language, loadMandate[language]);
}

/** The texts of what is new and of feedback, likewise. */
export function newsTextsIn(language: Language): Promise<NewsTexts> {
  return kept(newsTexts, language, loadNews[language]);
}

/** The texts of the pages of reviews, likewise. */
export function reviewTextsIn(language: Language): Promise<ReviewTexts> {
  return kept(reviewTexts, language, loadReviews[language]);
}

/** The texts of the page about the Compendium, likewise. */
export function aboutIn(language: Language): Promise<AboutTexts> {
  return kept(aboutTexts, language, loadAbout[language]);
}

const reportTexts = new Map<Language, Promise<ReportTexts>>();
const mandateTexts = new Map<Language, Promise<MandateTexts>>();
const newsTexts = new Map<Language, Promise<NewsTexts>>();
const reviewTexts = new Map<Language, Promise<ReviewTexts>>();
const aboutTexts = new Map<Language, Promise<AboutTexts>>();

const loadReports: Record<Language, () => Promise<ReportTexts>> = {
  ar: async () => (await import("./reports/ar.ts")).reportsAr,
  zh: async () => (await import("./reports/zh.ts")).reportsZh,
  en: async () => (await import("./reports/en.ts")).reportsEn,
  fr: async () => (await import("./reports/fr.ts")).reportsFr,
  ru: async () => (await import("./reports/ru.ts")).reportsRu,
  es: async () => (await import("./reports/es.ts")).reportsEs,
};

const loadMandate: Record<Language, () => Promise<MandateTexts>> = {
  ar: async () => (await import("./mandate/ar.ts")).mandateAr,
  zh: async () => (await import("./mandate/zh.ts")).mandateZh,
  en: async () => (await import("./mandate/en.ts")).mandateEn,
  fr: async () => (await import("./mandate/fr.ts")).mandateFr,
  ru: async () => (await import("./mandate/ru.ts")).mandateRu,
  es: async () => (await import("./mandate/es.ts")).mandateEs,
};

const loadNews: Record<Language, () => Promise<NewsTexts>> = {
  ar: async () => (await import("./news/ar.ts")).newsAr,
  zh: async () => (await import("./news/zh.ts")).newsZh,
  en: async () => (await import("./news/en.ts")).newsEn,
  fr: async () => (await import("./news/fr.ts")).newsFr,
  ru: async () => (await import("./news/ru.ts")).newsRu,
  es: async () => (await import("./news/es.ts")).newsEs,
};

const loadReviews: Record<Language, () => Promise<ReviewTexts>> = {
  ar: async () => (await import("./reviews/ar.ts")).reviewsAr,
  zh: async () => (await import("./reviews/zh.ts")).reviewsZh,
  en: async () => (await import("./reviews/en.ts")).reviewsEn,
  fr: async () => (await import("./reviews/fr.ts")).reviewsFr,
  ru: async () => (await import("./reviews/ru.ts")).reviewsRu,
  es: async () => (await import("./reviews/es.ts")).reviewsEs,
};

const loadAbout: Record<Language, () => Promise<AboutTexts>> = {
  ar: async () => (await import("./about/ar.ts")).aboutAr,
  zh: async () => (await import("./about/zh.ts")).aboutZh,
  en: async () => (await import("./about/en.ts")).aboutEn,
  fr: async () => (await import("./about/fr.ts")).aboutFr,
  ru: async () => (await import("./about/ru.ts")).aboutRu,
  es: async () => (await import("./about/es.ts")).aboutEs,
};
