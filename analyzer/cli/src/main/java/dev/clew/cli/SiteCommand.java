package dev.clew.cli;

import dev.clew.library.Library;
import dev.clew.report.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "site",
        header = "Writes the knowledge base as web pages that work without server and network.",
        description = "Open index.html of the folder in a browser; it has a search.",
        sortOptions = false)
final class SiteCommand implements Callable<Integer> {

    @Parameters(paramLabel = "OUT", description = "Folder to write the pages to.")
    Path out = Path.of("");

    @Option(
            names = "--kb",
            paramLabel = "DIR",
            description = "Articles of your own, added to the shipped ones. May be repeated.")
    List<Path> kb = List.of();

    @Option(
            names = "--library",
            paramLabel = "DIR",
            hidden = true,
            description = "A compiled library to use instead of the shipped one.")
    @Nullable Path library;

    private final Console console;

    SiteCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Library articles =
                library == null
                        ? Packs.library(List.of(), kb)
                        : UserArticles.over(Library.open(library), List.of(), kb);
        int count = Site.write(articles, out);
        console.err().println("clew: " + count + " articles in " + out.resolve("index.html"));
        return Exit.DONE;
    }
}
