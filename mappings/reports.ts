import type { IndexedPassage, IndexedReport } from "#domain/indexed-reports.ts";
import type { Language } from "#domain/languages.ts";
import { analysis } from "./analysis.ts";
import { day, englishText, keptObjects, keyword, year } from "./fields.ts";
import type { IndexDefinition } from "./index-definition.ts";
import { text } from "./legislation.ts";

const filters = {
  report: keyword,
  family: keyword,
  type: keyword,
  state: keyword,
  regions: keyword,
  symbols: keyword,
  languages: keyword,
  years: year,
  concepts: keyword,
};

function settings(language: Language) {
  return { number_of_shards: 1, auto_expand_replicas: "0-1", analysis: analysis(language) };
}

/** Documents in one language: totals, facets, operators across the whole document; without a text, their titles alone. */
export function reportsIndex(language: Language): IndexDefinition<IndexedReport> {
  return {
    name: `reports-${language}`,
    settings: settings(language),
    fields: {
      ...filters,
      sortDate: day,
      title: text(language),
      englishTitle: { ...englishText, fields: { exact: { type: "text", analyzer: "exact" } } },
      relatedTo: keyword,
      facts: keptObjects,
      summaries: englishText,
      textSource: keptObjects,
      text: text(language),
    },
    notReturned: ["text"],
  };
}

/** Passages of documents in one language: snippets, anchors. */
export function passagesIndex(language: Language): IndexDefinition<IndexedPassage> {
  return {
    name: `report-passages-${language}`,
    settings: settings(language),
    fields: {
      ...filters,
      symbol: keyword,
      anchor: keyword,
      kind: keyword,
      label: keyword,
      path: text(language),
      text: text(language, true),
      summary: englishText,
      position: { type: "integer" },
    },
  };
}
