package dev.clew.graph.build;

import dev.clew.bundle.ObjectRead;
import dev.clew.bundle.object.Tree;
import dev.clew.bundle.time.Stamps;
import dev.clew.graph.Change;
import dev.clew.graph.ClusterObject;
import dev.clew.graph.Data;
import dev.clew.graph.Ref;
import dev.clew.model.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes objects of the graph from what was read.
final class Objects {

    private static final int MOST_CHANGES = 20;

    private Objects() {}

    /// The object, or null where it has no name.
    static @Nullable ClusterObject of(ObjectRead read) {
        Tree metadata = read.tree().get("metadata");
        String name = metadata.text("name");
        if (name == null || name.isEmpty()) {
            return null;
        }
        Data data = Data.of(read.tree());
        if (read.kind().equals("Secret")) {
            data = data.namesOnly("data").namesOnly("stringData");
        }
        return new ClusterObject(
                new Ref(read.kind(), metadata.text("namespace"), name),
                data,
                read.origin(),
                ClusterObject.Presence.READ,
                changes(metadata));
    }

    /// An object of which only the name is known.
    static ClusterObject named(Ref ref, Origin origin, ClusterObject.Presence presence) {
        return new ClusterObject(ref, Data.NOTHING, origin, presence, List.of());
    }

    private static List<Change> changes(Tree metadata) {
        List<Change> changes = new ArrayList<>();
        for (Tree field : metadata.get("managedFields").items()) {
            String time = field.text("time");
            Instant instant = time == null ? null : Stamps.any(time);
            if (instant != null
                    && !"status".equals(field.text("subresource"))
                    && changesSpec(field.get("fieldsV1"))
                    && changes.size() < MOST_CHANGES) {
                changes.add(
                        new Change(
                                instant,
                                field.get("manager").orEmpty(),
                                field.get("operation").orEmpty()));
            }
        }
        return changes;
    }

    private static boolean changesSpec(Tree fields) {
        return fields.has("f:spec")
                || fields.has("f:data")
                || fields.has("f:stringData")
                || fields.has("f:rules")
                || fields.has("f:roleRef")
                || fields.has("f:subjects")
                || fields.has("f:webhooks");
    }
}
