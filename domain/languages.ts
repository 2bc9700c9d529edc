import * as z from "zod/mini";

/** The six official languages of the United Nations, by ISO 639-1 code, in the order of the Charter's alphabet here: ar, zh, en, fr, ru, es. */
export const languages = ["ar", "zh", "en", "fr", "ru", "es"] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

export function isRightToLeft(language: Language): boolean {
  return language === "ar";
}

/** A text in each of the six languages. */
export const Multilingual = z.object({
  ar: z.string(),
  zh: z.string(),
  en: z.string(),
  fr: z.string(),
  ru: z.string(),
  es: z.string(),
});
export type Multilingual = z.infer<typeof Multilingual>;

export function isLanguage(code: string): code is Language {
  return (languages as readonly string[]).includes(code);
}
