package dev.clew.report.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    private static final Pattern GAP = Pattern.compile("\\{\\d}");

    private final Phrases english = Phrases.in("en");
    private final Phrases chinese = Phrases.in("zh");

    @Test
    void eachPhraseIsThereInBothLanguagesWithTheSameGaps() {
        assertThat(chinese.keys()).isEqualTo(english.keys()).hasSizeGreaterThan(100);
        Object[] same = {"{0}", "{1}", "{2}"};
        for (String key : english.keys()) {
            assertThat(gaps(chinese.say(key, same)))
                    .as(key)
                    .isEqualTo(gaps(english.say(key, same)));
        }
    }

    private static java.util.Set<String> gaps(String phrase) {
        return GAP.matcher(phrase)
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void gapsAreFilledAndWhatIsPutInIsNotReadAgain() {
        assertThat(english.say("made", "{1}", "now")).isEqualTo("Made by Clew {1} on now");
        assertThat(chinese.say("before", "4m")).isEqualTo("采集前 4m");
    }

    @Test
    void oneAndMany() {
        assertThat(english.count("file", 1)).isEqualTo("1 file");
        assertThat(english.count("file", 0)).isEqualTo("0 files");
    }

    @Test
    void anUnknownLanguageIsEnglishAndAnUnknownKeyAnError() {
        assertThat(Phrases.in("fr").language()).isEqualTo("en");
        assertThatThrownBy(() -> english.say("nosuch"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nosuch");
    }
}
