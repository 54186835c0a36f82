package dev.clew.cluster;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.regex.Pattern;

/// The last gate before the network: lets nothing out that could change a cluster, run something in
/// it, or read a secret, whatever part of the program or library asks for it.
final class ReadOnly implements Interceptor {

    static final String NAME = "read-only";

    private static final Pattern SUBRESOURCE =
            Pattern.compile("/(?:exec|attach|portforward|proxy|token|ephemeralcontainers)(?:/|$)");
    private static final Pattern SECRETS = Pattern.compile("/secrets(?:/.*)?$");

    /// The labels of the secrets that Helm keeps its releases in.
    static final String HELM = "owner=helm";

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        String objection = objection(request.method(), request.uri());
        if (!objection.isEmpty()) {
            throw new IllegalStateException(objection + ": " + request.uri().getPath());
        }
    }

    /// Why a request may not be sent, or empty if it may.
    static String objection(String method, java.net.URI uri) {
        if (method != null && !method.equals("GET")) {
            return "only reading is allowed, not " + method;
        }
        String path = uri.getPath();
        if (SUBRESOURCE.matcher(path).find()) {
            return "this reaches into a pod or node";
        }
        String query = uri.getQuery() == null ? "" : uri.getQuery();
        boolean releases = path.endsWith("/secrets") && query.contains("labelSelector=" + HELM);
        return SECRETS.matcher(path).find() && !releases ? "secrets are not read" : "";
    }
}
