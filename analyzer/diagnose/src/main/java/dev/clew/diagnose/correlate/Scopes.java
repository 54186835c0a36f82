package dev.clew.diagnose.correlate;

import dev.clew.model.Entity;
import dev.clew.model.Scope;
import org.jspecify.annotations.Nullable;

/// Tells whether two places are the same within a scope. Where the input does not name them, they
/// may be.
final class Scopes {

    private Scopes() {}

    /// How sure it is that two places are the same.
    enum Answer {
        YES,
        MAYBE,
        NO
    }

    static Answer same(Scope scope, Entity one, Entity other) {
        return switch (scope) {
            case CLUSTER -> Answer.YES;
            case NAMESPACE -> compare(one.namespace(), other.namespace());
            case NODE -> node(one, other);
            case WORKLOAD ->
                    both(
                            inNamespace(one, other),
                            or(
                                    compare(one.workload(), other.workload()),
                                    compare(one.pod(), other.pod())));
            case POD -> both(inNamespace(one, other), compare(one.pod(), other.pod()));
            case CONTAINER ->
                    both(
                            both(inNamespace(one, other), compare(one.pod(), other.pod())),
                            compare(one.container(), other.container()));
            case SOURCE -> Answer.MAYBE;
        };
    }

    private static Answer node(Entity one, Entity other) {
        if (one.node() == null || other.node() == null) {
            // The same pod is on the same node, known or not
            return one.pod() != null && one.pod().equals(other.pod()) ? Answer.YES : Answer.MAYBE;
        }
        return hosts(one.node(), other.node());
    }

    /// Nodes are called by their short names in some outputs and by their full ones in others.
    private static Answer hosts(String one, String other) {
        return one.equals(other) || one.startsWith(other + ".") || other.startsWith(one + ".")
                ? Answer.YES
                : Answer.NO;
    }

    private static Answer inNamespace(Entity one, Entity other) {
        return compare(one.namespace(), other.namespace()) == Answer.NO ? Answer.NO : Answer.YES;
    }

    private static Answer compare(@Nullable String one, @Nullable String other) {
        return one == null || other == null
                ? Answer.MAYBE
                : one.equals(other) ? Answer.YES : Answer.NO;
    }

    private static Answer both(Answer one, Answer other) {
        return one == Answer.NO || other == Answer.NO
                ? Answer.NO
                : one == Answer.MAYBE || other == Answer.MAYBE ? Answer.MAYBE : Answer.YES;
    }

    private static Answer or(Answer one, Answer other) {
        return one == Answer.YES || other == Answer.YES
                ? Answer.YES
                : one == Answer.NO ? one : other == Answer.NO ? other : Answer.MAYBE;
    }
}
