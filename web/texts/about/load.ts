import { loaded } from "../catalogue.ts";
import type { AboutTexts } from "./en.ts";

/** The texts of the page about the Compendium. */
export const aboutIn = loaded<AboutTexts>({
  ar: async () => (await import("./ar.ts")).aboutAr,
  zh: async () => (await import("./zh.ts")).aboutZh,
  en: async () => (await import("./en.ts")).aboutEn,
  fr: async () => (await import("./fr.ts")).aboutFr,
  ru: async () => (await import("./ru.ts")).aboutRu,
  es: async () => (await import("./es.ts")).aboutEs,
});
