import { loaded } from "../catalogue.ts";
import type { TrendTexts } from "./en.ts";

/** The texts of the pages of trends. */
export const trendTextsIn = loaded<TrendTexts>({
  ar: async () => (await import("./ar.ts")).trendsAr,
  zh: async () => (await import("./zh.ts")).trendsZh,
  en: async () => (await import("./en.ts")).trendsEn,
  fr: async () => (await import("./fr.ts")).trendsFr,
  ru: async () => (await import("./ru.ts")).trendsRu,
  es: async () => (await import("./es.ts")).trendsEs,
});
