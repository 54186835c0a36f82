package dev.clew.diagnose.collect;

import static dev.clew.diagnose.TestRules.book;
import static dev.clew.diagnose.TestRules.pattern;
import static dev.clew.diagnose.TestRules.signature;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.diagnose.Analysis;
import dev.clew.diagnose.Diagnosis;
import dev.clew.match.RuleBook;
import dev.clew.model.Articles;
import dev.clew.model.Bound;
import dev.clew.model.CorrelationClause;
import dev.clew.model.LimitReached;
import dev.clew.model.Limits;
import dev.clew.model.Scope;
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
        return lost(diagnose(book(signature("down", "it went down")), limits, files), bound);
    }

    private static Diagnosis diagnose(RuleBook book, Limits limits, List<String> files)
            throws Exception {
        return new Analysis(book, Articles.NONE, limits).run(files, InputStream.nullInputStream());
    }

    private static long lost(Diagnosis diagnosis, Bound bound) {
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

    private static final String THREE_ERRORS =
            """
            level=error msg="the gadget is gone"
            level=error msg="no widget answers"
            level=error msg="a sprocket broke"
            """;

    @ParameterizedTest
    @CsvSource({"3, 0", "2, 1"})
    void countsKindsOfLineForWhichThereIsNoRoom(long value, long lost) throws Exception {
        String healthy = "level=info msg=\"request served\"\n".repeat(3_000);
        List<String> files = List.of(file("a.log", healthy), file("b.log", THREE_ERRORS + healthy));
        for (List<String> order : List.of(files, reversed(files))) {
            Bound bound = Bound.LINE_KINDS_IN_PART;
            assertThat(cost(Limits.DEFAULT.with(bound, value), bound, order)).isEqualTo(lost);
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 0", "2, 1"})
    void countsShapesForWhichThereIsNoRoom(long value, long lost) throws Exception {
        List<String> files =
                List.of(file("a.log", "level=info msg=fine\n"), file("b.log", THREE_ERRORS));
        for (List<String> order : List.of(files, reversed(files))) {
            assertThat(
                            cost(
                                    Limits.DEFAULT.with(Bound.LINE_SHAPES, value),
                                    Bound.LINE_SHAPES,
                                    order))
                    .isEqualTo(lost);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "1, 1"})
    void countsDoubtedFailuresForWhichThereIsNoRoom(long value, long lost) throws Exception {
        CorrelationClause more =
                new CorrelationClause.Requires(
                        pattern("the other is gone"),
                        Scope.CLUSTER,
                        CorrelationClause.Order.ANY,
                        null,
                        CorrelationClause.EVERY_VARIANT);
        RuleBook book =
                book(signature("one", "gadget is", more), signature("two", "widget answers", more));
        List<String> files =
                List.of(file("a.log", "level=info msg=fine\n"), file("b.log", THREE_ERRORS));
        for (List<String> order : List.of(files, reversed(files))) {
            Bound bound = Bound.DOUBTED_IN_PART;
            Diagnosis diagnosis = diagnose(book, Limits.DEFAULT.with(bound, value), order);
            assertThat(lost(diagnosis, bound)).isEqualTo(lost);
            assertThat(diagnosis.findings()).isEmpty();
            assertThat(diagnosis.suggestions()).hasSize((int) (3 - lost));
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 0", "2, 1"})
    void countsMessagesNotSearchedForCalls(long value, long lost) throws Exception {
        String pod =
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: web, namespace: shop}
                spec: {containers: [{name: app, image: "web:1"}]}
                """;
        List<String> files = List.of(file("pods.yaml", pod), file("b.log", THREE_ERRORS));
        for (List<String> order : List.of(files, reversed(files))) {
            Bound bound = Bound.FAILED_CALLS;
            assertThat(cost(Limits.DEFAULT.with(bound, value), bound, order)).isEqualTo(lost);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "1, 1"})
    void countsEndsForWhichThereIsNoRoom(long value, long lost) throws Exception {
        String pod =
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, namespace: shop}
                status:
                  containerStatuses:
                  - name: app
                    restartCount: 4
                    state: {terminated: {exitCode: 2, reason: Error}}
                """;
        List<String> files =
                List.of(file("a.yaml", pod.formatted("web")), file("b.yaml", pod.formatted("db")));
        for (List<String> order : List.of(files, reversed(files))) {
            assertThat(cost(Limits.DEFAULT.with(Bound.ENDS, value), Bound.ENDS, order))
                    .isEqualTo(lost);
        }
    }
}
