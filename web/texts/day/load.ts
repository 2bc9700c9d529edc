import { loaded } from "../catalogue.ts";
import type { DayTexts } from "./en.ts";

/** The texts of a search for the law of a day. */
export const dayTextsIn = loaded<DayTexts>({
  ar: async () => (await import("./ar.ts")).dayAr,
  zh: async () => (await import("./zh.ts")).dayZh,
  en: async () => (await import("./en.ts")).dayEn,
  fr: async () => (await import("./fr.ts")).dayFr,
  ru: async () => (await import("./ru.ts")).dayRu,
  es: async () => (await import("./es.ts")).dayEs,
});
