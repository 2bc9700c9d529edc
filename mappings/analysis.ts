import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { estypes } from "@elastic/elasticsearch";
import { parse } from "csv-parse/sync";
import { languages, type Language } from "#domain/languages.ts";

/**
 * The analysis of one language, the same names in every index: `words` (stemmed), `exact` (as written, for
 * quotes, prefixes and typing), `pairs` (neighbouring stems, for long questions), `characters` (single Han
 * characters) and `english` (our own summaries, in whatever index they stand). Only names and parameters of
 * the stock distribution.
 */
export function analysis(language: Language): estypes.IndicesIndexSettingsAnalysis {
  const { charFilters, normalizing, stopWords, folding, stemming, custom } = byLanguage[language];
  const pairable = language !== "zh";
  return {
    ...custom,
    filter: {
      ...custom?.filter,
      english_possessive: { type: "stemmer", language: "possessive_english" },
      english_stop: { type: "stop", stopwords: "_english_" },
      english_stem: { type: "stemmer", language: "english" },
      pairs: { type: "shingle", min_shingle_size: 2, max_shingle_size: 2, output_unigrams: false },
    },
    analyzer: {
      words: {
        type: "custom",
        tokenizer: "standard",
        char_filter: charFilters,
        filter: [...normalizing, ...stopWords, ...folding, ...stemming],
      },
      exact: {
        type: "custom",
        tokenizer: "standard",
        char_filter: charFilters,
        filter: [...normalizing, ...folding, ...(pairable ? [] : stemming)],
      },
      // Stop words stay in pairs: "means of delivery" and "means delivery" are different pairs (relevance.md, word pairs).
      ...(pairable && {
        pairs: {
          type: "custom",
          tokenizer: "standard",
          char_filter: charFilters,
          filter: [...normalizing, ...folding, ...stemming, "pairs"],
        },
      }),
      characters: {
        type: "custom",
        tokenizer: "standard",
        char_filter: charFilters,
        filter: ["cjk_width", "lowercase"],
      },
      english: {
        type: "custom",
        tokenizer: "standard",
        filter: ["english_possessive", "lowercase", "english_stop", "english_stem", "asciifolding"],
      },
    },
    normalizer: { sortable: { type: "custom", filter: ["lowercase", "asciifolding"] } },
  } as estypes.IndicesIndexSettingsAnalysis;
}

/**
 * The analyses of all six languages side by side, for records with texts in several: `words` of French is `words_fr`,
 * and so is every name of ours.
 */
export function analysisOfEveryLanguage(): estypes.IndicesIndexSettingsAnalysis {
  const all = languages.map((language) => analysisNamedFor(language));
  return {
    filter: Object.assign({}, ...all.map(({ filter }) => filter)),
    char_filter: Object.assign({}, ...all.map(({ char_filter }) => char_filter)),
    analyzer: Object.assign({}, ...all.map(({ analyzer }) => analyzer)),
  };
}

function analysisNamedFor(language: Language) {
  const {
    filter = {},
    char_filter = {},
    analyzer = {},
  } = analysis(language) as {
    filter?: Record<string, object>;
    char_filter?: Record<string, object>;
    analyzer?: Record<string, { filter: string[]; char_filter?: string[] }>;
  };
  const named = (parts: Record<string, object>) =>
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [`${name}_${language}`, part]));
  const renamed = (own: object) => (name: string) => (name in own ? `${name}_${language}` : name);
  return {
    filter: named(filter),
    char_filter: named(char_filter),
    analyzer: named(
      Object.fromEntries(
        Object.entries(analyzer).map(([name, part]) => [
          name,
          {
            ...part,
            filter: part.filter.map(renamed(filter)),
            ...(part.char_filter && { char_filter: part.char_filter.map(renamed(char_filter)) }),
          },
        ]),
      ),
    ),
  };
}

/** Characters of Traditional Chinese, and for each the Simplified one. */
export const simplified: ReadonlyMap<string, string> = new Map(
  parse<{ traditional: string; simplified: string }>(
    readFileSync(join(import.meta.dirname, "../data/traditional-simplified.csv")),
    { columns: true, bom: true },
  ).map((pair) => [pair.traditional, pair.simplified]),
);

interface LanguageAnalysis {
  charFilters: string[];
  /** What makes different spellings of one form equal and leaves the stop words recognisable. */
  normalizing: string[];
  stopWords: string[];
  /** Accents: folded before the stemmer, so that "quimicas" and "químicas" have one stem. */
  folding: string[];
  /** What makes different forms of one word equal; for Chinese, bigrams. */
  stemming: string[];
  custom?: { filter?: Record<string, unknown>; char_filter?: Record<string, unknown> };
}

const byLanguage: Record<Language, LanguageAnalysis> = {
  ar: {
    charFilters: [],
    // As in the stock analyzer, stop words go before normalization, which would change their letters.
    normalizing: ["lowercase", "decimal_digit"],
    stopWords: ["stop_words"],
    folding: ["arabic_normalization"],
    stemming: ["stems"],
    custom: {
      filter: { stop_words: { type: "stop", stopwords: "_arabic_" }, stems: { type: "stemmer", language: "arabic" } },
    },
  },
  zh: {
    charFilters: ["simplified"],
    normalizing: ["cjk_width", "lowercase"],
    stopWords: [],
    folding: [],
    stemming: ["cjk_bigram"],
    custom: {
      char_filter: {
        // In the analyzer, so that a text in Traditional characters is shown as it is written.
        simplified: { type: "mapping", mappings: [...simplified].map(([from, to]) => `${from} => ${to}`) },
      },
    },
  },
  en: {
    // trans-shipment, transshipment, transhipment: one word in three spellings of the treaties and laws.
    charFilters: ["transhipment"],
    normalizing: ["lowercase"],
    stopWords: ["english_stop"],
    folding: ["asciifolding"],
    stemming: ["english_possessive", "transition", "english_stem"],
    custom: {
      filter: {
        // The stemmer makes "transit" of both; only one of them concerns goods.
        transition: { type: "stemmer_override", rules: ["transition, transitions, transitional => transition"] },
      },
      char_filter: {
        transhipment: { type: "pattern_replace", pattern: "(?i)\\btrans-?s?hip", replacement: "tranship" },
      },
    },
  },
  fr: {
    charFilters: [],
    normalizing: ["elided", "lowercase"],
    stopWords: ["stop_words"],
    folding: ["asciifolding"],
    stemming: ["stems"],
    custom: {
      filter: {
        elided: {
          type: "elision",
          articles_case: true,
          articles: ["l", "m", "t", "qu", "n", "s", "j", "d", "c", "jusqu", "quoiqu", "lorsqu", "puisqu"],
        },
        stop_words: { type: "stop", stopwords: "_french_" },
        stems: { type: "stemmer", language: "light_french" },
      },
    },
  },
  ru: {
    charFilters: ["yo"],
    normalizing: ["lowercase"],
    stopWords: ["stop_words"],
    folding: [],
    stemming: ["stems"],
    custom: {
      char_filter: { yo: { type: "mapping", mappings: ["ё => е", "Ё => Е"] } },
      filter: { stop_words: { type: "stop", stopwords: "_russian_" }, stems: { type: "stemmer", language: "russian" } },
    },
  },
  es: {
    charFilters: [],
    normalizing: ["lowercase"],
    stopWords: ["stop_words"],
    folding: ["asciifolding"],
    stemming: ["stems"],
    custom: {
      filter: {
        stop_words: { type: "stop", stopwords: "_spanish_" },
        stems: { type: "stemmer", language: "light_spanish" },
      },
    },
  },
};
