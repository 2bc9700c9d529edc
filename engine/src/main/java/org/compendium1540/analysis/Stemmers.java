package org.compendium1540.analysis;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.es.SpanishPluralStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchMinimalStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;

/** What the filter `stemmer` does for each value of its parameter `language`. */
final class Stemmers {

    private static final Map<String, UnaryOperator<TokenStream>> BY_LANGUAGE = Map.ofEntries(
        Map.entry("arabic", ArabicStemFilter::new),
        Map.entry("english", PorterStemFilter::new),
        Map.entry("porter", PorterStemFilter::new),
        Map.entry("light_english", KStemFilter::new),
        Map.entry("kstem", KStemFilter::new),
        Map.entry("porter2", tokens -> new SnowballFilter(tokens, new EnglishStemmer())),
        Map.entry("possessive_english", EnglishPossessiveFilter::new),
        Map.entry("minimal_english", EnglishMinimalStemFilter::new),
        Map.entry("french", tokens -> new SnowballFilter(tokens, new FrenchStemmer())),
        Map.entry("light_french", FrenchLightStemFilter::new),
        Map.entry("minimal_french", FrenchMinimalStemFilter::new),
        Map.entry("russian", tokens -> new SnowballFilter(tokens, new RussianStemmer())),
        Map.entry("light_russian", RussianLightStemFilter::new),
        Map.entry("spanish", tokens -> new SnowballFilter(tokens, new SpanishStemmer())),
        Map.entry("light_spanish", SpanishLightStemFilter::new),
        Map.entry("spanish_plural", SpanishPluralStemFilter::new)
    );

    static UnaryOperator<TokenStream> forLanguage(String language) {
        UnaryOperator<TokenStream> stemmer = BY_LANGUAGE.get(language.toLowerCase(Locale.ROOT));
        if (stemmer == null) {
            throw new IllegalArgumentException("This engine has no stemmer [" + language + "], only " + BY_LANGUAGE.keySet());
        }
        return stemmer;
    }

    private Stemmers() {}
}
