package dev.clew.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "fleet",
        header = "Analyses many bundles into tables, and answers questions to those.",
        description =
                "Each bundle that the tables don't have yet is analysed as analyze does it. What is"
                        + " there stays there if the run is ended midway, and the next one goes on from"
                        + " it. Runs on Spark, on this machine alone.",
        subcommands = {FleetQueryCommand.class, FleetSearchCommand.class},
        sortOptions = false)
final class FleetCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description =
                    "A bundle; a folder, in which every archive is a bundle; or a glob in quotes.")
    List<String> paths = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder of the tables. It is made if it is not there.")
    @Nullable String out;

    @Option(names = "--folders", description = "Each folder directly in a PATH is one bundle.")
    boolean folders;

    @Option(
            names = "--cluster",
            paramLabel = "REGEX",
            description =
                    "What its first group finds in the path of a bundle is the name of its cluster."
                            + " Default: what the bundle says, its folder, or the name of its file.")
    @Nullable String cluster;

    @Option(
            names = "--cores",
            paramLabel = "N",
            description = "Analyse so many bundles at once. Default: one for each processor.")
    int cores = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--batch",
            paramLabel = "N",
            description =
                    "Add so many bundles to the tables in one step, which is what a run that is"
                            + " ended midway can lose. Default: ${DEFAULT-VALUE}.")
    int batch = 500;

    @Option(
            names = "--rehash",
            description = "Read bundles, too, whose path, size and time have not changed.")
    boolean rehash;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description = "Memory of the run, such as 4G. Default: 512M, and 512M for each core.")
    @Nullable String memory;

    @Option(names = "--no-progress", description = "Show no progress.")
    boolean noProgress;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print no messages beside the result.")
    boolean quiet;

    @Spec @Nullable CommandSpec spec;

    private final Console console;

    FleetCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (paths.isEmpty() || out == null) {
            throw new CommandLine.ParameterException(
                    java.util.Objects.requireNonNull(spec).commandLine(),
                    paths.isEmpty()
                            ? "Missing required parameter: 'PATH'"
                            : "Missing required option: '--out=DIR'");
        }
        return FleetJvm.run(memory(), words(out));
    }

    private long memory() {
        return memory == null ? (long) (1 + cores) << 29 : Sizes.of(memory);
    }

    private List<String> words(String tables) {
        List<String> words = new ArrayList<>(List.of("fill", "--out", tables));
        words.addAll(List.of("--cores", String.valueOf(cores), "--batch", String.valueOf(batch)));
        if (cluster != null) {
            words.addAll(List.of("--cluster", cluster));
        }
        if (folders) {
            words.add("--folders");
        }
        if (rehash) {
            words.add("--rehash");
        }
        if (quiet) {
            words.add("--quiet");
        } else if (!noProgress && console.watched()) {
            words.add("--progress");
        }
        words.add("--");
        words.addAll(paths);
        return words;
    }
}
