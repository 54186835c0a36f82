package dev.clew.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The command `clew`.
@Command(
        name = "clew",
        header = "Finds the thread that leads out of a broken Kubernetes or Cilium cluster.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AnalyzeCommand.class,
            DiagnoseCommand.class,
            CollectCommand.class,
            RedactCommand.class,
            DiffCommand.class,
            SearchCommand.class,
            ExplainCommand.class,
            PatternsCommand.class,
            KbCommand.class,
            CompletionCommand.class
        })
public final class Clew implements Runnable {

    @Spec @Nullable CommandSpec spec;

    private final Console console;

    private Clew(Console console) {
        this.console = console;
    }

    /// Runs the command and ends the process.
    public static void main(String[] arguments) {
        Console console = Console.ofProcess();
        Runtime.getRuntime().addShutdownHook(new Thread(console.stop()::request, "stop"));
        int status = Exit.BUG;
        try {
            status = run(console, List.of(arguments));
        } finally {
            console.stop().done();
        }
        System.exit(status);
    }

    /// Runs the command.
    ///
    /// @return the exit status
    public static int run(Console console, List<String> arguments) {
        CommandLine line = new CommandLine(new Clew(console), factory(console));
        line.setOut(console.out()).setErr(console.err());
        line.setUsageHelpAutoWidth(false).setUsageHelpWidth(console.width());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setParameterExceptionHandler(Clew::wrongUsage);
        line.setExecutionExceptionHandler(Clew::failed);
        line.getSubcommands().values().forEach(Clew::addHelp);
        addHelp(line);
        int status = line.execute(arguments.toArray(String[]::new));
        console.out().flush();
        console.err().flush();
        return status;
    }

    private static void addHelp(CommandLine line) {
        line.getCommandSpec().mixinStandardHelpOptions(true);
        line.getCommandSpec().version("clew " + Home.version());
        line.getSubcommands().values().forEach(Clew::addHelp);
    }

    private static IFactory factory(Console console) {
        return new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                if (type.getPackage() == Clew.class.getPackage() && !type.isEnum()) {
                    return type.getDeclaredConstructor(Console.class).newInstance(console);
                }
                return CommandLine.defaultFactory().create(type);
            }
        };
    }

    private static int wrongUsage(CommandLine.ParameterException e, String[] arguments) {
        CommandLine line = e.getCommandLine();
        line.getErr().println("clew: " + e.getMessage());
        line.getErr().println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        return Exit.USAGE;
    }

    private static int failed(Exception e, CommandLine line, CommandLine.ParseResult result) {
        if (e instanceof UserError error) {
            line.getErr().println("clew: " + error.getMessage());
            return error.status();
        }
        line.getErr().println("clew: this is a bug in clew; please report it with what follows");
        e.printStackTrace(line.getErr());
        return Exit.BUG;
    }

    @Override
    public void run() {
        spec().commandLine().usage(console.out());
    }

    private CommandSpec spec() {
        return java.util.Objects.requireNonNull(spec);
    }
}
