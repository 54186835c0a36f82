package dev.clew.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/// Packs of a user's own, beside the shipped one.
final class PatternsOption {

    @Option(
            names = "--patterns",
            paramLabel = "DIR",
            description = "A pack of your own, added to the shipped one. May be repeated.")
    List<Path> folders = List.of();
}
