package dev.clew.cluster;

/// A kind of object that the API server keeps.
///
/// @param group API group, empty for the core one
/// @param plural as it stands in URLs
/// @param kind as it stands in objects
/// @param namespaced whether its objects belong to namespaces
record Resource(String group, String version, String plural, String kind, boolean namespaced) {

    static Resource core(String plural, String kind) {
        return new Resource("", "v1", plural, kind, true);
    }

    static Resource of(String group, String plural, String kind) {
        return new Resource(group, "v1", plural, kind, true);
    }

    Resource ofCluster() {
        return new Resource(group, version, plural, kind, false);
    }

    String root() {
        return group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
    }

    String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /// Name of the file of a bundle that holds its objects.
    String file() {
        return "objects/" + plural + (group.isEmpty() ? "" : "." + group) + ".json";
    }

    String name() {
        return plural + (group.isEmpty() ? "" : "." + group);
    }
}
