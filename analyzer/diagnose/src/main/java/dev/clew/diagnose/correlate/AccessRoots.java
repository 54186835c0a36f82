package dev.clew.diagnose.correlate;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Data;
import dev.clew.graph.Link;
import dev.clew.graph.Ref;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The role that would allow what was refused and is bound to nobody; else the account.
final class AccessRoots implements NamedRoots {

    private static final Pattern REFUSED =
            Pattern.compile(
                    "[\"']system:serviceaccount:([a-z0-9-]{1,63}):([a-z0-9.-]{1,253})\\\\?[\"'] cannot (\\w+) resource \\\\?[\"']([\\w./-]+?)\\\\?[\"']");

    private final ClusterGraph graph;

    AccessRoots(ClusterGraph graph) {
        this.graph = graph;
    }

    @Override
    public Set<Ref> of(Group group, String text, Set<Ref> seen) {
        Set<Ref> roots = new LinkedHashSet<>();
        Matcher refused = REFUSED.matcher(text);
        while (refused.find()) {
            Ref account = new Ref("ServiceAccount", refused.group(1), refused.group(2));
            Ref role = unbound(account, refused.group(3), refused.group(4));
            roots.add(role == null ? account : role);
        }
        return roots;
    }

    private @org.jspecify.annotations.Nullable Ref unbound(
            Ref account, String verb, String resource) {
        for (String kind : List.of("Role", "ClusterRole")) {
            for (ClusterObject role : graph.read(kind)) {
                boolean near =
                        kind.equals("Role")
                                ? role.namespace().equals(account.namespace())
                                : role.name().contains(account.name());
                if (near
                        && allows(role, verb, resource)
                        && graph.from(role.ref(), Link.Type.ALLOWS).isEmpty()) {
                    return role.ref();
                }
            }
        }
        return null;
    }

    private static boolean allows(ClusterObject role, String verb, String resource) {
        for (Data rule : role.data().items("rules")) {
            List<String> verbs = rule.texts("verbs");
            List<String> resources = rule.texts("resources");
            if ((verbs.contains(verb) || verbs.contains("*"))
                    && (resources.contains(resource) || resources.contains("*"))) {
                return true;
            }
        }
        return false;
    }
}
