import { loaded } from "../catalogue.ts";
import type { PracticeTexts } from "./en.ts";

/** The texts of the pages of effective practices. */
export const practiceTextsIn = loaded<PracticeTexts>({
  ar: async () => (await import("./ar.ts")).practicesAr,
  zh: async () => (await import("./zh.ts")).practicesZh,
  en: async () => (await import("./en.ts")).practicesEn,
  fr: async () => (await import("./fr.ts")).practicesFr,
  ru: async () => (await import("./ru.ts")).practicesRu,
  es: async () => (await import("./es.ts")).practicesEs,
});
