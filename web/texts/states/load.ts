import { loaded } from "../catalogue.ts";
import type { StateTexts } from "./en.ts";

/** The texts of the pages of States and regions. */
export const stateTextsIn = loaded<StateTexts>({
  ar: async () => (await import("./ar.ts")).statesAr,
  zh: async () => (await import("./zh.ts")).statesZh,
  en: async () => (await import("./en.ts")).statesEn,
  fr: async () => (await import("./fr.ts")).statesFr,
  ru: async () => (await import("./ru.ts")).statesRu,
  es: async () => (await import("./es.ts")).statesEs,
});
