package dev.clew.cli;

import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
        synopsisSubcommandLabel = "COMMAND")
public final class Clew implements Runnable {

    private static final List<Class<?>> COMMANDS =
            List.of(
                    AnalyzeCommand.class,
                    DiagnoseCommand.class,
                    CollectCommand.class,
                    RedactCommand.class,
                    DiffCommand.class,
                    GraphCommand.class,
                    FleetCommand.class,
                    SearchCommand.class,
                    ExplainCommand.class,
                    PatternsCommand.class,
                    PackCommand.class,
                    ServeCommand.class,
                    McpCommand.class,
                    KbCommand.class,
                    BaselineCommand.class,
                    CompletionCommand.class);

    /// Columns below which no help can be printed.
    private static final int NARROWEST_HELP = 55;

    @Spec @Nullable CommandSpec spec;

    private final Console console;

    private Clew(Console console) {
        this.console = console;
    }

    /// Runs the command and ends the process.
    public static void main(String[] arguments) {
        Shipped.openAhead(arguments.length == 0 ? "" : arguments[0]);
        Console console = Console.ofProcess();
        Runtime.getRuntime().addShutdownHook(new Thread(console.stop()::request, "stop"));
        int status = Exit.BUG;
        try {
            status = run(console, List.of(arguments), System.getenv());
        } finally {
            console.stop().done();
        }
        if (console.stop().wanted()) {
            System.exit(status); // waits for the end that the signal has begun
        }
        // Nothing is left to do at exit, and System.exit would first load the JVM's logging
        Runtime.getRuntime().halt(status);
    }

    /// Runs the command with the defaults that its options are shipped with.
    ///
    /// @return the exit status
    public static int run(Console console, List<String> arguments) {
        return run(console, arguments, Map.of());
    }

    /// Runs the command.
    ///
    /// @param environment tells where the configuration file is, and defaults of options
    /// @return the exit status
    public static int run(
            Console console, List<String> arguments, Map<String, String> environment) {
        List<String> plain = plain(arguments);
        Defaults defaults;
        try {
            defaults = Defaults.of(asksForHelp(plain) ? Map.of() : environment, plain);
        } catch (UserError e) {
            console.err().println("clew: " + e.getMessage());
            console.err().flush();
            return e.status();
        }
        return runPlain(console, plain, defaults);
    }

    /// Help and version are there in spite of mistakes in the configuration file.
    private static boolean asksForHelp(List<String> arguments) {
        return arguments.isEmpty()
                || Stream.of("--help", "-h", "--version", "-V").anyMatch(arguments::contains);
    }

    /// `clew help analyze` means `clew analyze --help`, and `clew version` means `clew --version`.
    private static List<String> plain(List<String> arguments) {
        String first = arguments.isEmpty() ? "" : arguments.getFirst();
        if (first.equals("version")) {
            return List.of("--version");
        }
        if (!first.equals("help")) {
            return arguments;
        }
        List<String> plain = new ArrayList<>(arguments.subList(1, arguments.size()));
        if (!plain.isEmpty()
                && COMMANDS.stream().noneMatch(type -> name(type).equals(plain.getFirst()))) {
            return plain; // which is then told to be no command
        }
        plain.add("--help");
        return plain;
    }

    private static int runPlain(Console console, List<String> arguments, Defaults defaults) {
        IFactory factory = factory(console);
        CommandLine line = new CommandLine(new Clew(console), factory);
        addCommands(line, factory, arguments.isEmpty() ? "" : arguments.getFirst());
        line.setOut(console.out()).setErr(console.err());
        line.setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(Math.max(NARROWEST_HELP, console.width()));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setDefaultValueProvider(defaults);
        line.setParameterExceptionHandler((e, all) -> wrongUsage(e, defaults));
        line.setExecutionExceptionHandler(Clew::failed);
        line.getSubcommands().values().forEach(Clew::addHelp);
        addHelp(line);
        int status = line.execute(arguments.toArray(String[]::new));
        boolean unwritable = console.out().checkError();
        if (unwritable) {
            console.err().println("clew: standard output could not be written");
        }
        console.err().flush();
        return unwritable ? Exit.OUTPUT : status;
    }

    /// Adds the command that is to run. Reading the options of the others would take longer than
    /// most runs, so those are added by name and header, for the help, and not at all when they
    /// can't be asked for.
    private static void addCommands(CommandLine line, IFactory factory, String first) {
        boolean all = first.equals(name(CompletionCommand.class));
        boolean one = !all && COMMANDS.stream().anyMatch(type -> name(type).equals(first));
        for (Class<?> type : COMMANDS) {
            if (all || name(type).equals(first)) {
                line.addSubcommand(new CommandLine(type, factory));
            } else if (!one) {
                String[] header = type.getAnnotation(Command.class).header();
                addBrief(line, name(type), String.join(" ", header));
            }
        }
        if (!one) {
            addBrief(line, "help", "Prints the help of a command: clew help analyze.");
            addBrief(line, "version", "Prints the version.");
        }
    }

    /// The commands that are other ways to write an option.
    private static void addBrief(CommandLine line, String name, String header) {
        CommandSpec brief = CommandSpec.create().name(name);
        brief.usageMessage().header(header);
        line.addSubcommand(name, brief);
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
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
                if (type.isAnnotationPresent(Command.class)) {
                    return type.getDeclaredConstructor(Console.class).newInstance(console);
                }
                return CommandLine.defaultFactory().create(type);
            }
        };
    }

    private static int wrongUsage(CommandLine.ParameterException e, Defaults defaults) {
        CommandLine line = e.getCommandLine();
        line.getErr().println("clew: " + e.getMessage() + defaults.origin(e.getArgSpec()));
        CommandLine.UnmatchedArgumentException.printSuggestions(e, line.getErr());
        line.getErr().println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        return Exit.USAGE;
    }

    private static int failed(Exception e, CommandLine line, CommandLine.ParseResult result) {
        if (e instanceof UserError error) {
            line.getErr().println("clew: " + error.getMessage());
            return error.status();
        }
        if (e instanceof FileSystemException file && file.getFile() != null) {
            line.getErr().println("clew: " + file.getFile() + ": " + OutFile.reason(file));
            return Exit.OUTPUT;
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
