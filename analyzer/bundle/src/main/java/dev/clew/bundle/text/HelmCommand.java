package dev.clew.bundle.text;

import dev.clew.model.Subject;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The release that a command of helm is about.
final class HelmCommand {

    private static final Set<String> OF_A_RELEASE =
            Set.of(
                    "install",
                    "upgrade",
                    "rollback",
                    "uninstall",
                    "delete",
                    "del",
                    "status",
                    "history",
                    "hist",
                    "test");

    /// Flags that stand without a value; the word behind any other is taken for its value.
    private static final Set<String> ALONE =
            Set.of(
                    "-i",
                    "-a",
                    "-g",
                    "-h",
                    "--install",
                    "--atomic",
                    "--rollback-on-failure",
                    "--wait",
                    "--wait-for-jobs",
                    "--force",
                    "--force-replace",
                    "--force-conflicts",
                    "--recreate-pods",
                    "--reuse-values",
                    "--reset-values",
                    "--reset-then-reuse-values",
                    "--create-namespace",
                    "--dependency-update",
                    "--dep-up",
                    "--generate-name",
                    "--replace",
                    "--devel",
                    "--debug",
                    "--verify",
                    "--no-hooks",
                    "--skip-crds",
                    "--skip-tests",
                    "--render-subchart-notes",
                    "--cleanup-on-fail",
                    "--disable-openapi-validation",
                    "--skip-schema-validation",
                    "--take-ownership",
                    "--pass-credentials",
                    "--plain-http",
                    "--insecure-skip-tls-verify",
                    "--hide-notes",
                    "--hide-secret",
                    "--keep-history",
                    "--purge",
                    "--ignore-not-found",
                    "--logs",
                    "--tls",
                    "--enable-dns",
                    "--dry-run");

    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9.-]{0,51}[a-z0-9])?");

    private HelmCommand() {}

    /// The release, or null if the command names none.
    ///
    /// @param words what stands behind `helm`
    static @Nullable Subject release(List<String> words) {
        String verb = "";
        String name = "";
        String namespace = null;
        boolean generated = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            if (word.startsWith("-")) {
                String flag = word.replaceFirst("=.*", "");
                String value = word.contains("=") ? word.substring(flag.length() + 1) : next;
                generated |= flag.equals("-g") || flag.equals("--generate-name");
                if (flag.equals("-n") || flag.equals("--namespace")) {
                    namespace = value;
                } else if (flag.equals("--name")) {
                    name = value;
                }
                i += word.contains("=") || ALONE.contains(flag) ? 0 : 1;
            } else if (verb.isEmpty()) {
                verb = word;
            } else if (name.isEmpty()) {
                name = word;
            }
        }
        boolean of = OF_A_RELEASE.contains(verb) && !generated && NAME.matcher(name).matches();
        return of ? new Subject("Release", named(namespace), name, null) : null;
    }

    private static @Nullable String named(@Nullable String namespace) {
        return namespace != null && NAME.matcher(namespace).matches() ? namespace : null;
    }
}
