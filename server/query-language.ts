import { eld } from "eld/medium";
import { isLanguage, type Language } from "#domain/languages.ts";

/** The language words were probably typed in: by script, and for Latin letters by their look; undefined where that does not tell. */
export function queryLanguage(typed: string): Language | undefined {
  if (/\p{Script=Han}/u.test(typed)) return "zh";
  if (/\p{Script=Arabic}/u.test(typed)) return "ar";
  if (/\p{Script=Cyrillic}/u.test(typed)) return "ru";
  const [first, second] = Object.entries(eld.detect(typed).getScores()).toSorted(([, a], [, b]) => b - a);
  if (first === undefined || !isLanguage(first[0])) return undefined;
  return second === undefined || first[1] - second[1] >= clearLead ? first[0] : undefined;
}

eld.setLanguageSubset(["en", "fr", "es"]);

/** "licence" scores .784 in English and .782 in French: that tells nothing. "armas químicas" leads by more than .1. */
const clearLead = 0.04;
