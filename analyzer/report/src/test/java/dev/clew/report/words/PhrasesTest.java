package dev.clew.report.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.diagnose.Milestone;
import dev.clew.diagnose.Transience;
import dev.clew.graph.Link;
import dev.clew.model.FixStep;
import dev.clew.model.Level;
import dev.clew.model.Role;
import dev.clew.model.Severity;
import dev.clew.model.YearFrom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
    void everyWordThatAReportMayHaveToSayHasAPhrase() {
        List<String> keys = new ArrayList<>();
        each(Severity.values(), each -> keys.add("severity." + each.word()));
        each(Level.values(), each -> keys.add("severity." + each.word()));
        each(Role.values(), each -> keys.add("role." + each.word()));
        each(FixStep.Risk.values(), each -> keys.add("risk." + each.word()));
        each(FixStep.Note.values(), each -> keys.add("note." + each.field()));
        each(Transience.values(), each -> keys.add("transience." + each.word()));
        each(Milestone.Kind.values(), each -> keys.add("kind." + each.word()));
        each(YearFrom.values(), each -> keys.add("year." + each.word()));
        each(Link.Type.values(), each -> keys.add("edge." + each.word()));
        assertThat(english.keys()).containsAll(keys);
    }

    private static <E> void each(E[] all, Consumer<E> sink) {
        List.of(all).forEach(sink);
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
