package dev.clew.fleet;

import dev.clew.match.index.PackIndex;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The compiled pack and the knowledge base on their way to the executors: their files as they are,
/// or where they lie if this machine does all the work.
///
/// @param id names the pack
/// @param version of the program
/// @param home the folder they lie in; null if they travel
/// @param files by path below the folder; empty if they stay
record KnowledgeFiles(String id, String version, @Nullable String home, Map<String, byte[]> files)
        implements Serializable {

    private static final List<String> FOLDERS = List.of("pack", "library");

    /// Reads them.
    ///
    /// @param travel whether executors on other machines will need them
    /// @throws FleetError if they are not there
    static KnowledgeFiles read(Path home, boolean travel) {
        Map<String, byte[]> files = new HashMap<>();
        for (String name : FOLDERS) {
            Path folder = home.resolve(name);
            try (Stream<Path> below = Files.walk(folder)) {
                for (Path file : travel ? below.filter(Files::isRegularFile).toList() : none()) {
                    files.put(home.relativize(file).toString(), Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new FleetError(
                        FleetError.NO_INPUT,
                        "the installation is incomplete: " + folder + " can't be read");
            }
        }
        return new KnowledgeFiles(
                PackIndex.id(home.resolve("pack")),
                implementation(),
                travel ? null : home.toString(),
                files);
    }

    private static List<Path> none() {
        return List.of();
    }

    /// The version of the program. Before it is packed into jars it has none.
    private static String implementation() {
        String version = KnowledgeFiles.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
