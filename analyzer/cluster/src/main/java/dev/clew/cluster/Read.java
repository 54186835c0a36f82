package dev.clew.cluster;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request that changes nothing. There is no other sort: whoever asks the API server for
/// something makes one of these.
sealed interface Read {

    /// Metadata instead of whole objects (`metav1.PartialObjectMetadataList`).
    String METADATA = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";

    /// Path and query.
    String uri();

    /// What the user must be allowed to.
    Rule rule();

    /// What is asked for, in words: `list pods in namespace shop`.
    String words();

    default String accept() {
        return "application/json";
    }

    /// The objects of a kind.
    ///
    /// @param namespace null for all
    /// @param query selectors
    record Listing(Resource resource, @Nullable String namespace, Map<String, String> query)
            implements Read {

        public Listing {
            query = Map.copyOf(query);
        }

        static Listing all(Resource resource) {
            return new Listing(resource, null, Map.of());
        }

        /// The same of another version of the resource.
        Listing of(Resource other) {
            return new Listing(other, namespace, query);
        }

        Listing with(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(query);
            more.put(name, value);
            return new Listing(resource, namespace, more);
        }

        @Override
        public String uri() {
            return resource.root()
                    + (namespace == null ? "" : "/namespaces/" + encoded(namespace))
                    + "/"
                    + resource.plural()
                    + Read.query(query);
        }

        @Override
        public Rule rule() {
            return new Rule(resource.group(), resource.plural(), "list", namespace);
        }

        @Override
        public String words() {
            String selected =
                    query.entrySet().stream()
                            .filter(each -> each.getKey().endsWith("Selector"))
                            .map(Map.Entry::getValue)
                            .sorted()
                            .reduce("", (all, next) -> all + " with " + next);
            return "list "
                    + resource.name()
                    + (!resource.namespaced()
                            ? ""
                            : namespace == null
                                    ? " in all namespaces"
                                    : " in namespace " + namespace)
                    + selected;
        }

        @Override
        public String accept() {
            return resource.plural().equals("secrets") ? METADATA : "application/json";
        }
    }

    /// One object.
    record One(Resource resource, String namespace, String name) implements Read {

        @Override
        public String uri() {
            return resource.root()
                    + "/namespaces/"
                    + encoded(namespace)
                    + "/"
                    + resource.plural()
                    + "/"
                    + encoded(name);
        }

        @Override
        public Rule rule() {
            return new Rule(resource.group(), resource.plural(), "get", namespace);
        }

        @Override
        public String words() {
            return "get " + resource.name() + " " + namespace + "/" + name;
        }
    }

    /// The log of a container.
    ///
    /// @param previous whether that of the container before its last restart
    record Log(String namespace, String pod, String container, boolean previous, Bounds bounds)
            implements Read {

        @Override
        public String uri() {
            Map<String, String> query = new LinkedHashMap<>();
            query.put("container", container);
            query.put("timestamps", "true");
            query.put("tailLines", String.valueOf(bounds.logLines()));
            query.put("limitBytes", String.valueOf(bounds.logBytes()));
            if (previous) {
                query.put("previous", "true");
            } else {
                query.put("sinceSeconds", String.valueOf(bounds.logAge().toSeconds()));
            }
            return "/api/v1/namespaces/"
                    + encoded(namespace)
                    + "/pods/"
                    + encoded(pod)
                    + "/log"
                    + Read.query(query);
        }

        @Override
        public Rule rule() {
            return new Rule("", "pods/log", "get", namespace);
        }

        @Override
        public String words() {
            return "get the "
                    + (previous ? "previous " : "")
                    + "log of "
                    + namespace
                    + "/"
                    + pod
                    + "/"
                    + container;
        }

        @Override
        public String accept() {
            return "*/*";
        }

        String file() {
            return "logs/"
                    + namespace
                    + "/"
                    + pod
                    + "/"
                    + container
                    + (previous ? ".previous" : "")
                    + ".log";
        }
    }

    /// What the server tells of itself.
    ///
    /// @param uri `/version`, or an API group such as `/apis/cilium.io/v2`
    record Discovery(String uri) implements Read {

        @Override
        public Rule rule() {
            return new Rule("", uri, "get", null);
        }

        @Override
        public String words() {
            return "get " + uri;
        }
    }

    private static String query(Map<String, String> query) {
        StringBuilder text = new StringBuilder();
        query.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each ->
                        text.append(text.isEmpty() ? '?' : '&')
                                .append(each.getKey())
                                .append('=')
                                .append(encoded(each.getValue())));
        return text.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
