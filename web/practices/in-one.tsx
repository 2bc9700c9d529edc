import { languages, type Language } from "#domain/languages.ts";
import type { Texts } from "#domain/effective-practices.ts";
import { useInterface } from "../interface.tsx";
import { Foreign } from "../ui/foreign.tsx";

/** A text in the language of the pages or, where there is none, in English or the first language there is. */
export function InOne({ texts }: { texts: Texts }) {
  const { language } = useInterface();
  const chosen = chosenLanguage(texts, language);
  return chosen === undefined ? null : <Foreign language={chosen}>{texts[chosen]}</Foreign>;
}

export function chosenLanguage(texts: Texts, language: Language): Language | undefined {
  return [language, "en" as const, ...languages].find((one) => texts[one] !== undefined);
}
