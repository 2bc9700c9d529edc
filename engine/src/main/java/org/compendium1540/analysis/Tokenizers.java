package org.compendium1540.analysis;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.LetterTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenizer;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.analysis.pattern.PatternTokenizer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.util.CharTokenizer;
import org.apache.lucene.util.AttributeFactory;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** The tokenizers by their stock names. */
final class Tokenizers {

    static Map<String, AnalysisProvider<TokenizerFactory>> byName() {
        return Map.of(
            "char_group", fromSettings(Tokenizers::charGroup),
            "edge_ngram", fromSettings(Tokenizers::edgeNGram),
            "keyword", fromSettings(Tokenizers::keyword),
            "letter", fromSettings(settings -> LetterTokenizer::new),
            "ngram", Tokenizers::nGram,
            "pattern", fromSettings(Tokenizers::pattern),
            "whitespace", fromSettings(Tokenizers::whitespace)
        );
    }

    /** Refuses n-grams of too many lengths, which would make an index grow beyond all measure. Also for the filter of the same name. */
    static void requireNGramDifference(IndexSettings index, int shortest, int longest) {
        if (longest - shortest > index.getMaxNgramDiff()) {
            throw new IllegalArgumentException(
                "The difference between max_gram and min_gram must be less than or equal to: ["
                    + index.getMaxNgramDiff() + "] but was [" + (longest - shortest)
                    + "]. This limit can be set by changing the [index.max_ngram_diff] index level setting."
            );
        }
    }

    private static Supplier<Tokenizer> charGroup(Settings settings) {
        IntPredicate separates = code -> false;
        for (String written : settings.getAsList("tokenize_on_chars")) {
            separates = separates.or(charGroupMember(written));
        }
        IntPredicate separator = separates;
        int maxTokenLength = settings.getAsInt("max_token_length", CharTokenizer.DEFAULT_MAX_WORD_LEN);
        return () -> new CharTokenizer(AttributeFactory.DEFAULT_ATTRIBUTE_FACTORY, maxTokenLength) {
            @Override
            protected boolean isTokenChar(int code) {
                return !separator.test(code);
            }
        };
    }

    private static IntPredicate charGroupMember(String written) {
        if (written.isEmpty()) {
            throw new IllegalArgumentException("[tokenize_on_chars] cannot contain empty characters");
        }
        if (written.codePointCount(0, written.length()) == 1) {
            int only = written.codePointAt(0);
            return code -> code == only;
        }
        if (written.startsWith("\\")) {
            int only = escaped(written);
            return code -> code == only;
        }
        return switch (written) {
            case "letter", "digit", "whitespace", "punctuation", "symbol" -> characterClass(written);
            default -> throw new IllegalArgumentException("Invalid escaped char in [" + written + "]");
        };
    }

    private static int escaped(String written) {
        String escape = written.substring(1);
        return switch (escape) {
            case "n" -> '\n';
            case "t" -> '\t';
            case "r" -> '\r';
            case "b" -> '\b';
            case "f" -> '\f';
            case "\\" -> '\\';
            default -> {
                if (!escape.matches("u[0-9A-Fa-f]{4}")) {
                    throw new IllegalArgumentException("Invalid escaped char [" + written + "]");
                }
                yield Integer.parseInt(escape.substring(1), 16);
            }
        };
    }

    private static Supplier<Tokenizer> edgeNGram(Settings settings) {
        int shortest = settings.getAsInt("min_gram", 1);
        int longest = settings.getAsInt("max_gram", 2);
        IntPredicate tokenChars = tokenChars(settings);
        return () -> new EdgeNGramTokenizer(shortest, longest) {
            @Override
            protected boolean isTokenChar(int code) {
                return tokenChars.test(code);
            }
        };
    }

    private static Supplier<Tokenizer> keyword(Settings settings) {
        int bufferSize = settings.getAsInt("buffer_size", 256);
        return () -> new KeywordTokenizer(bufferSize);
    }

    private static TokenizerFactory nGram(IndexSettings index, Environment environment, String name, Settings settings) {
        int shortest = settings.getAsInt("min_gram", 1);
        int longest = settings.getAsInt("max_gram", 2);
        requireNGramDifference(index, shortest, longest);
        IntPredicate tokenChars = tokenChars(settings);
        return TokenizerFactory.newFactory(name, () -> new NGramTokenizer(shortest, longest) {
            @Override
            protected boolean isTokenChar(int code) {
                return tokenChars.test(code);
            }
        });
    }

    private static Supplier<Tokenizer> pattern(Settings settings) {
        Pattern pattern = Regex.compile(settings.get("pattern", "\\W+"), settings.get("flags"));
        int group = settings.getAsInt("group", -1);
        return () -> new PatternTokenizer(pattern, group);
    }

    private static Supplier<Tokenizer> whitespace(Settings settings) {
        int maxTokenLength = settings.getAsInt("max_token_length", StandardAnalyzer.DEFAULT_MAX_TOKEN_LENGTH);
        return () -> new WhitespaceTokenizer(AttributeFactory.DEFAULT_ATTRIBUTE_FACTORY, maxTokenLength);
    }

    /** Which characters an n-gram may hold: those of any class in `token_chars`, or every character when none is named. */
    private static IntPredicate tokenChars(Settings settings) {
        if (settings.getAsList("token_chars").isEmpty()) {
            return code -> true;
        }
        IntPredicate allowed = code -> false;
        for (String written : settings.getAsList("token_chars")) {
            String name = written.toLowerCase(Locale.ROOT).trim();
            allowed = allowed.or(name.equals("custom") ? customTokenChars(settings) : characterClass(name));
        }
        return allowed;
    }

    private static IntPredicate customTokenChars(Settings settings) {
        String characters = settings.get("custom_token_chars");
        if (characters == null) {
            throw new IllegalArgumentException("Token type: 'custom' requires setting `custom_token_chars`");
        }
        return code -> characters.indexOf(code) >= 0;
    }

    private static IntPredicate characterClass(String name) {
        return switch (name) {
            case "letter" -> Character::isLetter;
            case "digit" -> Character::isDigit;
            case "whitespace" -> Character::isWhitespace;
            case "punctuation" -> Tokenizers::isPunctuation;
            case "symbol" -> Tokenizers::isSymbol;
            default -> throw new IllegalArgumentException("Unknown token type: '" + name + "'");
        };
    }

    private static boolean isPunctuation(int code) {
        return switch (Character.getType(code)) {
            case Character.START_PUNCTUATION, Character.END_PUNCTUATION, Character.OTHER_PUNCTUATION, Character.CONNECTOR_PUNCTUATION,
                Character.DASH_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isSymbol(int code) {
        return switch (Character.getType(code)) {
            case Character.CURRENCY_SYMBOL, Character.MATH_SYMBOL, Character.OTHER_SYMBOL -> true;
            default -> false;
        };
    }

    private static AnalysisProvider<TokenizerFactory> fromSettings(Function<Settings, Supplier<Tokenizer>> read) {
        return (index, environment, name, settings) -> TokenizerFactory.newFactory(name, read.apply(settings));
    }

    private Tokenizers() {}
}
