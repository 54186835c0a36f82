package dev.clew.cli;

import dev.clew.redact.Redactor;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How secrets are taken out of what is written.
final class RedactionOptions {

    @Option(
            names = "--pseudonyms",
            description = "Give addresses and names of nodes other ones, which still compare.")
    boolean pseudonyms;

    @Mixin final RedactorOptions redactors = new RedactorOptions();

    /// A redactor by these options.
    Redactor redactor() {
        return redactors.redactor(pseudonyms);
    }
}
