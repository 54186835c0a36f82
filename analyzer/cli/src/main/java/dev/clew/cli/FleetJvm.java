package dev.clew.cli;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Starts the part of the program that works on many bundles. It brings Spark along, so it has a
/// folder of its own beside the program, and runs in a JVM of its own.
final class FleetJvm {

    /// System property that names its folder if that is not beside the program.
    static final String PROPERTY = "clew.fleet";

    private static final String MAIN = "dev.clew.fleet.FleetProgram";

    /// One that no JVM has that was cut down to what the program itself needs.
    private static final String NEEDED_MODULE = "java.security.jgss";

    /// What Spark opens of the JDK, as its own launcher does, less what does not concern this use.
    private static final List<String> FLAGS =
            List.of(
                    "-XX:+IgnoreUnrecognizedVMOptions",
                    "-XX:+UseParallelGC",
                    "-XX:-UsePerfData",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
                    "--add-opens=java.base/java.io=ALL-UNNAMED",
                    "--add-opens=java.base/java.net=ALL-UNNAMED",
                    "--add-opens=java.base/java.nio=ALL-UNNAMED",
                    "--add-opens=java.base/java.util=ALL-UNNAMED",
                    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                    "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
                    "--add-opens=java.base/jdk.internal.ref=ALL-UNNAMED",
                    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                    "--add-opens=java.base/sun.nio.cs=ALL-UNNAMED",
                    "--add-opens=java.base/sun.util.calendar=ALL-UNNAMED",
                    "-Dio.netty.tryReflectionSetAccessible=true",
                    "-Dlog4j2.configurationFile=clew-fleet-log4j2.properties",
                    "-Djava.awt.headless=true");

    private FleetJvm() {}

    /// Runs it to its end, on the terminal of this process.
    ///
    /// @param memory of its heap, in bytes
    /// @param words of its command line
    /// @return its exit status
    /// @throws UserError if it is not installed
    static int run(long memory, List<String> words) throws IOException, InterruptedException {
        Path folder = folder();
        ProcessBuilder builder = new ProcessBuilder(command(folder, memory, words));
        builder.inheritIO();
        // it talks to itself only
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return builder.start().waitFor();
    }

    /// The command line of the JVM.
    static List<String> command(Path folder, long memory, List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(java(folder, System.getenv()));
        command.add("-Xmx" + memory);
        command.addAll(FLAGS);
        command.add("-D" + Home.PROPERTY + "=" + System.getProperty(Home.PROPERTY, ""));
        command.add("-cp");
        command.add(folder.resolve("lib") + File.separator + "*");
        command.add(MAIN);
        command.addAll(words);
        return command;
    }

    /// Where it is installed.
    ///
    /// @throws UserError if it is not
    static Path folder() {
        String configured = System.getProperty(PROPERTY, "");
        Path folder =
                configured.isEmpty()
                        ? Path.of(System.getProperty(Home.PROPERTY, ""), "fleet")
                        : Path.of(configured);
        if (!Files.isDirectory(folder.resolve("lib"))) {
            throw new UserError(
                    Exit.NO_INPUT,
                    "fleet is a part of its own that is not installed: ./clew fleet in a checkout"
                            + " builds it, as analyzer/fleet/target/fleet; copy that folder to "
                            + folder.toAbsolutePath());
        }
        return folder;
    }

    private static String java(Path folder, Map<String, String> environment) {
        List<@Nullable String> homes = new ArrayList<>();
        homes.add(folder.resolve("jvm").toString());
        if (ModuleFinder.ofSystem().find(NEEDED_MODULE).isPresent()) {
            homes.add(System.getProperty("java.home"));
        }
        homes.add(environment.get("JAVA_HOME"));
        return homes.stream()
                .flatMap(FleetJvm::program)
                .findFirst()
                .orElseThrow(() ->
                        new UserError(
                                Exit.NO_INPUT,
                                "fleet needs a whole JDK 25 or newer: set JAVA_HOME to it"));
    }

    private static Stream<String> program(@Nullable String home) {
        if (home == null || home.isEmpty()) {
            return Stream.of();
        }
        Path program = Path.of(home, "bin", "java");
        return Files.isExecutable(program) ? Stream.of(program.toString()) : Stream.of();
    }
}
