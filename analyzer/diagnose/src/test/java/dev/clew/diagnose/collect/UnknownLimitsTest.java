package dev.clew.diagnose.collect;

import static dev.clew.diagnose.TestRules.book;
import static dev.clew.diagnose.TestRules.signature;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.diagnose.Analysis;
import dev.clew.diagnose.Diagnosis;
import dev.clew.model.Articles;
import dev.clew.model.Bound;
import dev.clew.model.LimitReached;
import dev.clew.model.Limits;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownLimitsTest {

    @TempDir private Path folder;

    private String file(String name, String lines) throws Exception {
        return Files.writeString(folder.resolve(name), lines).toString();
    }

    private static long cost(Limits limits, Bound bound, List<String> files) throws Exception {
        Diagnosis diagnosis =
                new Analysis(book(signature("down", "it went down")), Articles.NONE, limits)
                        .run(files, InputStream.nullInputStream());
        return diagnosis.inputs().limits().stream()
                .filter(each -> each.bound() == bound)
                .mapToLong(LimitReached::cost)
                .sum();
    }

    private static List<String> reversed(List<String> files) {
        List<String> back = new ArrayList<>(files);
        Collections.reverse(back);
        return back;
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_MESSAGES_IN_PART, 3, 0",
        "UNKNOWN_MESSAGES_IN_PART, 2, 1",
        "UNKNOWN_MESSAGES, 3, 0",
        "UNKNOWN_MESSAGES, 2, 1"
    })
    void countsUnknownMessagesForWhichThereIsNoRoom(Bound bound, long value, long lost)
            throws Exception {
        List<String> files =
                List.of(
                        file("a.log", "level=info msg=fine\nlevel=info msg=well\n"),
                        file(
                                "b.log",
                                """
                                level=error msg="the gadget is gone"
                                level=error msg="no widget answers"
                                level=error msg="a sprocket broke"
                                """));
        for (List<String> order : List.of(files, reversed(files))) {
            assertThat(cost(Limits.DEFAULT.with(bound, value), bound, order)).isEqualTo(lost);
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 0", "2, 1"})
    void countsLinesOfLogsForWhichThereIsNoRoom(long value, long lost) throws Exception {
        List<String> files =
                Stream.of("a.log", "b.log", "c.log")
                        .map(name -> {
                            try {
                                return file(name, "level=info msg=\"at work\"\n");
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        })
                        .toList();
        for (List<String> order : List.of(files, reversed(files))) {
            assertThat(cost(Limits.DEFAULT.with(Bound.LOGS, value), Bound.LOGS, order))
                    .isEqualTo(lost);
        }
    }
}
