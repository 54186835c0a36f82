package dev.clew.diagnose.collect;

import dev.clew.model.Entity;
import dev.clew.model.Scope;

/// What of a place matters within a scope.
public final class Places {

    private Places() {}

    /// The parts of a place by which the scope tells places apart. The pod stays where it is needed
    /// to find out the rest.
    public static Entity needed(Scope scope, Entity entity) {
        return switch (scope) {
            case SOURCE, CLUSTER -> Entity.UNKNOWN;
            case NAMESPACE ->
                    entity.namespace() != null
                            ? new Entity(entity.namespace(), null, null, null, null)
                            : entity.withContainer(null);
            case NODE ->
                    entity.node() != null
                            ? new Entity(null, null, null, entity.node(), null)
                            : entity.withContainer(null);
            case WORKLOAD ->
                    entity.workload() != null && entity.namespace() != null
                            ? new Entity(entity.namespace(), null, null, null, entity.workload())
                            : entity.withContainer(null);
            case POD -> entity.withContainer(null);
            case CONTAINER -> entity;
        };
    }

    /// The same without the pod, where that does not tell which of the places of the scope it is.
    public static Entity plain(Scope scope, Entity needed) {
        return isKnown(scope, needed)
                ? needed
                : switch (scope) {
                    case SOURCE, CLUSTER, NAMESPACE, NODE -> Entity.UNKNOWN;
                    case WORKLOAD, POD, CONTAINER ->
                            Entity.UNKNOWN.withNamespace(needed.namespace());
                };
    }

    /// Whether that tells which of the places of the scope it is.
    public static boolean isKnown(Scope scope, Entity entity) {
        return switch (scope) {
            case SOURCE, CLUSTER -> true;
            case NAMESPACE -> entity.namespace() != null;
            case NODE -> entity.node() != null;
            case WORKLOAD -> entity.workload() != null || entity.pod() != null;
            case POD, CONTAINER -> entity.pod() != null;
        };
    }
}
