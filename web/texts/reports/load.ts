import { loaded } from "../catalogue.ts";
import type { ReportTexts } from "./en.ts";

/** The texts of the pages of documents. */
export const reportTextsIn = loaded<ReportTexts>({
  ar: async () => (await import("./ar.ts")).reportsAr,
  zh: async () => (await import("./zh.ts")).reportsZh,
  en: async () => (await import("./en.ts")).reportsEn,
  fr: async () => (await import("./fr.ts")).reportsFr,
  ru: async () => (await import("./ru.ts")).reportsRu,
  es: async () => (await import("./es.ts")).reportsEs,
});
