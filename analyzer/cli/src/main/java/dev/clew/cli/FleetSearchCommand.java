package dev.clew.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "search",
        header = "Finds bundles by a message that no signature knows.",
        description = "Takes words of the message, or a whole line of a log.",
        sortOptions = false)
final class FleetSearchCommand implements Callable<Integer> {

    private static final long MEMORY = 512L << 20;

    enum Output {
        text,
        json
    }

    @Parameters(arity = "1..*", paramLabel = "TEXT", description = "Words, or a line.")
    List<String> text = List.of();

    @Option(
            names = "--in",
            paramLabel = "DIR",
            required = true,
            description = "The folder of the tables.")
    String in = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "No more than so many messages. Default: ${DEFAULT-VALUE}.")
    int limit = 10;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    Output output = Output.text;

    FleetSearchCommand(Console console) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> words =
                new ArrayList<>(List.of("search", "--in", in, "--limit", String.valueOf(limit)));
        words.addAll(List.of("--output", output.name(), "--", String.join(" ", text)));
        return FleetJvm.run(MEMORY, words);
    }
}
