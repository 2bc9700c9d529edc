import { languages, type Language } from "#domain/languages.ts";
import { useInterface } from "../interface.tsx";
import { Foreign } from "./foreign.tsx";

/** A text in the language of the pages, else in English, else in whatever language there is, set apart as such. */
export function InOwnLanguage({ texts, otherwise }: { texts: Partial<Record<Language, string>>; otherwise: string }) {
  const { language } = useInterface();
  const known = [language, "en" as const, ...languages].find((code) => texts[code] !== undefined);
  return known === undefined ? <bdi>{otherwise}</bdi> : <Foreign language={known}>{texts[known]}</Foreign>;
}
