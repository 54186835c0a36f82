package dev.clew.bench;

import dev.clew.bundle.Source;
import dev.clew.bundle.log.LogRecords;
import dev.clew.match.RuleBook;
import dev.clew.match.RuleSource;
import dev.clew.model.LogRecord;
import dev.clew.model.Origin;
import dev.clew.model.Rule;
import dev.clew.packs.PackFolder;
import dev.clew.packs.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Log lines that signatures find: those samples of a pack that are one line and are found in a
/// log.
final class MatchingLines {

    private MatchingLines() {}

    /// The lines of a pack, in the order of its files, at least one.
    ///
    /// @throws IOException if the folder can't be read or holds no such line
    static List<String> of(Path pack) throws IOException {
        List<Rule> rules =
                PackFolder.read(pack, new Problems()).stream().map(PackFolder.Entry::rule).toList();
        RuleBook book = RuleBook.of(RuleSource.of(rules));
        List<String> lines = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule instanceof Rule.Signature signature) {
                signature.hits().stream()
                        .filter(sample -> sample.file() == null)
                        .map(sample -> sample.lines().strip())
                        .filter(line -> line.indexOf('\n') < 0 && isFound(line, rule, book))
                        .forEach(lines::add);
            }
        }
        if (lines.isEmpty()) {
            throw new IOException(pack + " holds no sample that is a log line");
        }
        return lines;
    }

    private static boolean isFound(String line, Rule rule, RuleBook book) {
        LogRecord record =
                new LogRecords(Source.named("sample")).record(new Origin("sample", 1), line);
        return book.match(record).stream()
                .anyMatch(hit -> hit.matches() && hit.rule().rule().id().equals(rule.id()));
    }
}
