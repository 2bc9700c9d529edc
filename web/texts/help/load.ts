import { loaded } from "../catalogue.ts";
import type { HelpTexts } from "./en.ts";

/** The texts of the help and the glossary. */
export const helpTextsIn = loaded<HelpTexts>({
  ar: async () => (await import("./ar.ts")).helpAr,
  zh: async () => (await import("./zh.ts")).helpZh,
  en: async () => (await import("./en.ts")).helpEn,
  fr: async () => (await import("./fr.ts")).helpFr,
  ru: async () => (await import("./ru.ts")).helpRu,
  es: async () => (await import("./es.ts")).helpEs,
});
