package dev.clew.serve.http;

import dev.clew.serve.Json;
import dev.clew.serve.Trouble;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/// Stands before everything that is served: lets in only who may come, tells what went wrong, and
/// counts.
final class Guard extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final transient Settings settings;
    private final transient Metrics metrics;
    private final transient Rates rates = new Rates();

    Guard(Settings settings, Metrics metrics) {
        this.settings = settings;
        this.metrics = metrics;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        long began = System.nanoTime();
        try {
            response.setHeader("Content-Security-Policy", POLICY);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
            response.setHeader("Cache-Control", "no-store");
            check(request);
            chain.doFilter(request, response);
        } catch (Trouble trouble) {
            tell(response, trouble);
        } catch (ServletException | RuntimeException e) {
            Answers.fail(response, 500, "Internal Server Error", "a bug in clew: " + e);
        } finally {
            long duration = System.nanoTime() - began;
            metrics.served(response.getStatus(), duration);
            log(request, response, duration);
        }
    }

    private static void tell(HttpServletResponse response, Trouble trouble) throws IOException {
        switch (trouble.kind()) {
            case TOO_OFTEN, BUSY -> response.setHeader("Retry-After", "1");
            case UNKNOWN_CALLER -> response.setHeader("WWW-Authenticate", "Bearer");
            default -> {}
        }
        String title = trouble.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        Answers.fail(response, trouble.kind().status(), title, trouble.words());
    }

    private void check(HttpServletRequest request) {
        String host = String.valueOf(request.getHeader("Host"));
        if (settings.token() == null && !THIS_MACHINE.contains(withoutPort(host))) {
            throw new Trouble(Trouble.Kind.FORBIDDEN, "this host name is not served: " + host);
        }
        String origin = request.getHeader("Origin");
        if (origin != null
                && !origin.equals("http://" + host)
                && !origin.equals("https://" + host)) {
            throw new Trouble(Trouble.Kind.FORBIDDEN, "requests of other sites are not served");
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && (site.equals("cross-site") || site.equals("same-site"))) {
            throw new Trouble(Trouble.Kind.FORBIDDEN, "requests of other sites are not served");
        }
        if (!rates.admit(request.getRemoteAddr())) {
            throw new Trouble(Trouble.Kind.TOO_OFTEN, "too many requests; try again in a second");
        }
        if (settings.token() != null && isProtected(request.getRequestURI())) {
            String shown = request.getHeader("Authorization");
            if (shown == null || !same(shown, "Bearer " + settings.token())) {
                throw new Trouble(
                        Trouble.Kind.UNKNOWN_CALLER, "send the token: Authorization: Bearer …");
            }
        }
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
    }

    /// The page itself tells nothing, and asks for the token.
    private static boolean isProtected(String path) {
        return path.startsWith("/api/") || path.startsWith("/mcp") || path.equals("/metrics");
    }

    private static boolean same(String shown, String wanted) {
        return MessageDigest.isEqual(
                shown.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }

    private void log(HttpServletRequest request, HttpServletResponse response, long duration) {
        settings.log()
                .accept(
                        Json.MAPPER
                                .createObjectNode()
                                .put("time", Instant.now().toString())
                                .put("remote", request.getRemoteAddr())
                                .put("method", request.getMethod())
                                .put("path", request.getRequestURI())
                                .put("status", response.getStatus())
                                .put("millis", duration / 1_000_000)
                                .toString());
    }
}
