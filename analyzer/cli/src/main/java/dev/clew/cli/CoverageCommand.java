package dev.clew.cli;

import dev.clew.author.coverage.CoveragePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "coverage",
        header = "Prints what a pack covers, as a page in Markdown.",
        description =
                "Kinds of failure by area, the programs and versions that their wordings are from, how each was verified, and what is known to be missing.")
final class CoverageCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "Folder of the pack.")
    Path pack = Path.of("");

    @Option(
            names = "--kb",
            paramLabel = "DIR",
            description = "Folder of its articles. Default: the folder articles of the pack.")
    @Nullable Path kb;

    private final Console console;

    CoverageCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(pack)) {
            throw new UserError(Exit.USAGE, pack + " is no folder");
        }
        console.out().print(CoveragePage.of(pack, kb != null ? kb : pack.resolve("articles")));
        return Exit.DONE;
    }
}
