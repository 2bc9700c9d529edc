import { loaded } from "../catalogue.ts";
import type { SearchAllTexts } from "./en.ts";

/** The texts of the search over everything and of the palette. */
export const searchAllTextsIn = loaded<SearchAllTexts>({
  ar: async () => (await import("./ar.ts")).searchAllAr,
  zh: async () => (await import("./zh.ts")).searchAllZh,
  en: async () => (await import("./en.ts")).searchAllEn,
  fr: async () => (await import("./fr.ts")).searchAllFr,
  ru: async () => (await import("./ru.ts")).searchAllRu,
  es: async () => (await import("./es.ts")).searchAllEs,
});
