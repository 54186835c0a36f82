package dev.clew.cli;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.clew.library.Library;
import dev.clew.match.index.PackIndex;
import dev.clew.model.Problem;
import dev.clew.model.Rule;
import dev.clew.packs.ArticleFolder;
import dev.clew.packs.PackFolder;
import dev.clew.packs.Problems;
import dev.clew.packs.vocabulary.Placeholders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What the build runs to make the indexes that are shipped.
@Command(
        name = "compile",
        header = "Compiles a pack, or a knowledge base, into an index.",
        hidden = true)
final class CompileCommand implements Callable<Integer> {

    @Option(names = "--pack", paramLabel = "DIR", description = "Folder of a pack.")
    @Nullable Path pack;

    @Option(names = "--kb", paramLabel = "DIR", description = "Folder of articles.")
    @Nullable Path kb;

    @Option(
            names = "--signatures",
            paramLabel = "DIR",
            description = "Folder of the pack whose signatures lead to the articles of --kb.")
    @Nullable Path signatures;

    @Parameters(paramLabel = "OUT", description = "Folder to write the index to.")
    Path out = Path.of("");

    private final Console console;

    CompileCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Problems problems = new Problems();
        if (pack != null) {
            PackIndex.write(
                    PackFolder.read(pack, problems).stream().map(PackFolder.Entry::rule).toList(),
                    out);
            Path groups = pack.resolve(PackFolder.GROUPS);
            if (Files.isRegularFile(groups)) {
                Files.copy(groups, out.resolve(PackFolder.GROUPS), REPLACE_EXISTING);
            }
            copy(pack, PackFolder.VOCABULARY);
            copy(pack, PackFolder.REDACTION);
        }
        if (kb != null) {
            Library.write(
                    ArticleFolder.read(kb, placeholders(problems), problems).stream()
                            .map(ArticleFolder.Entry::article)
                            .toList(),
                    signatures == null ? List.of() : signatures(signatures, problems),
                    out);
        }
        for (Problem problem : problems.list()) {
            console.err().println(problem);
        }
        return problems.anyFatal() ? Exit.FOUND : Exit.DONE;
    }

    /// Copies a folder of the pack as it is.
    private void copy(Path pack, String name) throws IOException {
        Path folder = pack.resolve(name);
        if (Files.isDirectory(folder)) {
            Path copy = Files.createDirectories(out.resolve(name));
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, copy.resolve(file.getFileName()), REPLACE_EXISTING);
                }
            }
        }
    }

    private Placeholders placeholders(Problems problems) throws IOException {
        return signatures == null
                ? Placeholders.NONE
                : Placeholders.read(signatures.resolve(PackFolder.VOCABULARY), problems);
    }

    static List<Rule.Signature> signatures(Path pack, Problems problems) throws IOException {
        return PackFolder.read(pack, problems).stream()
                .map(PackFolder.Entry::rule)
                .filter(Rule.Signature.class::isInstance)
                .map(Rule.Signature.class::cast)
                .toList();
    }
}
