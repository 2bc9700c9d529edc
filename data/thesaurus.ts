import * as z from "zod/mini";
import { Language, languages } from "#domain/languages.ts";
import { Weapon } from "#domain/codings.ts";
import type { Concept } from "#domain/thesaurus.ts";
import { readTable } from "./table.ts";

const ConceptRow = z.object({
  id: z.string(),
  obligations: z.optional(z.string()),
  weapons: z.optional(z.string()),
  expand: z.enum(["yes", "no"]),
});

const TermRow = z.object({
  concept: z.string(),
  language: Language,
  term: z.string(),
  rank: z.enum(["preferred", "other"]),
});

const AskedRow = z.object({ concept: z.string(), language: Language, word: z.string() });

/** The thesaurus, by the id of the concept. */
export const concepts: ReadonlyMap<string, Concept> = new Map(readConcepts().map((concept) => [concept.id, concept]));

function readConcepts(): Concept[] {
  const rows = new Map<string, z.infer<typeof TermRow>[]>();
  for (const row of readTable("thesaurus.csv", TermRow)) rows.set(row.concept, [...(rows.get(row.concept) ?? []), row]);
  const asked = readTable("asked-words.csv", AskedRow);
  return readTable("concepts.csv", ConceptRow).map(({ id, obligations, weapons, expand }) => {
    const inLanguage = (language: Language): string[] =>
      (rows.get(id) ?? [])
        .filter((row) => row.language === language)
        .toSorted((a, b) => Number(b.rank === "preferred") - Number(a.rank === "preferred"))
        .map(({ term }) => term);
    const byLanguage = (listOf: (language: Language) => string[]) =>
      Object.fromEntries(languages.map((language) => [language, listOf(language)])) as Concept["terms"];
    const terms = byLanguage(inLanguage);
    return {
      id,
      labels: Object.fromEntries(languages.map((language) => [language, terms[language][0]])) as Concept["labels"],
      terms,
      asked: byLanguage((language) =>
        asked.filter((row) => row.concept === id && row.language === language).map(({ word }) => word),
      ),
      obligations: obligations?.split(" ") ?? [],
      weapons: z.parse(z.array(Weapon), weapons?.split(" ") ?? []),
      expand: expand === "yes",
    };
  });
}
