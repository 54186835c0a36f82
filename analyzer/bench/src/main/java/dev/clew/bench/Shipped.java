package dev.clew.bench;

import dev.clew.match.RuleSource;
import dev.clew.match.index.PackIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The pack that is shipped, from the folder that the system property `clew.home` names.
final class Shipped {

    /// Stands in before a benchmark is prepared.
    static final RuleSource NONE = RuleSource.of(List.of());

    private Shipped() {}

    static Path folder() {
        return Path.of(System.getProperty("clew.home", "analyzer/dist/target/clew"), "pack");
    }

    /// The folder of the sources of the pack.
    static Path sources() {
        return Path.of(System.getProperty("clew.root", ""), "patterns");
    }

    static PackIndex pack() throws IOException {
        return PackIndex.open(folder());
    }
}
