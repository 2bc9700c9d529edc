package org.compendium1540.analysis;

import static org.elasticsearch.plugins.AnalysisPlugin.requiresAnalysisSettings;

import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.AbstractCharFilterFactory;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.NormalizingCharFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** The character filters by their stock names. */
final class CharFilters {

    static Map<String, AnalysisProvider<CharFilterFactory>> byName() {
        return Map.of(
            "html_strip", CharFilters::htmlStrip,
            "mapping", requiresAnalysisSettings(CharFilters::mapping),
            "pattern_replace", requiresAnalysisSettings(CharFilters::patternReplace)
        );
    }

    private static CharFilterFactory htmlStrip(IndexSettings index, Environment environment, String name, Settings settings) {
        Set<String> escapedTags = Set.copyOf(settings.getAsList("escaped_tags"));
        return new Plain(name, text -> new HTMLStripCharFilter(text, escapedTags));
    }

    private static CharFilterFactory mapping(IndexSettings index, Environment environment, String name, Settings settings) {
        List<String> rules = Analysis.getWordList(environment, settings, "mappings");
        if (rules == null) {
            throw new IllegalArgumentException("mapping requires either `mappings` or `mappings_path` to be configured");
        }
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        for (String rule : rules) {
            int arrow = rule.lastIndexOf("=>");
            if (arrow < 0) {
                throw new IllegalArgumentException("Invalid Mapping Rule : [" + rule + "]");
            }
            map.add(unescaped(rule.substring(0, arrow).trim()), unescaped(rule.substring(arrow + 2).trim()));
        }
        NormalizeCharMap normalized = map.build();
        return new Normalizing(name, text -> new MappingCharFilter(normalized, text));
    }

    /** A rule writes a blank as a backslash with u0020, for blanks around the arrow do not count; and \n, \t, \\ and so on as Java does. */
    private static String unescaped(String written) {
        StringBuilder meant = new StringBuilder(written.length());
        for (int at = 0; at < written.length(); at++) {
            char c = written.charAt(at);
            if (c != '\\') {
                meant.append(c);
                continue;
            }
            if (++at == written.length()) {
                throw new IllegalArgumentException("Invalid escaped char in [" + written + "]");
            }
            switch (written.charAt(at)) {
                case 'n' -> meant.append('\n');
                case 't' -> meant.append('\t');
                case 'r' -> meant.append('\r');
                case 'b' -> meant.append('\b');
                case 'f' -> meant.append('\f');
                case 'u' -> {
                    if (at + 4 >= written.length()) {
                        throw new IllegalArgumentException("Invalid escaped char in [" + written + "]");
                    }
                    meant.append((char) Integer.parseInt(written, at + 1, at + 5, 16));
                    at += 4;
                }
                default -> meant.append(written.charAt(at));
            }
        }
        return meant.toString();
    }

    private static CharFilterFactory patternReplace(IndexSettings index, Environment environment, String name, Settings settings) {
        if (settings.get("pattern") == null) {
            throw new IllegalArgumentException("pattern is missing for [" + name + "] char filter of type 'pattern_replace'");
        }
        Pattern pattern = Regex.compile(settings.get("pattern"), settings.get("flags"));
        String replacement = settings.get("replacement", "");
        return new Normalizing(name, text -> new PatternReplaceCharFilter(pattern, replacement, text));
    }

    private static class Plain extends AbstractCharFilterFactory {
        private final UnaryOperator<Reader> create;

        Plain(String name, UnaryOperator<Reader> create) {
            super(name);
            this.create = create;
        }

        @Override
        public Reader create(Reader text) {
            return create.apply(text);
        }
    }

    private static final class Normalizing extends Plain implements NormalizingCharFilterFactory {
        Normalizing(String name, UnaryOperator<Reader> create) {
            super(name, create);
        }
    }

    private CharFilters() {}
}
