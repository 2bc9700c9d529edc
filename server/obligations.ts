import { disclaimer } from "#domain/disclaimer.ts";
import type { Language } from "#domain/languages.ts";
import type { ObligationsAnswer } from "#domain/obligations.ts";
import { obligations } from "#data/obligations.ts";

/** The taxonomy with its labels in a language. */
export function listObligations(language: Language): ObligationsAnswer {
  return {
    items: [...obligations.values()].map((obligation) => ({ ...obligation, label: obligation.labels[language] })),
    meta: { source: "Drafted taxonomy of this project: data/README.md", disclaimer },
  };
}
