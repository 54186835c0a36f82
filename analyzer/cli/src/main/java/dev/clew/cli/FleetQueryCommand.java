package dev.clew.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "query",
        header = "Answers SQL over the tables of a fleet.",
        description =
                "Besides the tables there are who_else('SIGNATURE'), since('VERSION'),"
                        + " regressions('OLD', 'NEW') and spreading: clew fleet query \"SELECT * FROM"
                        + " who_else('cilium-native-routing-cidr-missing')\" --in DIR",
        sortOptions = false)
final class FleetQueryCommand implements Callable<Integer> {

    private static final long MEMORY = 1L << 30;

    enum Output {
        text,
        json,
        csv
    }

    @Parameters(index = "0", paramLabel = "SQL", description = "A query of Spark SQL.")
    String sql = "";

    @Option(
            names = "--in",
            paramLabel = "DIR",
            required = true,
            description = "The folder of the tables.")
    String in = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    Output output = Output.text;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description = "Memory of the run, such as 4G. Default: 1G.")
    @Nullable String memory;

    FleetQueryCommand(Console console) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        return FleetJvm.run(
                memory == null ? MEMORY : Sizes.of(memory),
                List.of("query", "--in", in, "--output", output.name(), "--", sql));
    }
}
