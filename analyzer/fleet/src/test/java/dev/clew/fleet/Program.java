package dev.clew.fleet;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Runs the programs as users do: from their jars, in a JVM of their own.
final class Program {

    static final Path ROOT = Path.of(System.getProperty("clew.root", "")).toAbsolutePath();
    static final Path HOME = ROOT.resolve("analyzer/dist/target/clew");

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final Map<Long, Path> ERRORS = new ConcurrentHashMap<>();

    private Program() {}

    /// What a run printed, and how it ended.
    record Result(int status, String out, String err) {}

    /// `clew` with these words.
    static Result clew(List<String> words) throws IOException, InterruptedException {
        return finish(
                start(
                        List.of(
                                JAVA,
                                "-Xmx512m",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dclew.home=" + HOME,
                                "-Djava.util.logging.config.file="
                                        + ROOT.resolve("etc/logging.properties"),
                                "-Dclew.fleet=" + ROOT.resolve("analyzer/fleet/target/fleet"),
                                "-cp",
                                jars(HOME.resolve("lib")),
                                "dev.clew.cli.Clew"),
                        words));
    }

    /// The JVM of fleet alone, with the knowledge in that folder.
    static Process fleet(Path home, List<String> words) throws IOException {
        return start(
                List.of(
                        JAVA,
                        "-Xmx1g",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dlog4j2.configurationFile=clew-fleet-log4j2.properties",
                        "-Dclew.home=" + home,
                        "-cp",
                        jars(ROOT.resolve("analyzer/fleet/target/fleet/lib")),
                        "dev.clew.fleet.FleetProgram"),
                words);
    }

    /// A program of Spark's.
    static Process spark(Path sparkHome, String memory, List<String> words) throws IOException {
        return start(
                List.of(
                        JAVA,
                        "-Xmx" + memory,
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dlog4j2.configurationFile=clew-fleet-log4j2.properties",
                        "-Dclew.home=" + HOME,
                        "-cp",
                        jars(sparkHome.resolve("jars"))),
                words,
                Map.of(
                        "SPARK_SCALA_VERSION",
                        "2.13",
                        "SPARK_HOME",
                        sparkHome.toString(),
                        "JAVA_HOME",
                        System.getProperty("java.home")));
    }

    static String jars(Path folder) {
        return folder + File.separator + "*";
    }

    private static Process start(List<String> command, List<String> words) throws IOException {
        return start(command, words, Map.of());
    }

    private static Process start(
            List<String> command, List<String> words, Map<String, String> environment)
            throws IOException {
        List<String> all = new ArrayList<>(command);
        all.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(all);
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().putAll(environment);
        builder.redirectError(Files.createTempFile("clew-test-", ".err").toFile());
        Process process = builder.start();
        ERRORS.put(process.pid(), builder.redirectError().file().toPath());
        return process;
    }

    /// Waits for its end.
    static Result finish(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        Path errors = ERRORS.remove(process.pid());
        String err = errors == null ? "" : Files.readString(errors);
        if (errors != null) {
            Files.delete(errors);
        }
        return new Result(status, out, err);
    }
}
