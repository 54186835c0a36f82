package dev.clew.diagnose.correlate;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Ref;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The configuration of the webhook that an object was not admitted by.
final class WebhookRoots implements NamedRoots {

    private static final Pattern WEBHOOK =
            Pattern.compile(
                    "(?:calling|call) (?:admission )?webhook"
                            + " \\\\?\"([\\w.-]{1,253}?)\\\\?\"|admission webhook"
                            + " \\\\?\"([\\w.-]{1,253}?)\\\\?\" denied");

    private final ClusterGraph graph;

    WebhookRoots(ClusterGraph graph) {
        this.graph = graph;
    }

    @Override
    public Set<Ref> of(Group group, String text, Set<Ref> seen) {
        Set<Ref> roots = new LinkedHashSet<>();
        Matcher matcher = WEBHOOK.matcher(text);
        if (matcher.find()) {
            String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            for (String kind :
                    List.of("ValidatingWebhookConfiguration", "MutatingWebhookConfiguration")) {
                for (ClusterObject each : graph.read(kind)) {
                    if (each.data().items("webhooks").stream()
                            .anyMatch(hook -> name.equals(hook.text("name")))) {
                        roots.add(each.ref());
                    }
                }
            }
        }
        return roots;
    }
}
