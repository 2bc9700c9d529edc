package org.compendium1540.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.text.ParseException;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.synonym.WordnetSynonymParser;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexService.IndexCreationContext;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.AnalysisMode;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.CustomAnalyzer;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;

/** The filter `synonym_graph`. Its rules are read through the filters before it in the analyzer, so it is made anew for each analyzer. */
final class SynonymGraph extends AbstractTokenFilterFactory {
    private final Environment environment;
    private final Settings settings;
    private final boolean updateable;

    SynonymGraph(IndexSettings index, Environment environment, String name, Settings settings) {
        super(name, settings);
        this.environment = environment;
        this.settings = settings;
        this.updateable = settings.getAsBoolean("updateable", false);
        if (settings.get("synonyms_set") != null) {
            throw new IllegalArgumentException("This engine reads synonyms from [synonyms] or [synonyms_path], not from [synonyms_set]");
        }
    }

    @Override
    public TokenStream create(TokenStream tokens) {
        throw new IllegalStateException("Call getChainAwareTokenFilterFactory to specialize this factory for an analysis chain first");
    }

    @Override
    public AnalysisMode getAnalysisMode() {
        return updateable ? AnalysisMode.SEARCH_TIME : AnalysisMode.ALL;
    }

    @Override
    public TokenFilterFactory getChainAwareTokenFilterFactory(
        IndexCreationContext context,
        TokenizerFactory tokenizer,
        List<CharFilterFactory> charFilters,
        List<TokenFilterFactory> filtersBefore,
        Function<String, TokenFilterFactory> allFilters
    ) {
        SynonymMap synonyms = read(
            new CustomAnalyzer(
                tokenizer,
                charFilters.toArray(CharFilterFactory[]::new),
                filtersBefore.stream().map(TokenFilterFactory::getSynonymFilter).toArray(TokenFilterFactory[]::new)
            )
        );
        SynonymGraph rules = this;
        return new AbstractTokenFilterFactory(name(), settings) {
            @Override
            public TokenStream create(TokenStream tokens) {
                // Without a single rule the map has no content, which the filter does not take.
                return synonyms.fst == null ? tokens : new SynonymGraphFilter(tokens, synonyms, false);
            }

            @Override
            public TokenFilterFactory getSynonymFilter() {
                return IDENTITY_FILTER;
            }

            @Override
            public AnalysisMode getAnalysisMode() {
                return rules.getAnalysisMode();
            }
        };
    }

    private SynonymMap read(Analyzer analyzer) {
        boolean expand = settings.getAsBoolean("expand", true);
        boolean lenient = settings.getAsBoolean("lenient", updateable);
        SynonymMap.Parser parser = "wordnet".equalsIgnoreCase(settings.get("format"))
            ? new WordnetSynonymParser(true, expand, analyzer)
            : lenient ? new LenientParser(expand, analyzer) : new SolrSynonymParser(true, expand, analyzer);
        try (Reader rules = rules()) {
            parser.parse(rules);
            return parser.build();
        } catch (IOException | ParseException | RuntimeException cause) {
            throw new IllegalArgumentException("failed to build synonyms from [" + name() + "]", cause);
        }
    }

    private Reader rules() {
        List<String> rules = settings.getAsList("synonyms", null);
        if (rules != null) {
            return new StringReader(String.join("\n", rules));
        }
        if (settings.get("synonyms_path") != null) {
            return Analysis.getReaderFromFile(environment, settings.get("synonyms_path"), "synonyms_path");
        }
        throw new IllegalArgumentException("synonym requires either `synonyms` or `synonyms_path` to be configured");
    }

    /** Leaves out the rules whose words come to nothing in the analyzer, such as stop words, instead of refusing them all. */
    private static final class LenientParser extends SolrSynonymParser {
        LenientParser(boolean expand, Analyzer analyzer) {
            super(true, expand, analyzer);
        }

        @Override
        public CharsRef analyze(String text, CharsRefBuilder reuse) throws IOException {
            try {
                return super.analyze(text, reuse);
            } catch (IllegalArgumentException comesToNothing) {
                return new CharsRef("");
            }
        }

        @Override
        public void add(CharsRef input, CharsRef output, boolean includeOriginal) {
            if (input.length > 0 && output.length > 0) {
                super.add(input, output, includeOriginal);
            }
        }
    }
}
