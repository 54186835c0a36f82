package dev.clew.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The object that a question is about, and where to look for it.
final class ObjectOptions {

    @Mixin final AboutOption about = new AboutOption();

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description = "The namespace of the object that --about names.")
    @Nullable String namespace;
}
