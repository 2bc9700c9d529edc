package org.compendium1540.analysis;

import static java.util.Map.entry;
import static org.elasticsearch.plugins.AnalysisPlugin.requiresAnalysisSettings;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.core.UpperCaseFilter;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishLowerCaseFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountFilter;
import org.apache.lucene.analysis.miscellaneous.PatternKeywordMarkerFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.SetKeywordMarkerFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.PreConfiguredTokenFilter;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/**
 * The token filters by their stock names. A filter that cannot be without parameters is wrapped in
 * `requiresAnalysisSettings`: Elasticsearch tries every other one with empty settings whenever an index is made, and one
 * that throws then would make every index creation fail.
 */
final class TokenFilters {

    static Map<String, AnalysisProvider<TokenFilterFactory>> byName() {
        return Map.ofEntries(
            // One character for another, allowed in normalizers.
            entry("arabic_normalization", normalizing(ArabicNormalizationFilter::new)),
            entry("asciifolding", (index, environment, name, settings) -> asciiFolding(name, settings)),
            entry("cjk_width", normalizing(CJKWidthFilter::new)),
            entry("decimal_digit", normalizing(DecimalDigitFilter::new)),
            entry("elision", requiresAnalysisSettings(TokenFilters::elision)),
            entry("lowercase", (index, environment, name, settings) -> new Normalizing(name, settings, lowercase(settings))),
            entry("pattern_replace", requiresAnalysisSettings(TokenFilters::patternReplace)),
            entry("persian_normalization", normalizing(PersianNormalizationFilter::new)),
            entry("trim", normalizing(TrimFilter::new)),
            entry("uppercase", normalizing(UpperCaseFilter::new)),

            // Stems.
            entry("arabic_stem", plain(ArabicStemFilter::new)),
            entry("french_stem", plain(Stemmers.forLanguage("french"))),
            entry("kstem", plain(KStemFilter::new)),
            entry("porter_stem", plain(PorterStemFilter::new)),
            entry("russian_stem", plain(Stemmers.forLanguage("russian"))),
            entry("stemmer", (index, environment, name, settings) -> new Plain(name, settings, stemmer(settings))),
            entry("keyword_marker", requiresAnalysisSettings(TokenFilters::keywordMarker)),
            entry("stemmer_override", requiresAnalysisSettings(TokenFilters::stemmerOverride)),

            // Other tokens than those that came in.
            entry("cjk_bigram", (index, environment, name, settings) -> cjkBigram(name, settings)),
            entry("edge_ngram", (index, environment, name, settings) -> edgeNGram(name, settings)),
            entry("ngram", TokenFilters::nGram),
            entry("synonym_graph", requiresAnalysisSettings(SynonymGraph::new)),

            // Fewer tokens, or shorter ones.
            entry("length", (index, environment, name, settings) -> length(name, settings)),
            entry("limit", (index, environment, name, settings) -> limit(name, settings)),
            entry("remove_duplicates", plain(RemoveDuplicatesTokenFilter::new)),
            entry("reverse", plain(ReverseStringFilter::new)),
            entry("truncate", requiresAnalysisSettings(TokenFilters::truncate)),
            entry("unique", (index, environment, name, settings) -> unique(name, settings))
        );
    }

    /** The filters whose bare name means something else than the same with no parameters, or has no parameters to take. */
    static List<PreConfiguredTokenFilter> preConfigured() {
        return List.of(
            PreConfiguredTokenFilter.singleton("edge_ngram", false, false, tokens -> new EdgeNGramTokenFilter(tokens, 1)),
            PreConfiguredTokenFilter.singleton("elision", true, tokens -> new ElisionFilter(tokens, FrenchAnalyzer.DEFAULT_ARTICLES)),
            PreConfiguredTokenFilter.singleton("keyword_repeat", false, false, KeywordRepeatFilter::new),
            PreConfiguredTokenFilter.singleton("truncate", false, tokens -> new TruncateTokenFilter(tokens, 10))
        );
    }

    private static TokenFilterFactory asciiFolding(String name, Settings settings) {
        if (!settings.getAsBoolean("preserve_original", false)) {
            return new Normalizing(name, settings, ASCIIFoldingFilter::new);
        }
        // A normalizer and a synonym rule take one token for one token: there, the original is not kept.
        TokenFilterFactory folded = new Normalizing(name, settings, ASCIIFoldingFilter::new);
        return new Normalizing(name, settings, tokens -> new ASCIIFoldingFilter(tokens, true)) {
            @Override
            public TokenStream normalize(TokenStream tokens) {
                return folded.create(tokens);
            }

            @Override
            public TokenFilterFactory getSynonymFilter() {
                return folded;
            }
        };
    }

    private static TokenFilterFactory elision(IndexSettings index, Environment environment, String name, Settings settings) {
        CharArraySet articles = Analysis.parseArticles(environment, settings);
        if (articles == null) {
            throw new IllegalArgumentException("elision filter requires [articles] or [articles_path] setting");
        }
        return new Normalizing(name, settings, tokens -> new ElisionFilter(tokens, articles));
    }

    private static UnaryOperator<TokenStream> lowercase(Settings settings) {
        String language = settings.get("language");
        if (language == null) {
            return LowerCaseFilter::new;
        }
        return switch (language.toLowerCase(Locale.ROOT)) {
            case "greek" -> GreekLowerCaseFilter::new;
            case "irish" -> IrishLowerCaseFilter::new;
            case "turkish" -> TurkishLowerCaseFilter::new;
            default -> throw new IllegalArgumentException("language [" + language + "] not support for lower case");
        };
    }

    private static TokenFilterFactory patternReplace(IndexSettings index, Environment environment, String name, Settings settings) {
        Pattern pattern = Regex.compile(required(settings, "pattern", name), settings.get("flags"));
        String replacement = settings.get("replacement", "");
        boolean all = settings.getAsBoolean("all", true);
        return new Normalizing(name, settings, tokens -> new PatternReplaceFilter(tokens, pattern, replacement, all));
    }

    private static UnaryOperator<TokenStream> stemmer(Settings settings) {
        return Stemmers.forLanguage(settings.get("language", settings.get("name", "porter")));
    }

    private static TokenFilterFactory keywordMarker(IndexSettings index, Environment environment, String name, Settings settings) {
        boolean ignoreCase = settings.getAsBoolean("ignore_case", false);
        String pattern = settings.get("keywords_pattern");
        boolean hasWords = settings.hasValue("keywords") || settings.hasValue("keywords_path");
        if (pattern != null && hasWords) {
            throw new IllegalArgumentException("cannot specify both `keywords_pattern` and `keywords` or `keywords_path`");
        }
        if (pattern != null) {
            Pattern compiled = Pattern.compile(pattern, ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
            return new Plain(name, settings, tokens -> new PatternKeywordMarkerFilter(tokens, compiled));
        }
        Set<?> words = Analysis.getWordSet(environment, settings, "keywords");
        if (words == null) {
            throw new IllegalArgumentException(
                "keyword filter requires either `keywords`, `keywords_path`, or `keywords_pattern` to be configured"
            );
        }
        CharArraySet keywords = new CharArraySet(words, ignoreCase);
        return new Plain(name, settings, tokens -> new SetKeywordMarkerFilter(tokens, keywords));
    }

    private static TokenFilterFactory stemmerOverride(IndexSettings index, Environment environment, String name, Settings settings)
        throws java.io.IOException {
        List<String> rules = Analysis.getWordList(environment, settings, "rules");
        if (rules == null) {
            throw new IllegalArgumentException("stemmer override filter requires either `rules` or `rules_path` to be configured");
        }
        StemmerOverrideFilter.Builder builder = new StemmerOverrideFilter.Builder(false);
        for (String rule : rules) {
            String[] sides = rule.split("=>", -1);
            if (sides.length != 2 || sides[1].isBlank() || sides[1].contains(",")) {
                throw new IllegalArgumentException("Invalid keyword override rule [" + rule + "]: write `word, word => stem`");
            }
            for (String word : sides[0].split(",")) {
                builder.add(word.strip(), sides[1].strip());
            }
        }
        StemmerOverrideFilter.StemmerOverrideMap overrides = builder.build();
        return new Plain(name, settings, tokens -> new StemmerOverrideFilter(tokens, overrides));
    }

    private static TokenFilterFactory cjkBigram(String name, Settings settings) {
        Set<String> ignored = new HashSet<>(settings.getAsList("ignored_scripts"));
        int scripts = (ignored.contains("han") ? 0 : CJKBigramFilter.HAN)
            | (ignored.contains("hiragana") ? 0 : CJKBigramFilter.HIRAGANA)
            | (ignored.contains("katakana") ? 0 : CJKBigramFilter.KATAKANA)
            | (ignored.contains("hangul") ? 0 : CJKBigramFilter.HANGUL);
        boolean outputUnigrams = settings.getAsBoolean("output_unigrams", false);
        UnaryOperator<TokenStream> create = tokens -> new CJKBigramFilter(tokens, scripts, outputUnigrams);
        return outputUnigrams ? new Multiplying(name, settings, create) : new Plain(name, settings, create);
    }

    private static TokenFilterFactory edgeNGram(String name, Settings settings) {
        int shortest = settings.getAsInt("min_gram", 1);
        int longest = settings.getAsInt("max_gram", 2);
        boolean preserveOriginal = settings.getAsBoolean("preserve_original", false);
        UnaryOperator<TokenStream> front = tokens -> new EdgeNGramTokenFilter(tokens, shortest, longest, preserveOriginal);
        UnaryOperator<TokenStream> back = tokens -> new ReverseStringFilter(front.apply(new ReverseStringFilter(tokens)));
        return switch (settings.get("side", "front")) {
            case "front" -> new Multiplying(name, settings, front);
            case "back" -> new Multiplying(name, settings, back);
            default -> throw new IllegalArgumentException("invalid side: " + settings.get("side"));
        };
    }

    private static TokenFilterFactory nGram(IndexSettings index, Environment environment, String name, Settings settings) {
        int shortest = settings.getAsInt("min_gram", 1);
        int longest = settings.getAsInt("max_gram", 2);
        Tokenizers.requireNGramDifference(index, shortest, longest);
        boolean preserveOriginal = settings.getAsBoolean("preserve_original", false);
        return new Multiplying(name, settings, tokens -> new NGramTokenFilter(tokens, shortest, longest, preserveOriginal));
    }

    private static TokenFilterFactory length(String name, Settings settings) {
        int min = settings.getAsInt("min", 0);
        int max = settings.getAsInt("max", Integer.MAX_VALUE);
        return new Plain(name, settings, tokens -> new LengthFilter(tokens, min, max));
    }

    private static TokenFilterFactory limit(String name, Settings settings) {
        int maxTokenCount = settings.getAsInt("max_token_count", 1);
        boolean consumeAllTokens = settings.getAsBoolean("consume_all_tokens", false);
        return new Plain(name, settings, tokens -> new LimitTokenCountFilter(tokens, maxTokenCount, consumeAllTokens));
    }

    private static TokenFilterFactory truncate(IndexSettings index, Environment environment, String name, Settings settings) {
        int length = settings.getAsInt("length", -1);
        if (length <= 0) {
            throw new IllegalArgumentException("length parameter must be provided");
        }
        return new Plain(name, settings, tokens -> new TruncateTokenFilter(tokens, length));
    }

    private static TokenFilterFactory unique(String name, Settings settings) {
        boolean onlyOnSamePosition = settings.getAsBoolean("only_on_same_position", false);
        return new Plain(name, settings, tokens -> new UniqueTokenFilter(tokens, onlyOnSamePosition));
    }

    private static AnalysisProvider<TokenFilterFactory> plain(UnaryOperator<TokenStream> create) {
        return (index, environment, name, settings) -> new Plain(name, settings, create);
    }

    private static AnalysisProvider<TokenFilterFactory> normalizing(UnaryOperator<TokenStream> create) {
        return (index, environment, name, settings) -> new Normalizing(name, settings, create);
    }

    private static String required(Settings settings, String parameter, String name) {
        String value = settings.get(parameter);
        if (value == null) {
            throw new IllegalArgumentException(parameter + " is missing for [" + name + "] token filter of type 'pattern_replace'");
        }
        return value;
    }

    private static class Plain extends AbstractTokenFilterFactory {
        private final UnaryOperator<TokenStream> create;

        Plain(String name, Settings settings, UnaryOperator<TokenStream> create) {
            super(name, settings);
            this.create = create;
        }

        @Override
        public TokenStream create(TokenStream tokens) {
            return create.apply(tokens);
        }
    }

    private static class Normalizing extends Plain implements NormalizingTokenFilterFactory {
        Normalizing(String name, Settings settings, UnaryOperator<TokenStream> create) {
            super(name, settings, create);
        }
    }

    /** Makes several tokens of one, so that a synonym rule cannot be read through it. */
    private static final class Multiplying extends Plain {
        Multiplying(String name, Settings settings, UnaryOperator<TokenStream> create) {
            super(name, settings, create);
        }

        @Override
        public TokenFilterFactory getSynonymFilter() {
            throw new IllegalArgumentException("Token filter [" + name() + "] cannot be used to parse synonyms");
        }
    }

    private TokenFilters() {}
}
