package dev.clew.cluster;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/// Says in words a person can act on why a cluster can't be reached.
final class Failures {

    private Failures() {}

    static Throwable innermost(Throwable failure) {
        Throwable inner = failure;
        for (int depth = 0; inner.getCause() != null && depth < 20; depth++) {
            inner = inner.getCause();
        }
        return inner;
    }

    /// Why nothing at all can be asked of a server.
    static ClusterException ofServer(Throwable failure, String server, String user) {
        if (failure instanceof ApiException answer) {
            return switch (answer.status()) {
                case 401 ->
                        new ClusterException(
                                "the API server "
                                        + server
                                        + " does not accept the credentials of "
                                        + user
                                        + " (401 Unauthorized): the token or certificate has"
                                        + " expired or is wrong; log in again",
                                failure);
                case 403 -> forbidden(user, answer.reason());
                default ->
                        new ClusterException(
                                "the API server "
                                        + server
                                        + " answers "
                                        + answer.status()
                                        + ": "
                                        + answer.reason(),
                                failure);
            };
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String words = words(cause);
            if (!words.isEmpty()) {
                return new ClusterException(
                        "can't talk to the API server " + server + ": " + words, failure);
            }
        }
        return new ClusterException(
                "can't talk to the API server " + server + ": " + innermost(failure), failure);
    }

    static ClusterException forbidden(String user, String message) {
        return new ClusterException(
                user
                        + " may read nothing of what is needed (403 Forbidden: "
                        + message
                        + "); an administrator can grant it with deploy/rbac.yaml");
    }

    private static String words(Throwable cause) {
        return switch (cause) {
            case CertPathBuilderException e -> untrusted();
            case CertificateException e
                    when String.valueOf(e.getMessage()).contains("subject alternative") ->
                    "x509: its certificate is for another name (" + e.getMessage() + ")";
            case UnknownHostException e ->
                    "its name is not known: check the server in the kubeconfig";
            case ConnectException e when innermost(e) instanceof UnresolvedAddressException ->
                    "its name is not known: check the server in the kubeconfig";
            case ConnectException e ->
                    "no connection; is it running, and is the network or VPN up?";
            case HttpTimeoutException e -> "no answer in time; is the network or VPN up?";
            case TimeoutException e -> "no answer in time; is the network or VPN up?";
            case SSLException e
                    when String.valueOf(e.getMessage()).contains("PKIX path building") ->
                    untrusted();
            case SSLException e when e.getCause() == null -> "TLS: " + e.getMessage();
            default -> "";
        };
    }

    private static String untrusted() {
        return "x509: its certificate is not signed by an authority that the kubeconfig trusts;"
                + " check certificate-authority-data";
    }

    /// An answer that began and did not end.
    static final class BrokenAnswer extends java.io.IOException {
        private static final long serialVersionUID = 1;

        BrokenAnswer(Throwable cause) {
            super("the connection broke in the middle of the answer", cause);
        }
    }

    /// Why one request failed, in a few words.
    static String brief(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
                return "no answer in time";
            }
        }
        Throwable inner = innermost(failure);
        String words =
                inner.getMessage() == null ? inner.getClass().getSimpleName() : inner.getMessage();
        return failure instanceof BrokenAnswer ? failure.getMessage() + ": " + words : words;
    }
}
