package dev.clew.packs.vocabulary;

import java.io.IOException;
import java.nio.file.Path;

/// What is known of the commands that articles use.
///
/// @param chart values of the chart of Cilium
/// @param kubectl commands of kubectl
public record CommandFacts(ChartValues chart, KubectlGrammar kubectl) {

    /// Reads it from a folder that holds a vocabulary.
    ///
    /// @throws IOException if a file can't be read
    public static CommandFacts read(Path folder) throws IOException {
        return new CommandFacts(ChartValues.read(folder), KubectlGrammar.read(folder));
    }
}
