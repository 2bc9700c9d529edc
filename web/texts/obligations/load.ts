import { loaded } from "../catalogue.ts";
import type { ObligationTexts } from "./en.ts";

/** The texts of the pages of the obligations and of States side by side. */
export const obligationTextsIn = loaded<ObligationTexts>({
  ar: async () => (await import("./ar.ts")).obligationsAr,
  zh: async () => (await import("./zh.ts")).obligationsZh,
  en: async () => (await import("./en.ts")).obligationsEn,
  fr: async () => (await import("./fr.ts")).obligationsFr,
  ru: async () => (await import("./ru.ts")).obligationsRu,
  es: async () => (await import("./es.ts")).obligationsEs,
});
