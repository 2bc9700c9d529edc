import type { estypes } from "@elastic/elasticsearch";
import type { IndexedLaw, IndexedProvision } from "#domain/indexed-legislation.ts";
import type { Language } from "#domain/languages.ts";
import { analysis } from "./analysis.ts";
import { day, englishText, kept, keptObjects, keyword, year } from "./fields.ts";
import type { IndexDefinition } from "./index-definition.ts";

const filters = {
  law: keyword,
  state: keyword,
  regions: keyword,
  language: keyword,
  type: keyword,
  status: keyword,
  year,
  symbols: keyword,
  heldFrom: day,
  heldUntil: day,
  obligations: keyword,
  weapons: keyword,
  facets: keyword,
  concepts: keyword,
  proposed: keyword,
  citedLaws: keyword,
  citedResolutions: keyword,
};

/** Words for search, `exact` for quotes and prefixes, `characters` for single Han characters. */
export function text(language: Language, pairs = false): estypes.MappingProperty {
  return {
    type: "text",
    analyzer: "words",
    fields: {
      exact: { type: "text", analyzer: "exact" },
      ...(language === "zh" && { characters: { type: "text", analyzer: "characters" } }),
      ...(pairs && language !== "zh" && { pairs: { type: "text", analyzer: "pairs", norms: false } }),
    },
  };
}

function settings(language: Language): estypes.IndicesIndexSettings {
  return {
    number_of_shards: 1,
    auto_expand_replicas: "0-1",
    analysis: analysis(language),
  };
}

/** Laws of one language: totals, facets, operators across the whole law. */
export function instrumentsIndex(language: Language): IndexDefinition<IndexedLaw> {
  return {
    name: `instruments-${language}`,
    settings: settings(language),
    fields: {
      ...filters,
      languages: keyword,
      title: titleField(language),
      englishTitle: {
        ...englishText,
        fields: { exact: { type: "text", analyzer: "exact" } },
      },
      number: keyword,
      citation: keyword,
      statusNote: kept,
      statusLaws: kept,
      adopted: kept,
      inForce: kept,
      repealed: kept,
      url: kept,
      textStatus: keyword,
      licence: kept,
      sourceName: keyword,
      sourcePath: keyword,
      versionOf: keyword,
      summaries: englishText,
      orphanCodings: keptObjects,
      text: text(language),
    },
    notReturned: ["text"],
  };
}

function titleField(language: Language): estypes.MappingProperty {
  const field = text(language) as estypes.MappingTextProperty;
  return {
    ...field,
    fields: { ...field.fields, sort: { type: "keyword", normalizer: "sortable", ignore_above: 512 } },
  };
}

/** Provisions of one language: passages, snippets, anchors. */
export function provisionsIndex(language: Language): IndexDefinition<IndexedProvision> {
  return {
    name: `provisions-${language}`,
    settings: settings(language),
    fields: {
      ...filters,
      lawTitle: text(language),
      sourcePath: keyword,
      anchor: keyword,
      kind: keyword,
      label: keyword,
      heading: text(language),
      path: text(language),
      text: text(language, true),
      summary: englishText,
      codes: keyword,
      codings: keptObjects,
      position: { type: "integer" },
      citedProvisions: keyword,
    },
  };
}
