import { loaded } from "../catalogue.ts";
import type { LawTexts } from "./en.ts";

/** The texts of the page of a law. */
export const lawTextsIn = loaded<LawTexts>({
  ar: async () => (await import("./ar.ts")).lawAr,
  zh: async () => (await import("./zh.ts")).lawZh,
  en: async () => (await import("./en.ts")).lawEn,
  fr: async () => (await import("./fr.ts")).lawFr,
  ru: async () => (await import("./ru.ts")).lawRu,
  es: async () => (await import("./es.ts")).lawEs,
});
