import { loaded } from "../catalogue.ts";
import type { NewsTexts } from "./en.ts";

/** The texts of what is new and of feedback. */
export const newsTextsIn = loaded<NewsTexts>({
  ar: async () => (await import("./ar.ts")).newsAr,
  zh: async () => (await import("./zh.ts")).newsZh,
  en: async () => (await import("./en.ts")).newsEn,
  fr: async () => (await import("./fr.ts")).newsFr,
  ru: async () => (await import("./ru.ts")).newsRu,
  es: async () => (await import("./es.ts")).newsEs,
});
