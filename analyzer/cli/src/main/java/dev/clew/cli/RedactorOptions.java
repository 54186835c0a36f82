package dev.clew.cli;

import dev.clew.redact.Redactor;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/// Rules of a user's own for what is taken out.
final class RedactorOptions {

    @Option(
            names = "--redactors",
            paramLabel = "FILE",
            description =
                    "Rules of your own for what to take out, or a specification of redactors of troubleshoot.sh. May be given more than once.")
    List<Path> files = List.of();

    boolean given() {
        return !files.isEmpty();
    }

    /// A redactor by the shipped rules and these.
    ///
    /// @param pseudonyms whether addresses and names of nodes get other ones
    Redactor redactor(boolean pseudonyms) {
        return Redacting.redactor(files, pseudonyms);
    }
}
