package dev.clew.cli;

import dev.clew.redact.RedactionRules;
import dev.clew.redact.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Words about what was taken out of texts.
final class Redacting {

    private Redacting() {}

    /// A redactor by the shipped rules and those of a user.
    ///
    /// @param files files of a user's own rules
    /// @param pseudonyms whether addresses and names of nodes get other ones
    static Redactor redactor(List<Path> files, boolean pseudonyms) {
        Home.pack();
        try {
            RedactionRules rules = RedactionRules.shipped();
            for (Path file : files) {
                if (!Files.isRegularFile(file)) {
                    throw new UserError(Exit.NO_INPUT, "--redactors: there is no file " + file);
                }
                rules = rules.and(file);
            }
            return Redactor.create(rules, pseudonyms);
        } catch (IOException | IllegalArgumentException e) {
            throw new UserError(Exit.USAGE, "--redactors: " + e.getMessage());
        }
    }

    /// Sorts and how often each occurred, without any value.
    static String words(Map<String, Long> counts) {
        return counts.isEmpty()
                ? "nothing"
                : new TreeMap<>(counts)
                        .entrySet().stream()
                                .map(each -> each.getValue() + " " + each.getKey())
                                .collect(Collectors.joining(", "));
    }
}
