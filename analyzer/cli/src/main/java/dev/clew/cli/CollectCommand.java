package dev.clew.cli;

import dev.clew.cluster.ClusterException;
import dev.clew.cluster.LiveCluster;
import dev.clew.cluster.Progress;
import dev.clew.cluster.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "collect",
        header = "Gathers from a live cluster into a bundle that analyze reads.",
        description = {
            "Gathers the same as diagnose. The manifest in the bundle tells what was asked for, what came, what was denied, and what was",
            "cut."
        },
        sortOptions = false)
final class CollectCommand implements Callable<Integer> {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    @Mixin final ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = {"-f", "--file", "--out"},
            paramLabel = "FILE",
            description = "The bundle to write. Default: clew-bundle-<time>.zip here.")
    @Nullable Path file;

    @Option(names = "--force", description = "Replace the file if it is there.")
    boolean force;

    @Option(names = "--no-progress", description = "Show no progress.")
    boolean noProgress;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print only the name of the bundle.")
    boolean quiet;

    private final Console console;

    CollectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path target = file == null ? Path.of(defaultName()) : file;
        OutFile.refuseToReplace("-f", target, force);
        Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent());
        boolean shown = !quiet && !noProgress && console.watched();
        Path unfinished = Files.createTempFile(folder, ".clew-", ".zip");
        try (LiveCluster live = cluster.open()) {
            Summary summary =
                    live.gather(
                            cluster.scope(),
                            unfinished,
                            Home.version(),
                            cluster.redactor(),
                            shown ? ClusterOptions.progress(console) : Progress.SILENT);
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
            if (shown) {
                ClusterOptions.endProgress(console);
            }
            tell(summary);
        } catch (ClusterException e) {
            throw new UserError(Exit.NO_INPUT, String.valueOf(e.getMessage()));
        } finally {
            Files.deleteIfExists(unfinished);
        }
        console.out().println(target);
        return Exit.DONE;
    }

    private static String defaultName() {
        return "clew-bundle-" + STAMP.format(Instant.now().atZone(ZoneOffset.UTC)) + ".zip";
    }

    private void tell(Summary summary) {
        if (quiet) {
            return;
        }
        console.err()
                .println(
                        "clew: "
                                + summary.files()
                                + " files, "
                                + (summary.bytes() >> 10)
                                + " KiB; "
                                + summary.count("denied")
                                + " requests denied, "
                                + summary.count("failed")
                                + " failed, "
                                + summary.count("cut")
                                + " cut, "
                                + summary.count("left")
                                + " left out: see manifest.json in the bundle");
        console.err().println("clew: taken out: " + Redacting.words(summary.redactions()));
    }
}
