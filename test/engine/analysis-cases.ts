import type { estypes } from "@elastic/elasticsearch";

type Component<Definition> = string | Definition;

/** What an analyzer, or a normalizer, made of these parts does to a text. Every name the plugin registers is in one of these. */
export interface AnalysisCase {
  claim: string;
  /** A whole analyzer; without it, one is made of the parts below. */
  analyzer?: estypes.AnalysisAnalyzer;
  isNormalizer?: true;
  charFilters?: Component<estypes.AnalysisCharFilterDefinition>[];
  tokenizer?: Component<estypes.AnalysisTokenizerDefinition>;
  filters?: Component<estypes.AnalysisTokenFilterDefinition>[];
  text: string;
  /** With `/` between tokens; those after the first at one position are joined by `+`. */
  tokens: string;
}

export const analysisCases: AnalysisCase[] = [
  // Analyzers
  {
    claim: "arabic: drops stop words, the article and endings, and takes Western digits",
    analyzer: { type: "arabic" },
    text: "يجب على المصدرين تقديم التراخيص في ٣٠ يوماً",
    tokens: "يجب/مصدر/تقديم/تراخيص/30/يوما",
  },
  {
    claim: "arabic: stopwords and stem_exclusion",
    analyzer: { type: "arabic", stopwords: ["يجب"], stem_exclusion: ["المواد"] },
    text: "يجب تصدير المواد",
    tokens: "تصدير/المواد",
  },
  {
    claim: "cjk: bigrams of Chinese, whole words of Latin, full width folded",
    analyzer: { type: "cjk" },
    text: "实物保护和ＮＰＴ第12条",
    tokens: "实物/物保/保护/护和/npt/第/12/条",
  },
  {
    claim: "cjk: stopwords",
    analyzer: { type: "cjk", stopwords: ["实物"] },
    text: "实物保护",
    tokens: "物保/保护",
  },
  {
    claim: "english: stems and drops possessives",
    analyzer: { type: "english" },
    text: "The exporter's licences shall be granted",
    tokens: "export/licenc/shall/grant",
  },
  {
    claim: "english: stopwords from a named set",
    analyzer: { type: "english", stopwords: "_none_" },
    text: "The transfer of arms",
    tokens: "the/transfer/of/arm",
  },
  {
    claim: "english: stem_exclusion",
    analyzer: { type: "english", stem_exclusion: ["licences"] },
    text: "licences granted",
    tokens: "licences/grant",
  },
  {
    claim: "french: cuts elided articles and stems lightly",
    analyzer: { type: "french" },
    text: "L'exportation d'armes chimiques est interdite",
    tokens: "export/arme/chimiqu/est/interdit",
  },
  {
    claim: "french: stem_exclusion",
    analyzer: { type: "french", stem_exclusion: ["armes"] },
    text: "les armes chimiques",
    tokens: "armes/chimiqu",
  },
  {
    claim: "russian: stems by case and number",
    analyzer: { type: "russian" },
    text: "Контроль за экспортом ядерных материалов",
    tokens: "контрол/экспорт/ядерн/материал",
  },
  {
    claim: "russian: stopwords",
    analyzer: { type: "russian", stopwords: ["контроль"] },
    text: "Контроль за экспортом",
    tokens: "за/экспорт",
  },
  {
    claim: "spanish: stems lightly",
    analyzer: { type: "spanish" },
    text: "Las autoridades competentes y los materiales químicos",
    tokens: "autoridad/competent/material/quimic",
  },

  // Filters that change characters
  { claim: "asciifolding", filters: ["asciifolding"], text: "Éxportação", tokens: "Exportacao" },
  {
    claim: "asciifolding: preserve_original",
    filters: [{ type: "asciifolding", preserve_original: true }],
    text: "químico",
    tokens: "quimico+químico",
  },
  { claim: "arabic_normalization", filters: ["arabic_normalization"], text: "إدارة الأسلحة", tokens: "اداره/الاسلحه" },
  { claim: "persian_normalization", filters: ["persian_normalization"], text: "گازی کیف", tokens: "گازي/كيف" },
  { claim: "cjk_width", filters: ["cjk_width"], text: "ＮＰＴ ｶﾞｽ", tokens: "NPT/ガス" },
  { claim: "decimal_digit", filters: ["decimal_digit"], text: "٢٠٠٤ ۱۵۴۰", tokens: "2004/1540" },
  { claim: "trim", tokenizer: "keyword", filters: ["trim"], text: "  arms ", tokens: "arms" },
  { claim: "uppercase", filters: ["uppercase"], text: "npt ядро", tokens: "NPT/ЯДРО" },
  { claim: "lowercase", filters: ["lowercase"], text: "NPT ЯДРО", tokens: "npt/ядро" },
  {
    claim: "lowercase: language turkish",
    filters: [{ type: "lowercase", language: "turkish" }],
    text: "IĞDIR İZMİR",
    tokens: "ığdır/izmir",
  },
  {
    claim: "lowercase: language greek",
    filters: [{ type: "lowercase", language: "greek" }],
    text: "ΆΡΗΣ",
    tokens: "αρησ",
  },
  {
    claim: "lowercase: language irish",
    filters: [{ type: "lowercase", language: "irish" }],
    text: "nAthair",
    tokens: "n-athair",
  },
  {
    claim: "elision: French articles by its bare name",
    filters: ["elision"],
    text: "l'arme qu'elle d’État",
    tokens: "arme/elle/État",
  },
  {
    claim: "elision: articles",
    filters: [{ type: "elision", articles: ["l"], articles_case: true }],
    text: "l'arme L'arme d'arme",
    tokens: "arme/arme/d'arme",
  },
  {
    claim: "pattern_replace: pattern and replacement",
    filters: [{ type: "pattern_replace", pattern: "(\\d)-(\\d)", replacement: "$1.$2" }],
    tokenizer: "whitespace",
    text: "1-2 3-4-5",
    tokens: "1.2/3.4-5",
  },
  {
    claim: "pattern_replace: all false, flags",
    filters: [{ type: "pattern_replace", pattern: "A", replacement: "x", all: false, flags: "CASE_INSENSITIVE" }],
    text: "aardvark",
    tokens: "xardvark",
  },

  // Stop words: the filter is in Elasticsearch itself, the named sets come with Lucene
  {
    claim: "stop: _arabic_",
    filters: [{ type: "stop", stopwords: "_arabic_" }],
    text: "تصدير من سلاح",
    tokens: "تصدير/سلاح",
  },
  {
    claim: "stop: _english_",
    filters: [{ type: "stop", stopwords: "_english_" }],
    text: "transfer of arms",
    tokens: "transfer/arms",
  },
  {
    claim: "stop: _french_",
    filters: [{ type: "stop", stopwords: "_french_" }],
    text: "transfert des armes",
    tokens: "transfert/armes",
  },
  {
    claim: "stop: _russian_",
    filters: [{ type: "stop", stopwords: "_russian_" }],
    text: "контроль за экспортом",
    tokens: "контроль/экспортом",
  },
  {
    claim: "stop: _spanish_",
    filters: [{ type: "stop", stopwords: "_spanish_" }],
    text: "control de las armas",
    tokens: "control/armas",
  },
  {
    claim: "shingle",
    filters: [{ type: "shingle", output_unigrams: false }],
    text: "weapons of war",
    tokens: "weapons of/of war",
  },

  // Stems
  { claim: "arabic_stem", filters: ["arabic_stem"], text: "والأسلحة المواد", tokens: "أسلح/مواد" },
  { claim: "french_stem", filters: ["french_stem"], text: "exportations chimiques", tokens: "export/chimiqu" },
  { claim: "russian_stem", filters: ["russian_stem"], text: "материалов ядерных", tokens: "материал/ядерн" },
  { claim: "porter_stem", filters: ["porter_stem"], text: "exporting authorities", tokens: "export/author" },
  { claim: "kstem", filters: ["kstem"], text: "exporting authorities", tokens: "export/authority" },
  ...Object.entries({
    arabic: ["المواد", "مواد"],
    english: ["authorities", "author"],
    porter: ["authorities", "author"],
    porter2: ["generously", "generous"],
    light_english: ["authorities", "authority"],
    kstem: ["authorities", "authority"],
    minimal_english: ["authorities", "authority"],
    possessive_english: ["exporter's", "exporter"],
    french: ["exportations", "export"],
    light_french: ["exportations", "export"],
    minimal_french: ["exportations", "exportation"],
    spanish: ["exportaciones", "export"],
    light_spanish: ["exportaciones", "exportacion"],
    spanish_plural: ["exportaciones", "exportacion"],
    russian: ["материалами", "материал"],
    light_russian: ["материалами", "материал"],
  }).map(([language, [text = "", tokens = ""]]): AnalysisCase => ({
    claim: `stemmer: ${language}`,
    filters: [{ type: "stemmer", language }],
    text,
    tokens,
  })),
  { claim: "stemmer: English by its bare name", filters: ["stemmer"], text: "exporting", tokens: "export" },
  {
    claim: "keyword_marker: keywords and ignore_case",
    filters: [{ type: "keyword_marker", keywords: ["Licences"], ignore_case: true }, "porter_stem"],
    text: "licences granted",
    tokens: "licences/grant",
  },
  {
    claim: "keyword_marker: keywords_pattern",
    filters: [{ type: "keyword_marker", keywords_pattern: "lic.*" }, "porter_stem"],
    text: "licences granted",
    tokens: "licences/grant",
  },
  {
    claim: "stemmer_override: rules",
    filters: [{ type: "stemmer_override", rules: ["licences, licenses => licence", "arms => arms"] }, "porter_stem"],
    text: "licences licenses arms exports",
    tokens: "licence/licence/arms/export",
  },
  {
    claim: "keyword_repeat and remove_duplicates",
    filters: ["keyword_repeat", "porter_stem", "remove_duplicates"],
    text: "exports arm",
    tokens: "exports+export/arm",
  },

  // Other tokens than those that came in
  { claim: "cjk_bigram", filters: ["cjk_bigram"], text: "两用物项", tokens: "两用/用物/物项" },
  {
    claim: "cjk_bigram: output_unigrams",
    filters: [{ type: "cjk_bigram", output_unigrams: true }],
    text: "两用物",
    tokens: "两+两用/用+用物/物",
  },
  {
    claim: "cjk_bigram: ignored_scripts",
    filters: [{ type: "cjk_bigram", ignored_scripts: ["han"] }],
    text: "两用かな",
    tokens: "两/用/かな",
  },
  { claim: "edge_ngram: one character by its bare name", filters: ["edge_ngram"], text: "arms", tokens: "a" },
  { claim: "ngram: one and two by its bare name", filters: ["ngram"], text: "arm", tokens: "a+ar+r+rm+m" },
  {
    claim: "edge_ngram: min_gram, max_gram, preserve_original",
    filters: [{ type: "edge_ngram", min_gram: 2, max_gram: 3, preserve_original: true }],
    text: "arms",
    tokens: "ar+arm+arms",
  },
  {
    claim: "edge_ngram: side back",
    filters: [{ type: "edge_ngram", min_gram: 2, max_gram: 3, side: "back" }],
    text: "arms",
    tokens: "ms+rms",
  },
  { claim: "ngram", filters: [{ type: "ngram", min_gram: 2, max_gram: 3 }], text: "arms", tokens: "ar+arm+rm+rms+ms" },
  {
    claim: "ngram: preserve_original",
    filters: [{ type: "ngram", min_gram: 2, max_gram: 2, preserve_original: true }],
    text: "arm",
    tokens: "ar+rm+arm",
  },
  {
    claim: "synonym_graph: equal words and words of several, read through the filters before it",
    filters: ["lowercase", { type: "synonym_graph", synonyms: ["Chemical weapon, CW", "WMD => mass destruction"] }],
    text: "CW and wmd",
    tokens: "chemical+cw/weapon/and/mass/destruction",
  },
  {
    claim: "synonym_graph: expand false keeps the first",
    filters: [{ type: "synonym_graph", synonyms: ["licence, permit, authorisation"], expand: false }],
    text: "permit",
    tokens: "licence",
  },
  {
    claim: "synonym_graph: lenient leaves out a rule of stop words only",
    filters: ["stop", { type: "synonym_graph", synonyms: ["the, a", "arms, weapons"], lenient: true }],
    text: "arms",
    tokens: "weapons+arms",
  },
  {
    claim: "synonym_graph: format wordnet",
    filters: [
      {
        type: "synonym_graph",
        format: "wordnet",
        synonyms: ["s(100000001,1,'permit',n,1,0).", "s(100000001,2,'licence',n,1,0)."],
      },
    ],
    text: "permit",
    tokens: "licence+permit",
  },
  {
    claim: "synonym_graph: updateable, for search only",
    filters: [{ type: "synonym_graph", synonyms: ["arms, weapons"], updateable: true }],
    text: "arms",
    tokens: "weapons+arms",
  },

  // Fewer tokens, or shorter ones
  { claim: "length: any by its bare name", filters: ["length"], text: "an arm", tokens: "an/arm" },
  { claim: "length", filters: [{ type: "length", min: 3, max: 5 }], text: "an arms licence", tokens: "arms" },
  { claim: "limit: one by its bare name", filters: ["limit"], text: "one two three", tokens: "one" },
  {
    claim: "limit: max_token_count and consume_all_tokens",
    filters: [{ type: "limit", max_token_count: 2, consume_all_tokens: true }],
    text: "one two three",
    tokens: "one/two",
  },
  { claim: "truncate: ten by its bare name", filters: ["truncate"], text: "nonproliferation", tokens: "nonprolife" },
  { claim: "truncate: length", filters: [{ type: "truncate", length: 3 }], text: "weapons", tokens: "wea" },
  { claim: "unique", filters: ["unique"], text: "arms and arms", tokens: "arms/and" },
  {
    claim: "unique: only_on_same_position",
    filters: ["keyword_repeat", { type: "unique", only_on_same_position: true }],
    text: "arms and arms",
    tokens: "arms/and/arms",
  },
  { claim: "reverse", filters: ["reverse"], text: "arms", tokens: "smra" },

  // Character filters
  {
    claim: "html_strip",
    charFilters: ["html_strip"],
    text: "<p>dual&nbsp;use <b>goods</b></p>",
    tokens: "dual/use/goods",
  },
  {
    claim: "html_strip: escaped_tags",
    charFilters: [{ type: "html_strip", escaped_tags: ["b"] }],
    tokenizer: "whitespace",
    text: "<i>dual</i> <b>use</b>",
    tokens: "dual/<b>use<|b>",
  },
  {
    claim: "mapping: ё to е, and escapes",
    charFilters: [{ type: "mapping", mappings: ["ё => е", "Ё => Е", "\\u2011 => -", "§ => section\\u0020"] }],
    tokenizer: "whitespace",
    text: "учёт Ёмкость dual‑use §5",
    tokens: "учет/Емкость/dual-use/section/5",
  },
  {
    claim: "mapping: to nothing",
    charFilters: [{ type: "mapping", mappings: ["ـ =>"] }],
    text: "ســلاح",
    tokens: "سلاح",
  },
  {
    claim: "pattern_replace as a character filter: flags",
    charFilters: [
      { type: "pattern_replace", pattern: "ART\\.\\s*(\\d+)", replacement: "article$1", flags: "CASE_INSENSITIVE" },
    ],
    text: "see art. 12",
    tokens: "see/article12",
  },

  // Tokenizers
  { claim: "keyword", tokenizer: "keyword", text: "S/RES/1540 (2004)", tokens: "S|RES|1540 (2004)" },
  {
    claim: "keyword: buffer_size",
    tokenizer: { type: "keyword", buffer_size: 4 },
    text: "longer than four",
    tokens: "longer than four",
  },
  { claim: "whitespace", tokenizer: "whitespace", text: "dual-use  goods", tokens: "dual-use/goods" },
  {
    claim: "whitespace: max_token_length",
    tokenizer: { type: "whitespace", max_token_length: 4 },
    text: "weapons",
    tokens: "weap/ons",
  },
  { claim: "pattern: words by its bare name", tokenizer: "pattern", text: "dual-use goods", tokens: "dual/use/goods" },
  {
    claim: "pattern: pattern, group, flags",
    tokenizer: { type: "pattern", pattern: "ART (\\d+)", group: 1, flags: "CASE_INSENSITIVE" },
    text: "art 1 and Art 22",
    tokens: "1/22",
  },
  { claim: "letter", tokenizer: "letter", text: "art12bis d'État", tokens: "art/bis/d/État" },
  { claim: "ngram by its bare name", tokenizer: "ngram", text: "arm", tokens: "a/ar/r/rm/m" },
  {
    claim: "ngram: min_gram, max_gram, token_chars",
    tokenizer: { type: "ngram", min_gram: 3, max_gram: 3, token_chars: ["letter", "digit"] },
    text: "arms 12.345",
    tokens: "arm/rms/345",
  },
  {
    claim: "ngram: custom_token_chars",
    tokenizer: { type: "ngram", min_gram: 2, max_gram: 2, token_chars: ["digit", "custom"], custom_token_chars: "." },
    text: "1.2 3",
    tokens: "1./.2",
  },
  { claim: "edge_ngram by its bare name", tokenizer: "edge_ngram", text: "arm", tokens: "a/ar" },
  {
    claim: "edge_ngram: token_chars",
    tokenizer: { type: "edge_ngram", min_gram: 2, max_gram: 3, token_chars: ["letter", "punctuation"] },
    text: "d'arms 12",
    tokens: "d'/d'a",
  },
  {
    claim: "edge_ngram: token_chars symbol and whitespace",
    tokenizer: { type: "edge_ngram", min_gram: 1, max_gram: 3, token_chars: ["symbol", "whitespace", "digit"] },
    text: "x$ 5y",
    tokens: "$/$ /$ 5",
  },
  { claim: "char_group by its bare name", tokenizer: "char_group", text: "dual use", tokens: "dual use" },
  {
    claim: "char_group: characters, classes and escapes",
    tokenizer: { type: "char_group", tokenize_on_chars: ["whitespace", "-", "\\n", "、"] },
    text: "dual-use 核、化学",
    tokens: "dual/use/核/化学",
  },
  {
    claim: "char_group: punctuation, symbol, digit, letter",
    tokenizer: { type: "char_group", tokenize_on_chars: ["punctuation", "symbol", "digit", "letter"] },
    text: "a, b$5",
    tokens: " ",
  },
  {
    claim: "char_group: max_token_length",
    tokenizer: { type: "char_group", tokenize_on_chars: ["-"], max_token_length: 3 },
    text: "arms-x",
    tokens: "arm/s/x",
  },

  // Normalizers
  {
    claim: "a normalizer of every filter and character filter that may be in one",
    isNormalizer: true,
    charFilters: [
      { type: "mapping", mappings: ["ё => е"] },
      { type: "pattern_replace", pattern: "\\s+", replacement: " " },
    ],
    filters: [
      "lowercase",
      "asciifolding",
      "arabic_normalization",
      "persian_normalization",
      "cjk_width",
      "decimal_digit",
      "trim",
      "elision",
      { type: "pattern_replace", pattern: "№ ", replacement: "" },
    ],
    text: " Учёт   № ٥ ＮＰＴ أ État",
    tokens: "учет 5 npt ا etat",
  },
  {
    claim: "a normalizer that makes upper case",
    isNormalizer: true,
    filters: ["uppercase"],
    text: "can-N",
    tokens: "CAN-N",
  },
];

/** Definitions that no Elasticsearch takes, each with a word of the reason. */
export const refusedAnalysis: [claim: string, analysis: object, reason: string][] = [
  [
    "a filter that makes several tokens, in a normalizer",
    { normalizer: { n: { type: "custom", filter: ["edge_ngram"] } } },
    "may not use filter [edge_ngram]",
  ],
  ["a stemmer for a language that is none", analyzerOf({ type: "stemmer", language: "Klingon" }), "Klingon"],
  ["pattern_replace without a pattern", analyzerOf({ type: "pattern_replace" }), "pattern is missing"],
  ["truncate without a length", analyzerOf({ type: "truncate" }), "length parameter must be provided"],
  ["elision without articles", analyzerOf({ type: "elision" }), "requires [articles]"],
  ["keyword_marker without words", analyzerOf({ type: "keyword_marker" }), "keywords"],
  ["stemmer_override without rules", analyzerOf({ type: "stemmer_override" }), "rules"],
  ["stemmer_override with a rule of one side", analyzerOf({ type: "stemmer_override", rules: ["arms"] }), "arms"],
  ["synonym_graph without rules", analyzerOf({ type: "synonym_graph" }), "synonym"],
  [
    "synonym_graph with a rule that comes to nothing",
    analyzerOf("stop", { type: "synonym_graph", synonyms: ["the, a"] }),
    "synonym",
  ],
  ["n-grams of too many lengths", analyzerOf({ type: "ngram", min_gram: 1, max_gram: 9 }), "max_ngram_diff"],
  ["mapping without rules", { char_filter: { c: { type: "mapping" } } }, "mapping"],
  ["mapping with a rule without an arrow", { char_filter: { c: { type: "mapping", mappings: ["ё"] } } }, "ё"],
  [
    "n-grams of characters of an unknown class",
    { tokenizer: { t: { type: "ngram", token_chars: ["vowel"] } } },
    "vowel",
  ],
];

/** The settings of one index that has all of these, each analyzer or normalizer named by its place in the list. */
export function analysisSettings(cases: AnalysisCase[]): estypes.IndicesIndexSettings {
  const analysis = {
    analyzer: {} as Record<string, estypes.AnalysisAnalyzer>,
    normalizer: {} as Record<string, estypes.AnalysisNormalizer>,
    char_filter: {} as Record<string, estypes.AnalysisCharFilterDefinition>,
    tokenizer: {} as Record<string, estypes.AnalysisTokenizerDefinition>,
    filter: {} as Record<string, estypes.AnalysisTokenFilterDefinition>,
  };
  for (const [
    place,
    { analyzer, isNormalizer, charFilters = [], tokenizer = "standard", filters = [] },
  ] of cases.entries()) {
    const name = caseName(place);
    const char_filter = charFilters.map((each, number) => named(analysis.char_filter, `${name}-${number}`, each));
    const filter = filters.map((each, number) => named(analysis.filter, `${name}-${number}`, each));
    if (analyzer) analysis.analyzer[name] = analyzer;
    else if (isNormalizer) analysis.normalizer[name] = { type: "custom", char_filter, filter };
    else
      analysis.analyzer[name] = {
        type: "custom",
        tokenizer: named(analysis.tokenizer, name, tokenizer),
        char_filter,
        filter,
      };
  }
  return { number_of_shards: 1, number_of_replicas: 0, analysis };
}

export function caseName(place: number): string {
  return `case-${place}`;
}

function named<Definition>(
  definitions: Record<string, Definition>,
  name: string,
  component: string | Definition,
): string {
  if (typeof component === "string") return component;
  definitions[name] = component;
  return name;
}

/** Tokens as the cases write them; a `/` inside a token is shown as `|`. */
export function written(tokens: estypes.IndicesAnalyzeAnalyzeToken[]): string {
  return tokens
    .map(({ token, position }, place) => {
      const separator = place === 0 ? "" : position === tokens[place - 1]?.position ? "+" : "/";
      return separator + token.replaceAll("/", "|");
    })
    .join("");
}

function analyzerOf(...filters: (string | object)[]): object {
  const names = filters.map((each, place) => (typeof each === "string" ? each : `f${place}`));
  const definitions = filters.flatMap((each, place) => (typeof each === "string" ? [] : [[`f${place}`, each]]));
  return {
    filter: Object.fromEntries(definitions),
    analyzer: { a: { type: "custom", tokenizer: "standard", filter: names } },
  };
}
