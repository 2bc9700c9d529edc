import type { Language } from "#domain/languages.ts";
import { kept } from "../catalogues.ts";
import type { ReviewTexts } from "./en.ts";

/** The texts of the pages of reviews in one language; loaded with their pages, so that the first page downloads no list of them. */
export function reviewTextsIn(language: Language): Promise<ReviewTexts> {
  return kept(reviewTexts, language, loadReviews[language]);
}

const reviewTexts = new Map<Language, Promise<ReviewTexts>>();

const loadReviews: Record<Language, () => Promise<ReviewTexts>> = {
  ar: async () => (await import("./ar.ts")).reviewsAr,
  zh: async () => (await import("./zh.ts")).reviewsZh,
  en: async () => (await import("./en.ts")).reviewsEn,
  fr: async () => (await import("./fr.ts")).reviewsFr,
  ru: async () => (await import("./ru.ts")).reviewsRu,
  es: async () => (await import("./es.ts")).reviewsEs,
};
