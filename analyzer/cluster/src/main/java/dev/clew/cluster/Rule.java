package dev.clew.cluster;

/// The RBAC rule that a request needs.
///
/// @param group API group, empty for the core one
/// @param resource with the subresource: `pods/log`
/// @param verb `get`, `list` or `watch`
/// @param namespace null where it needs a ClusterRole
record Rule(
        String group,
        String resource,
        String verb,
        @org.jspecify.annotations.Nullable String namespace) {

    /// As it stands in a Role or ClusterRole.
    @Override
    public String toString() {
        return "{apiGroups: [\""
                + group
                + "\"], resources: [\""
                + resource
                + "\"], verbs: [\""
                + verb
                + "\"]}"
                + (namespace == null ? " in a ClusterRole" : " in namespace " + namespace);
    }
}
