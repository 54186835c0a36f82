package dev.clew.cli;

import dev.clew.model.Problem;
import dev.clew.packs.Place;
import dev.clew.packs.Problems;
import dev.clew.packs.yaml.YamlFile;
import dev.clew.packs.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What options are when the command line doesn't say: from the environment (`CLEW_FAIL_ON=error`),
/// or else from the user's configuration file (`fail-on: error`).
final class Defaults implements IDefaultValueProvider {

    /// Options that mean the same in every command that has them.
    private static final Set<String> EVERYWHERE =
            Set.of("color", "lang", "no-progress", "patterns", "context", "kubeconfig");

    /// Options of the commands that make a report.
    private static final Set<String> OF_REPORTS =
            Set.of("output", "fail-on", "strict", "max-unpacked", "baseline");

    private static final Set<String> REPORTING = Set.of("analyze", "diagnose");

    /// Options whose value may be a path beside the configuration file.
    private static final Set<String> PATHS = Set.of("patterns", "baseline", "kubeconfig");

    private static final long MOST_BYTES = 64 << 10;

    private record Setting(String value, String origin) {}

    private final Map<String, Setting> settings;
    private final List<String> arguments;

    private Defaults(Map<String, Setting> settings, List<String> arguments) {
        this.settings = settings;
        this.arguments = arguments;
    }

    /// The defaults of a run.
    ///
    /// @param environment of the process
    /// @param arguments of the command line, which come before any default
    /// @throws UserError if the configuration file has mistakes or can't be read
    static Defaults of(Map<String, String> environment, List<String> arguments) {
        Map<String, Setting> settings = new HashMap<>();
        Path file = file(environment);
        if (file != null && Files.exists(file)) {
            read(file, settings);
        }
        for (String key : keys()) {
            String name = "CLEW_" + key.replace('-', '_').toUpperCase(Locale.ROOT);
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                settings.put(key, new Setting(value, name));
            }
        }
        return new Defaults(settings, arguments);
    }

    /// Where the configuration file would be; null if the environment names no home.
    private static @Nullable Path file(Map<String, String> environment) {
        String folder = environment.getOrDefault("XDG_CONFIG_HOME", "");
        String home = environment.getOrDefault("HOME", "");
        if (folder.isEmpty() && home.isEmpty()) {
            return null;
        }
        try {
            Path configuration = folder.isEmpty() ? Path.of(home, ".config") : Path.of(folder);
            return configuration.resolve("clew").resolve("config.yaml");
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static void read(Path file, Map<String, Setting> settings) {
        String text;
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new UserError(Exit.USAGE, file + ": larger than " + MOST_BYTES + " bytes");
            }
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UserError(Exit.USAGE, file + " can't be read");
        }
        Problems problems = new Problems();
        if (!text.isBlank()) {
            YamlFile.read(file.toString(), text, problems)
                    .ifPresent(map -> {
                        map.allow(keys());
                        map.keys().stream()
                                .filter(keys()::contains)
                                .forEach(key -> put(file, map, key, settings));
                    });
        }
        if (problems.anyFatal()) {
            throw new UserError(
                    Exit.USAGE,
                    String.join("\n", problems.list().stream().map(Problem::toString).toList()));
        }
    }

    private static void put(Path file, YamlMap map, String key, Map<String, Setting> settings) {
        Place place = map.place(key);
        map.optionalText(key)
                .ifPresent(value ->
                        settings.put(
                                key,
                                new Setting(
                                        PATHS.contains(key) ? beside(file, value) : value,
                                        file + ":" + place.line())));
    }

    private static String beside(Path file, String value) {
        try {
            Path there = file.resolveSibling(value);
            return Files.exists(there) ? there.toString() : value;
        } catch (InvalidPathException e) {
            return value;
        }
    }

    private static Set<String> keys() {
        Set<String> keys = new HashSet<>(EVERYWHERE);
        keys.addAll(OF_REPORTS);
        return keys;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        Setting setting = setting(argument);
        return setting == null ? null : setting.value();
    }

    /// What to add to a complaint about the value of an option: where that value comes from. Empty
    /// if it was typed.
    String origin(@Nullable ArgSpec argument) {
        Setting setting = argument == null ? null : setting(argument);
        return setting == null ? "" : " (from " + setting.origin() + ")";
    }

    private @Nullable Setting setting(ArgSpec argument) {
        if (settings.isEmpty() || !(argument instanceof OptionSpec option) || typed(option)) {
            return null;
        }
        String key = option.longestName().replaceFirst("^--", "");
        boolean here =
                EVERYWHERE.contains(key)
                        || OF_REPORTS.contains(key) && REPORTING.contains(option.command().name());
        return here ? settings.get(key) : null;
    }

    /// Whether the command line has the option. A flag that is typed would else turn its default
    /// around.
    private boolean typed(OptionSpec option) {
        return arguments.stream()
                .anyMatch(argument -> List.of(option.names()).contains(argument.split("=", 2)[0]));
    }
}
