package org.compendium1540.analysis;

import java.util.Map;
import java.util.function.BiFunction;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractIndexAnalyzerProvider;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** The analyzers of the six official languages; parameters: stopwords, stopwords_path and, but for cjk, stem_exclusion. */
final class LanguageAnalyzers {

    static Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> byName() {
        return Map.of(
            "arabic", language(ArabicAnalyzer.getDefaultStopSet(), ArabicAnalyzer::new),
            "cjk", language(CJKAnalyzer.getDefaultStopSet(), (stopWords, unstemmed) -> new CJKAnalyzer(stopWords)),
            "english", language(EnglishAnalyzer.getDefaultStopSet(), EnglishAnalyzer::new),
            "french", language(FrenchAnalyzer.getDefaultStopSet(), FrenchAnalyzer::new),
            "russian", language(RussianAnalyzer.getDefaultStopSet(), RussianAnalyzer::new),
            "spanish", language(SpanishAnalyzer.getDefaultStopSet(), SpanishAnalyzer::new)
        );
    }

    private static AnalysisProvider<AnalyzerProvider<? extends Analyzer>> language(
        CharArraySet defaultStopWords,
        BiFunction<CharArraySet, CharArraySet, Analyzer> create
    ) {
        return (index, environment, name, settings) -> new Provider(
            name,
            settings,
            create.apply(
                Analysis.parseStopWords(environment, settings, defaultStopWords),
                Analysis.parseStemExclusion(settings, CharArraySet.EMPTY_SET)
            )
        );
    }

    private static final class Provider extends AbstractIndexAnalyzerProvider<Analyzer> {
        private final Analyzer analyzer;

        Provider(String name, Settings settings, Analyzer analyzer) {
            super(name, settings);
            this.analyzer = analyzer;
        }

        @Override
        public Analyzer get() {
            return analyzer;
        }
    }

    private LanguageAnalyzers() {}
}
