package dev.clew.cli;

import dev.clew.bundle.format.BadFormatException;
import dev.clew.bundle.format.FormatFiles;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/// Formats of log lines that a user describes.
final class FormatsOption {

    @Option(
            names = "--formats",
            paramLabel = "DIR",
            description =
                    "Read lines as these format files of lnav describe them: a folder or a file. May"
                            + " be repeated.")
    List<Path> places = List.of();

    /// The formats of the files.
    ///
    /// @throws UserError if one of them can't be used
    FormatFiles.Formats read() {
        if (places.isEmpty()) {
            return FormatFiles.Formats.NONE;
        }
        try {
            return FormatFiles.read(places);
        } catch (BadFormatException e) {
            throw new UserError(Exit.USAGE, "--formats: " + e.getMessage());
        }
    }
}
