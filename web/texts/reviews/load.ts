import { loaded } from "../catalogue.ts";
import type { ReviewTexts } from "./en.ts";

/** The texts of the pages of reviews. */
export const reviewTextsIn = loaded<ReviewTexts>({
  ar: async () => (await import("./ar.ts")).reviewsAr,
  zh: async () => (await import("./zh.ts")).reviewsZh,
  en: async () => (await import("./en.ts")).reviewsEn,
  fr: async () => (await import("./fr.ts")).reviewsFr,
  ru: async () => (await import("./ru.ts")).reviewsRu,
  es: async () => (await import("./es.ts")).reviewsEs,
});
