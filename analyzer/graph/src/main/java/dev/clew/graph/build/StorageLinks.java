package dev.clew.graph.build;

import dev.clew.graph.ClusterObject;
import dev.clew.graph.Data;
import dev.clew.graph.Link;
import dev.clew.graph.Ref;
import java.util.List;

/// Claims, volumes, classes and drivers.
final class StorageLinks {

    private final GraphBuilder graph;

    StorageLinks(GraphBuilder graph) {
        this.graph = graph;
    }

    void add(List<ClusterObject> objects) {
        for (ClusterObject object : objects) {
            Data spec = object.data().at("spec");
            switch (object.kind()) {
                case "PersistentVolumeClaim" -> {
                    provided(object, "PersistentVolume", spec.text("volumeName"));
                    provided(object, "StorageClass", spec.text("storageClassName"));
                }
                case "PersistentVolume" -> {
                    provided(object, "StorageClass", spec.text("storageClassName"));
                    provided(object, "CSIDriver", spec.text("csi", "driver"));
                }
                case "VolumeAttachment" -> {
                    String volume = spec.text("source", "persistentVolumeName");
                    String node = spec.text("nodeName");
                    if (volume != null) {
                        graph.link(
                                object.ref(),
                                new Ref("PersistentVolume", null, volume),
                                Link.Type.PROVIDES);
                    }
                    if (node != null) {
                        graph.link(object.ref(), "Node", null, node, Link.Type.REFERS_TO);
                    }
                }
                default -> {
                    // has nothing to do with storage
                }
            }
        }
    }

    private void provided(
            ClusterObject object, String kind, @org.jspecify.annotations.Nullable String name) {
        if (name != null && !name.isEmpty()) {
            graph.link(new Ref(kind, null, name), object.ref(), Link.Type.PROVIDES);
        }
    }
}
