package dev.clew.cli;

import dev.clew.author.Draft;
import dev.clew.bundle.Source;
import dev.clew.bundle.Texts;
import dev.clew.model.LineFilter;
import dev.clew.model.LogRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "new",
        header = "Makes a signature and its article from a pasted line.",
        description = {
            "Writes both files with what the line tells; clew patterns lint says what is left to be filled in."
        },
        sortOptions = false)
final class NewCommand implements Callable<Integer> {

    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";

    @Parameters(paramLabel = "LINE", description = "The line; - reads it from standard input.")
    String line = "";

    @Option(
            names = "--id",
            required = true,
            paramLabel = "ID",
            description = "Id of signature and article: lower-case words joined by dashes.")
    String id = "";

    @Option(
            names = "--area",
            required = true,
            paramLabel = "AREA",
            description = "The folder they go to, such as k8s-node.")
    String area = "";

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Folder of the pack. Default: ${DEFAULT-VALUE}.")
    Path pack = Path.of("patterns");

    @Option(
            names = "--kb",
            paramLabel = "DIR",
            description = "Folder of its articles. Default: the folder articles of the pack.")
    @Nullable Path kb;

    private final Console console;

    NewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!id.matches(ID) || !area.matches(ID)) {
            throw new UserError(
                    Exit.USAGE, "--id and --area are lower-case words joined by dashes");
        }
        String text =
                line.equals("-")
                        ? new String(console.in().readNBytes(1 << 20), StandardCharsets.UTF_8)
                        : line;
        LogRecord record = record(text);
        Draft draft = new Draft(id, area, id, record, List.of(text.strip()));
        Path signature = pack.resolve("signatures").resolve(area).resolve(id + ".yaml");
        Path article =
                (kb == null ? pack.resolve("articles") : kb).resolve(area).resolve(id + ".md");
        for (Path file : List.of(signature, article)) {
            if (Files.exists(file)) {
                throw new UserError(Exit.USAGE, file + " is there already");
            }
        }
        write(
                signature,
                draft.signature()
                        .orElseThrow(() ->
                                new UserError(
                                        Exit.USAGE,
                                        "the line has no words that would be there each time")));
        write(article, draft.article(LocalDate.now(ZoneOffset.UTC)));
        console.out()
                .println("Next: fill in what is open, then clew patterns lint " + pack + lintKb());
        return Exit.DONE;
    }

    private String lintKb() {
        return kb == null ? "" : " --kb " + kb;
    }

    private static LogRecord record(String text) {
        List<LogRecord> records = new ArrayList<>();
        Texts.read(
                Source.named("sample"),
                text.getBytes(StandardCharsets.UTF_8),
                LineFilter.EVERY_LINE,
                records::add);
        if (records.isEmpty()) {
            throw new UserError(Exit.USAGE, "the line is empty");
        }
        return records.getFirst();
    }

    private void write(Path file, String content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, content);
        console.out().println(file);
    }
}
