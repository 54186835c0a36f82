package dev.clew.report.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/// The words of a report in one language. Each phrase has a key; `{0}`, `{1}` … in it stand for
/// what is put in. What comes from the input, and the titles of signatures, are not translated.
public final class Phrases {

    /// The languages there are words for.
    public static final List<String> LANGUAGES = List.of("en", "zh");

    private static final Phrases ENGLISH = read("en");
    private static final Phrases CHINESE = read("zh");

    private final String language;
    private final Properties phrases;

    private Phrases(String language, Properties phrases) {
        this.language = language;
        this.phrases = phrases;
    }

    /// The words of a language; English for one there are no words for.
    ///
    /// @param language such as `zh`
    public static Phrases in(String language) {
        return language.equals("zh") ? CHINESE : ENGLISH;
    }

    private static Phrases read(String language) {
        try (InputStream in = Phrases.class.getResourceAsStream(language + ".properties")) {
            if (in == null) {
                throw new IllegalStateException(language + ".properties is missing");
            }
            Properties phrases = new Properties();
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                phrases.load(reader);
            }
            return new Phrases(language, phrases);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The code of the language, as HTML and BCP 47 spell it.
    public String language() {
        return language.equals("zh") ? "zh-CN" : language;
    }

    /// The code of the language, as articles spell it: `zh`.
    public String code() {
        return language;
    }

    /// Whether the words are those that signatures and articles are written in.
    public boolean isEnglish() {
        return language.equals("en");
    }

    /// The keys there are phrases for.
    Set<String> keys() {
        return phrases.stringPropertyNames();
    }

    /// A phrase with its gaps filled.
    ///
    /// @throws IllegalArgumentException if there is no such phrase
    public String say(String key, Object... gaps) {
        String phrase = phrases.getProperty(key);
        if (phrase == null) {
            throw new IllegalArgumentException("no phrase " + key + " in " + language);
        }
        StringBuilder said = new StringBuilder();
        int at = 0;
        for (int open = phrase.indexOf('{'); open >= 0; open = phrase.indexOf('{', at)) {
            int close = phrase.indexOf('}', open);
            said.append(phrase, at, open);
            said.append(gaps[Integer.parseInt(phrase.substring(open + 1, close))]);
            at = close + 1;
        }
        return said.append(phrase, at, phrase.length()).toString();
    }

    /// A number of things: `1 file`, `2 files`.
    ///
    /// @param noun a key with the endings `.one` and `.many`
    ///
    /// @param further what is put in after the number
    public String count(String noun, long number, Object... further) {
        Object[] gaps = new Object[further.length + 1];
        gaps[0] = number;
        System.arraycopy(further, 0, gaps, 1, further.length);
        return say(noun + (number == 1 ? ".one" : ".many"), gaps);
    }

    /// Things as a list: `a, b, c`.
    public String list(List<String> items) {
        return String.join(say("list"), items);
    }
}
