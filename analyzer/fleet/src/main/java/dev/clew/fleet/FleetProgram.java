package dev.clew.fleet;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// What runs in the JVM of `clew fleet`, and what `spark-submit` starts on a cluster.
public final class FleetProgram {

    /// System property that names the folder of the compiled pack and the knowledge base.
    private static final String HOME = "clew.home";

    private FleetProgram() {}

    /// Runs a command and ends the process.
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int status = run(List.of(arguments), out, err);
        out.flush();
        if (status != 0 || Sessions.local()) {
            System.exit(status);
        }
    }

    /// Runs a command.
    ///
    /// @return the exit status
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            String command = arguments.isEmpty() ? "" : arguments.getFirst();
            List<String> words = arguments.subList(Math.min(1, arguments.size()), arguments.size());
            switch (command) {
                case "fill" -> new Fill(FillSettings.of(words), home(), out, err).run();
                case "query" -> Query.of(words).run(out, err);
                case "search" -> Search.of(words).run(out, err);
                default ->
                        throw new FleetError(
                                FleetError.USAGE, "say 'fill', 'query' or 'search' first");
            }
            return 0;
        } catch (FleetError e) {
            err.println("clew: " + e.getMessage());
            return e.status();
        } catch (RuntimeException e) {
            err.println("clew: this is a bug in clew; please report it with what follows");
            e.printStackTrace(err);
            return FleetError.BUG;
        }
    }

    private static Path home() {
        String home = System.getProperty(HOME, "");
        if (home.isEmpty()) {
            throw new FleetError(FleetError.NO_INPUT, "the installation is incomplete: no home");
        }
        return Path.of(home);
    }
}
