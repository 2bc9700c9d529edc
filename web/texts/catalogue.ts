import type { Language } from "#domain/languages.ts";
import type { Texts } from "./en.ts";

/** The texts that every page needs; those of one area are loaded by `load.ts` in its folder, which the first page does without. */
export const catalogueIn = loaded<Texts>({
  ar: async () => (await import("./ar.ts")).ar,
  zh: async () => (await import("./zh.ts")).zh,
  en: async () => (await import("./en.ts")).en,
  fr: async () => (await import("./fr.ts")).fr,
  ru: async () => (await import("./ru.ts")).ru,
  es: async () => (await import("./es.ts")).es,
});

/**
 * Texts in a language: loaded when first asked for, and the same promise each time, as React's `use` needs. Once they are
 * there the promise says so, where React looks, so that who asked early need not wait for them again.
 */
export function loaded<Area>(load: Record<Language, () => Promise<Area>>): (language: Language) => Promise<Area> {
  const texts = new Map<Language, Promise<Area>>();
  return (language) => {
    const known = texts.get(language);
    if (known !== undefined) return known;
    const asked = load[language]();
    asked.then(
      (value) => Object.assign(asked, { status: "fulfilled", value }),
      () => undefined,
    );
    texts.set(language, asked);
    return asked;
  };
}
