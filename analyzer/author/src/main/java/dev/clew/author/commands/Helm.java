package dev.clew.author.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Takes a call of helm apart, as far as its effect on a cluster goes.
public final class Helm {

    private static final Set<String> VALUED =
            Set.of(
                    "--version",
                    "-n",
                    "--namespace",
                    "--set",
                    "--set-string",
                    "--set-json",
                    "--set-file",
                    "--set-literal",
                    "-f",
                    "--values",
                    "--timeout",
                    "-o",
                    "--output",
                    "--kube-context",
                    "--kubeconfig",
                    "--repo",
                    "--filter",
                    "--max",
                    "--revision",
                    "--description",
                    "--history-max",
                    "--post-renderer",
                    "-l",
                    "--selector",
                    "--username",
                    "--password",
                    "--ca-file",
                    "--untar-dir",
                    "-d",
                    "--destination",
                    "--show-only",
                    "-s",
                    "--kube-version",
                    "-a",
                    "--api-versions",
                    "--output-dir");
    private static final Set<String> SETS = Set.of("--set", "--set-string", "--set-json");

    private Helm() {}

    /// A value that is set.
    ///
    /// @param path without indexes and escapes: `operator.extraEnv.name`
    public record Setting(String path, String value) {}

    /// What a command calls, or empty if it is no call of helm.
    public static Optional<Invocation> of(ShellCommand command) {
        if (!command.program().equals("helm")) {
            return Optional.empty();
        }
        List<String> arguments = new ArrayList<>();
        Map<String, List<String>> flags = new LinkedHashMap<>();
        List<String> words = command.words();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("-")) {
                arguments.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String name = equals > 0 ? word.substring(0, equals) : word;
            String value = equals > 0 ? word.substring(equals + 1) : "";
            if (equals < 0 && VALUED.contains(name) && i + 1 < words.size()) {
                i++;
                value = words.get(i);
            }
            flags.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        String name = arguments.isEmpty() ? "" : arguments.removeFirst();
        return Optional.of(new Invocation(name, arguments, flags, List.of(), List.of()));
    }

    /// Whether the chart is that of Cilium.
    public static boolean ofCilium(Invocation helm) {
        return helm.arguments().stream()
                        .anyMatch(each -> each.matches("(?:.*/)?cilium/cilium|.*charts/cilium"))
                || helm.arguments().contains("<cilium-release>");
    }

    /// The values that are set, in order.
    public static List<Setting> settings(Invocation helm) {
        List<Setting> settings = new ArrayList<>();
        for (String flag : SETS) {
            for (String text : helm.flags().getOrDefault(flag, List.of())) {
                for (String each : flag.equals("--set-json") ? List.of(text) : parts(text)) {
                    int equals = each.indexOf('=');
                    if (equals > 0) {
                        settings.add(
                                new Setting(
                                        path(each.substring(0, equals)),
                                        each.substring(equals + 1)));
                    }
                }
            }
        }
        return settings;
    }

    private static String path(String text) {
        return text.replaceAll("\\[\\d+]", "").replace("\\.", ".");
    }

    /// Parted at commas that stand neither in braces nor behind a backslash.
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == ',' && depth == 0 && i > 0 && text.charAt(i - 1) != '\\') {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
