package dev.clew.diagnose.correlate;

import dev.clew.graph.Ref;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The ConfigMap or Secret that containers wait for, by its name in the message.
final class MissingRoots implements NamedRoots {

    private static final Set<String> SIGNATURES =
            Set.of("k8s-container-config-error", "k8s-mount-object-missing");
    private static final Map<String, String> KINDS =
            Map.of("configmap", "ConfigMap", "secret", "Secret");
    private static final Pattern MISSING =
            Pattern.compile(
                    "(?i)\\b(secret|configmap)s? \\\\*\"([a-z0-9][a-z0-9.-]{0,252})\\\\*\" not found"
                            + "|couldn't find key [^\\s\"\\\\]{1,253} in (secret|configmap)"
                            + " (?:[a-z0-9-]{1,63}/)?([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)");

    @Override
    public Set<Ref> of(Group group, String text, Set<Ref> seen) {
        Set<Ref> roots = new LinkedHashSet<>();
        if (SIGNATURES.contains(group.signature.id())) {
            Matcher missing = MISSING.matcher(text);
            if (missing.find()) {
                boolean whole = missing.group(1) != null;
                String kind = missing.group(whole ? 1 : 3).toLowerCase(Locale.ROOT);
                for (String namespace : QuotaRoots.namespaces(group)) {
                    roots.add(
                            new Ref(
                                    KINDS.getOrDefault(kind, kind),
                                    namespace,
                                    missing.group(whole ? 2 : 4)));
                }
            }
        }
        return roots;
    }
}
