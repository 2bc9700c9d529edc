import type { estypes } from "@elastic/elasticsearch";
import type { IndexedPractice } from "#domain/indexed-practice.ts";
import { languages, type Language } from "#domain/languages.ts";
import { analysisOfEveryLanguage } from "./analysis.ts";
import { keptObjects, keyword } from "./fields.ts";
import type { IndexDefinition } from "./index-definition.ts";

/** Effective practices, each once, with its texts in every language there is. Only shared ones are ever sent here. */
export const effectivePracticesIndex: IndexDefinition<IndexedPractice> = {
  name: "effective-practices",
  settings: { number_of_shards: 1, auto_expand_replicas: "0-1", analysis: analysisOfEveryLanguage() },
  fields: {
    id: keyword,
    kind: keyword,
    category: keyword,
    obligations: keyword,
    codes: keyword,
    weapons: keyword,
    contributors: keyword,
    regions: keyword,
    languages: keyword,
    checked: keyword,
    concepts: keyword,
    date: keyword,
    titles: inEachLanguage(),
    summaries: inEachLanguage(),
    texts: inEachLanguage(),
    practice: keptObjects,
  },
};

function inEachLanguage(): estypes.MappingProperty {
  return { properties: Object.fromEntries(languages.map((language) => [language, text(language)])) };
}

function text(language: Language): estypes.MappingProperty {
  return {
    type: "text",
    analyzer: `words_${language}`,
    fields: {
      exact: { type: "text", analyzer: `exact_${language}` },
      ...(language === "zh" && { characters: { type: "text", analyzer: "characters_zh" } }),
    },
  };
}
