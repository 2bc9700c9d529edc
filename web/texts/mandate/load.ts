import { loaded } from "../catalogue.ts";
import type { MandateTexts } from "./en.ts";

/** The texts of the page of the programme of work. */
export const mandateTextsIn = loaded<MandateTexts>({
  ar: async () => (await import("./ar.ts")).mandateAr,
  zh: async () => (await import("./zh.ts")).mandateZh,
  en: async () => (await import("./en.ts")).mandateEn,
  fr: async () => (await import("./fr.ts")).mandateFr,
  ru: async () => (await import("./ru.ts")).mandateRu,
  es: async () => (await import("./es.ts")).mandateEs,
});
