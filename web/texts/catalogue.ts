import type { Language } from "#domain/languages.ts";
import type { Texts } from "./en.ts";

/** The texts that every page needs, in one language; the others are in catalogues.ts, which the first page does without. */
export function catalogueIn(language: Language): Promise<Texts> {
  return kept(catalogues, language, loadCatalogue[language]);
}

/** What is loaded when first asked for; the same promise each time, as React's `use` needs. */
export function kept<Loaded>(
  store: Map<Language, Promise<Loaded>>,
  language: Language,
  load: () => Promise<Loaded>,
): Promise<Loaded> {
  const loaded = store.get(language) ?? load();
  store.set(language, loaded);
  return loaded;
}

const catalogues = new Map<Language, Promise<Texts>>();

const loadCatalogue: Record<Language, () => Promise<Texts>> = {
  ar: async () => (await import("./ar.ts")).ar,
  zh: async () => (await import("./zh.ts")).zh,
  en: async () => (await import("./en.ts")).en,
  fr: async () => (await import("./fr.ts")).fr,
  ru: async () => (await import("./ru.ts")).ru,
  es: async () => (await import("./es.ts")).es,
};
