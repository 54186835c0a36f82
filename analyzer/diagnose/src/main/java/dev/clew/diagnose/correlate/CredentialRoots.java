package dev.clew.diagnose.correlate;

import dev.clew.graph.ClusterGraph;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Link;
import dev.clew.graph.Ref;
import java.util.LinkedHashSet;
import java.util.Set;

/// The Secret that a program whose credentials are refused shares with what refuses them.
final class CredentialRoots implements NamedRoots {

    private final ClusterGraph graph;

    CredentialRoots(ClusterGraph graph) {
        this.graph = graph;
    }

    @Override
    public Set<Ref> of(Group group, String text, Set<Ref> seen) {
        if (!group.signature.id().equals("app-auth-failed")) {
            return Set.of();
        }
        Set<Ref> shared = new LinkedHashSet<>();
        for (Ref ref : seen) {
            Ref top = graph.top(ref);
            for (ClusterObject secret : graph.from(top, Link.Type.READS_ENV)) {
                if (secret.kind().equals("Secret") && isSharedWithCallee(top, secret.ref())) {
                    shared.add(secret.ref());
                }
            }
        }
        return shared;
    }

    private boolean isSharedWithCallee(Ref caller, Ref secret) {
        for (ClusterObject called : graph.from(caller, Link.Type.TALKS_TO)) {
            for (ClusterObject target : graph.from(called.ref(), Link.Type.SELECTS)) {
                if (!graph.top(target.ref()).equals(caller)
                        && graph.from(graph.top(target.ref())).stream()
                                .anyMatch(link -> link.to().equals(secret))) {
                    return true;
                }
            }
        }
        return false;
    }
}
