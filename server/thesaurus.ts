import { disclaimer } from "#domain/disclaimer.ts";
import type { Language } from "#domain/languages.ts";
import type { ThesaurusAnswer } from "#domain/thesaurus.ts";
import { concepts } from "#data/thesaurus.ts";

/** The thesaurus with its concepts named in a language. */
export function listConcepts(language: Language): ThesaurusAnswer {
  return {
    items: [...concepts.values()].map((concept) => ({ ...concept, label: concept.labels[language] })),
    meta: { source: "Thesaurus of this project: data/README.md", disclaimer },
  };
}
