package dev.clew.graph;

import dev.clew.model.Origin;
import java.util.List;
import java.util.Map;

/// An object of the cluster, or the name of one that others speak of.
///
/// @param ref its name
/// @param data its members; [Data#NOTHING] where only its name is known
/// @param origin where it stands in the input
/// @param presence what is known of whether it exists
/// @param changes who changed it, and when
public record ClusterObject(
        Ref ref, Data data, Origin origin, Presence presence, List<Change> changes) {

    public ClusterObject {
        changes = List.copyOf(changes);
    }

    /// What the input tells of whether something exists.
    public enum Presence {
        /// The object itself was read.
        READ,
        /// A page, a table or another object names it.
        NAMED,
        /// Another object names it, and it is not in the list of its kind.
        MISSING
    }

    public String kind() {
        return ref.kind();
    }

    public String name() {
        return ref.name();
    }

    /// The namespace, or empty.
    public String namespace() {
        String namespace = ref.namespace();
        return namespace == null ? "" : namespace;
    }

    public boolean isRead() {
        return presence == Presence.READ;
    }

    public Map<String, String> labels() {
        return data.at("metadata", "labels").labels();
    }

    /// The annotation of that name, or empty.
    public String annotation(String name) {
        String text = data.text("metadata", "annotations", name);
        return text == null ? "" : text;
    }

    /// The condition of that type, or [Data#NOTHING].
    public Data condition(String type) {
        for (Data condition : data.items("status", "conditions")) {
            if (type.equals(condition.text("type"))) {
                return condition;
            }
        }
        return Data.NOTHING;
    }

    /// Whether the condition of that type has that status.
    public boolean is(String type, String status) {
        return status.equals(condition(type).text("status"));
    }
}
