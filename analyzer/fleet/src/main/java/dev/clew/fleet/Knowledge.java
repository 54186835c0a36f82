package dev.clew.fleet;

import dev.clew.diagnose.Analysis;
import dev.clew.library.Library;
import dev.clew.match.RuleBook;
import dev.clew.match.index.PackIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The pack and the knowledge base, opened once in each JVM that analyses.
final class Knowledge {

    private static @Nullable Knowledge opened;

    private final String id;
    private final Analysis analysis;

    private Knowledge(String id, Analysis analysis) {
        this.id = id;
        this.analysis = analysis;
    }

    /// An analysis by this knowledge.
    ///
    /// @throws IOException if it can't be opened
    static synchronized Analysis analysis(KnowledgeFiles files) throws IOException {
        Knowledge known = opened;
        if (known == null || !known.id.equals(files.id())) {
            known = new Knowledge(files.id(), open(files));
            opened = known;
        }
        return known.analysis;
    }

    private static Analysis open(KnowledgeFiles files) throws IOException {
        Path home = files.home() == null ? unpack(files.files()) : Path.of(files.home());
        RuleBook book = RuleBook.of(PackIndex.open(home.resolve("pack")));
        return new Analysis(book, Library.open(home.resolve("library")));
    }

    private static Path unpack(Map<String, byte[]> files) throws IOException {
        Path home = Files.createTempDirectory("clew-knowledge-");
        home.toFile().deleteOnExit();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = home.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        return home;
    }
}
