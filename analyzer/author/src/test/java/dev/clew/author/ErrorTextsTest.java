package dev.clew.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.errors.ErrorReader;
import dev.clew.errors.ErrorReading;
import dev.clew.errors.Mechanisms;
import dev.clew.errors.Span;
import dev.clew.errors.Target;
import dev.clew.match.RuleBook;
import dev.clew.match.RuleSource;
import dev.clew.model.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A table of what run-times print: language, mechanism, target, operation (either empty: not
/// asked, `-`: none), text with its line ends as `\n`.
class ErrorTextsTest {

    private static final Path ROOT = Path.of(System.getProperty("clew.root", ""));

    @Test
    void eachTextTellsItsMechanismTargetAndOperation() throws IOException {
        PackUnderTest pack =
                PackUnderTest.read(ROOT.resolve("patterns"), Optional.empty(), Lint.Beside.NOTHING);
        List<Rule> rules = new ArrayList<>();
        pack.rules().forEach(entry -> rules.add(entry.rule()));
        Mechanisms mechanisms =
                new Mechanisms(
                        RuleBook.of(
                                RuleSource.of(
                                        rules.stream().filter(Mechanisms::isMechanism).toList())));
        List<String> wrong = new ArrayList<>();
        Path table = ROOT.resolve("analyzer/author/src/test/resources/errors.tsv");
        List<String> rows = Files.readAllLines(table);
        for (String line : rows) {
            String[] row = line.split("\t", -1);
            String text = row[4].replace("\\n", "\n").replace("\\t", "\t");
            ErrorReading reading = ErrorReader.read(text);
            String mechanism = mechanisms.of(reading).map(each -> each.signature().id()).orElse("");
            String target = reading.target().map(Target::value).orElse("-");
            Span tried = reading.operation();
            String operation = tried == null ? "-" : tried.of(reading.text());
            if (!mechanism.equals(row[1])
                    || !(row[2].isEmpty() || target.equals(row[2]))
                    || !(row[3].isEmpty() || operation.equals(row[3]))) {
                wrong.add(text + " is " + mechanism + " of \"" + operation + "\" on " + target);
            }
        }
        assertThat(rows).hasSizeGreaterThan(300);
        assertThat(wrong).isEmpty();
    }
}
