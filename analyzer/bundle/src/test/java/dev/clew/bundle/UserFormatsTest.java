package dev.clew.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.bundle.format.BadFormatException;
import dev.clew.bundle.format.FormatFiles;
import dev.clew.model.Level;
import dev.clew.model.Limits;
import dev.clew.model.LogRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Logs that are read as the format files of a user say.
class UserFormatsTest {

    private static final String MILL =
            """
            {
              "$schema": "https://lnav.org/schemas/format-v1.schema.json",
              "mill_log": {
                "title": "The mill",
                "regex": {
                  "std": {"pattern": "^<<(?<when>[^>]++)>> (?<grade>\\\\w+) (?<unit>\\\\w+) (?<said>.*)$"}
                },
                "timestamp-field": "when",
                "timestamp-format": ["%d.%m.%Y %H-%M-%S"],
                "level-field": "grade",
                "level": {"error": "^bad", "warning": "^odd", "fatal": 9},
                "body-field": "said"
              }
            }
            """;

    private static final String TROLLEY =
            """
            {
              "trolley_log": {
                "json": true,
                "timestamp-field": "when/at",
                "timestamp-divisor": 1000,
                "level-field": "/sev",
                "level": {"error": 50, "warning": "^4"},
                "body-field": "told"
              }
            }
            """;

    @TempDir private Path folder;

    private FormatFiles.Formats formats(String... files) throws IOException, BadFormatException {
        Path formats = Files.createDirectories(folder.resolve("formats"));
        for (int i = 0; i < files.length; i++) {
            Files.writeString(formats.resolve(i + ".json"), files[i]);
        }
        return FormatFiles.read(List.of(formats));
    }

    private List<LogRecord> read(FormatFiles.Formats formats, String name, String text)
            throws IOException, InterruptedException {
        Path log = Files.writeString(folder.resolve(name), text);
        Told told = new Told();
        new Inputs(
                        InputStream.nullInputStream(),
                        Limits.DEFAULT,
                        UnaryOperator.identity(),
                        formats.formats(),
                        told)
                .read(List.of(log.toString()));
        return told.records;
    }

    @Test
    void anExpressionTellsTimeLevelWordsAndFields() throws Exception {
        String text =
                """
                <<06.05.2023 07-08-09>> good wheel turns
                <<06.05.2023 07-08-10>> bad wheel cannot turn
                    at the third cog
                <<06.05.2023 07-08-11>> 9 gate is gone
                """;
        List<LogRecord> records = read(formats(MILL), "a.log", text);
        assertThat(records)
                .extracting(LogRecord::level)
                .containsExactly(Level.INFO, Level.ERROR, Level.FATAL);
        LogRecord bad = records.get(1);
        assertThat(bad.time()).isEqualTo(Instant.parse("2023-05-06T07:08:10Z"));
        assertThat(bad.message()).isEqualTo("cannot turn\n    at the third cog");
        assertThat(bad.text()).startsWith("<<06.05.2023 07-08-10>> bad wheel cannot turn");
        assertThat(bad.fields()).containsEntry("unit", "wheel").doesNotContainKey("when");
        assertThat(bad.origin().line()).isEqualTo(2);
    }

    @Test
    void membersTellThemToo() throws Exception {
        String text =
                """
                {"when":{"at":1683356889250},"sev":50,"told":"no room","seat":{"row":7}}
                {"when":{"at":1683356889251},"sev":43,"told":"little room"}
                {"when":{"at":1683356889252},"sev":500,"told":"room"}
                """;
        List<LogRecord> records = read(formats(TROLLEY), "a.log", text);
        assertThat(records)
                .extracting(LogRecord::level)
                .containsExactly(Level.ERROR, Level.WARN, Level.INFO);
        LogRecord first = records.getFirst();
        assertThat(first.time()).isEqualTo(Instant.parse("2023-05-06T07:08:09.250Z"));
        assertThat(first.message()).isEqualTo("no room");
        assertThat(first.fields()).containsEntry("seat.row", "7");
    }

    @Test
    void whatTheRuntimePutsAroundALineIsTakenOffFirst() throws Exception {
        String text =
                """
                2023-05-06T07:08:12Z stderr F <<06.05.2023 07-08-09>> bad wheel cannot turn
                {"log":"<<06.05.2023 07-08-10>> odd wheel turns\\n","stream":"stderr","time":"2023-05-06T07:08:12Z"}
                """;
        List<LogRecord> records = read(formats(MILL, TROLLEY), "a.log", text);
        assertThat(records).extracting(LogRecord::level).containsExactly(Level.ERROR, Level.WARN);
        assertThat(records)
                .extracting(LogRecord::time)
                .containsExactly(
                        Instant.parse("2023-05-06T07:08:09Z"),
                        Instant.parse("2023-05-06T07:08:10Z"));
    }

    @Test
    void linesThatAreNotInTheFormatAreReadAsEver() throws Exception {
        String text =
                """
                <<06.05.2023 07-08-09>> bad wheel cannot turn
                time="2023-05-06T07:08:10Z" level=warning msg="wheel again"
                """;
        List<LogRecord> records = read(formats(MILL), "a.log", text);
        assertThat(records).extracting(LogRecord::level).containsExactly(Level.ERROR, Level.WARN);
        assertThat(records.get(1).message()).isEqualTo("wheel again");
    }

    @Test
    void aFormatForOtherPathsIsNotUsed() throws Exception {
        FormatFiles.Formats formats =
                formats(
                        MILL.replace(
                                "\"title\": \"The mill\"", "\"file-pattern\": \"mill-\\\\d+\""));
        String text = "<<06.05.2023 07-08-10>> bad wheel cannot turn\n";
        assertThat(read(formats, "mill-7.log", text).getFirst().level()).isEqualTo(Level.ERROR);
        assertThat(read(formats, "other.log", text).getFirst().level()).isNotEqualTo(Level.ERROR);
    }

    @Test
    void theFormatThatFitsMostLinesIsTaken() throws Exception {
        String loose =
                """
                {"a_log": {"regex": {"all": {"pattern": "^<<(?<timestamp>[^>]+)>> (?<level>bad) (?<body>.*)"}}}}
                """;
        String text =
                """
                <<06.05.2023 07-08-09>> good wheel turns
                <<06.05.2023 07-08-10>> bad wheel cannot turn
                """;
        assertThat(read(formats(loose, MILL), "a.log", text).get(1).fields())
                .containsEntry("unit", "wheel");
    }

    @Test
    void ofTwoThatFitTheOneThatSetsMoreApartIsTaken() throws Exception {
        String bare =
                """
                {"a_log": {"json": true, "timestamp-field": "when/at", "level-field": "no"}}
                """;
        String text =
                """
                {"when":{"at":1683356889250},"sev":50,"told":"no room"}
                """;
        assertThat(read(formats(bare, TROLLEY), "a.log", text).getFirst().message())
                .isEqualTo("no room");
    }

    @Test
    void aLaterFileAddsToAFormat() throws Exception {
        String patch =
                """
                #! /usr/bin/env lnav -i
                {"mill_log": {"level": {"warning": "^good"},
                              "regex": {"two": {"pattern": "^=(?<when>[^=]+)= (?<said>.*)"}}}}
                """;
        String text =
                """
                <<06.05.2023 07-08-09>> good wheel turns
                =06.05.2023 07-08-10= so it is
                """;
        List<LogRecord> records = read(formats(MILL, patch), "a.log", text);
        assertThat(records.getFirst().level()).isEqualTo(Level.WARN);
        assertThat(records.get(1).message()).isEqualTo("so it is");
    }

    @Test
    void anExpressionThatCanNotBeUsedIsLeftOutAndTold() throws Exception {
        String bad =
                """
                {"b_log": {"regex": {
                   "ahead": {"pattern": "^(?!x)(?<body>.*)"},
                   "plain": {"pattern": "^(?<timestamp>\\\\d+) (?<body>.*)"}},
                   "level": {"error": "(?<=a)b"}},
                 "c_log": {"regex": {"again": {"pattern": "(?<a>.)\\\\1"}}},
                 "d_log": {"title": "nothing"}}
                """;
        FormatFiles.Formats formats = formats(bad);
        assertThat(formats.formats()).hasSize(1);
        assertThat(formats.leftOut())
                .hasSize(5)
                .anyMatch(told -> told.contains("0.json:2: b_log: expression 'ahead' left out"))
                .anyMatch(told -> told.contains("b_log: level 'error' left out"))
                .anyMatch(told -> told.contains("c_log: expression 'again' left out"))
                .anyMatch(told -> told.contains("c_log: left out, for it has no expression"))
                .anyMatch(told -> told.contains("d_log: left out, for it has neither"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a_log\": {\"regex\": } | 0.json:1: can't be read as JSON",
                "[1] | is not one JSON object",
                "{\"a_log\": 7} | 0.json:1: 'a_log' is no object",
                "{\"a_log\": {\"regex\": [1]}} | a_log: 'regex' must be an object",
                "{\"a_log\": {\"regex\": {\"x\": {}}}} | 'regex/x/pattern' must be a text",
                "{\"a_log\": {\"level\": {\"bad\": \"x\"}}} | 'bad' is no level; known: trace",
                "{\"a_log\": {\"timestamp-format\": [\"%K\"]}} | '%K' is no conversion; known: %a",
                "{\"a_log\": {\"timestamp-format\": \"%Y\"}} | must be a list",
                "{\"a_log\": {\"timestamp-divisor\": 0}} | must be above 0",
                "{\"a_log\": {\"timestamp-divisor\": \"x\"}} | is no number",
            })
    void aFileThatIsNoneIsRefused(String file, String told) {
        assertThatThrownBy(() -> formats(file))
                .isInstanceOf(BadFormatException.class)
                .hasMessageContaining(told);
    }

    @Test
    void aPlaceWithoutFilesIsRefused() {
        assertThatThrownBy(() -> formats()).hasMessageContaining("holds no format file");
        assertThatThrownBy(() -> FormatFiles.read(List.of(folder.resolve("none"))))
                .hasMessageContaining("no such file or folder");
    }
}
