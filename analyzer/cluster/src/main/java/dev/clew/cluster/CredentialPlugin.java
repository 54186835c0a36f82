package dev.clew.cluster;

import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.api.model.ExecConfig;
import io.fabric8.kubernetes.api.model.NamedContext;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The program that a kubeconfig names to get credentials from.
final class CredentialPlugin {

    private CredentialPlugin() {}

    /// Fails where the user of the context needs a program that this machine lacks.
    ///
    /// @param context the context to use, null for the current one
    /// @param path folders to look in, as in `PATH`
    static void check(List<Config> files, @Nullable String context, String path)
            throws ClusterException {
        String chosen =
                context != null
                        ? context
                        : files.stream()
                                .map(Config::getCurrentContext)
                                .filter(name -> name != null && !name.isEmpty())
                                .findFirst()
                                .orElse("");
        Optional<String> user =
                files.stream()
                        .flatMap(file -> file.getContexts().stream())
                        .filter(each -> chosen.equals(each.getName()) && each.getContext() != null)
                        .map(NamedContext::getContext)
                        .map(each -> String.valueOf(each.getUser()))
                        .findFirst();
        if (user.isEmpty()) {
            return;
        }
        for (Config file : files) {
            for (var each : file.getUsers()) {
                if (user.get().equals(each.getName()) && each.getUser() != null) {
                    check(user.get(), each.getUser().getExec(), path);
                    return;
                }
            }
        }
    }

    private static void check(String user, @Nullable ExecConfig exec, String path)
            throws ClusterException {
        String command = exec == null ? null : exec.getCommand();
        if (exec == null || command == null || command.isEmpty() || isThere(command, path)) {
            return;
        }
        String hint = exec.getInstallHint();
        throw new ClusterException(
                "the credential plugin '"
                        + command
                        + "' of user '"
                        + user
                        + "' is not installed or not on PATH"
                        + (hint == null || hint.isBlank()
                                ? ""
                                : ": " + hint.strip().lines().findFirst().orElse("")));
    }

    private static boolean isThere(String command, String path) {
        if (command.contains("/") || command.contains(File.separator)) {
            // One that starts from the kubeconfig's folder is for the client to find
            return !Path.of(command).isAbsolute() || Files.isExecutable(Path.of(command));
        }
        for (String folder : path.split(File.pathSeparator)) {
            for (String ending : List.of("", ".exe", ".cmd", ".bat")) {
                if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, command + ending))) {
                    return true;
                }
            }
        }
        return false;
    }
}
