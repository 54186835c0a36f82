package dev.clew.cli;

import dev.clew.report.KnownFindings;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "new",
        header = "Makes a baseline of a report: an entry for the root of each incident.",
        description =
                "Fill in who answers for each entry and why it is lived with, then use it with analyze --baseline.",
        sortOptions = false)
final class BaselineNewCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "REPORT",
            description = "A report, made with analyze -o json; - for standard input.")
    String report = "";

    @Option(names = "--out", paramLabel = "FILE", description = "Write the baseline to this file.")
    @Nullable Path out;

    @Option(
            names = "--days",
            paramLabel = "N",
            converter = AtLeastOne.class,
            description = "For how many days the entries count. Default: ${DEFAULT-VALUE}.")
    int days = 30;

    @Option(names = "--force", description = "Replace the file if it is there.")
    boolean force;

    private final Console console;

    BaselineNewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (out != null) {
            OutFile.refuseToReplace("--out", out, force);
        }
        LocalDate expires = LocalDate.now(ZoneOffset.UTC).plusDays(days);
        String baseline;
        try (Reader reader = open()) {
            baseline = KnownFindings.of(reader, expires);
        } catch (IOException e) {
            throw new UserError(Exit.NO_INPUT, report + ": " + firstLine(OutFile.reason(e)));
        }
        if (out == null) {
            console.out().print(baseline);
        } else {
            OutFile.write("--out", out, baseline);
        }
        return Exit.DONE;
    }

    private Reader open() throws IOException {
        return report.equals("-")
                ? new InputStreamReader(console.in(), StandardCharsets.UTF_8)
                : Files.newBufferedReader(Path.of(report));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
