package dev.clew.serve.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.serve.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/// Writes answers.
final class Answers {

    static final String JSON = "application/json";
    static final String HTML = "text/html; charset=utf-8";

    private static final int WORTH_PACKING = 1024;

    private Answers() {}

    static void send(
            HttpServletRequest request, HttpServletResponse response, String type, String text)
            throws IOException {
        send(request, response, type, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Sends bytes, packed where the caller takes that.
    static void send(
            HttpServletRequest request, HttpServletResponse response, String type, byte[] bytes)
            throws IOException {
        response.setContentType(type);
        String accepted = request.getHeader("Accept-Encoding");
        response.setHeader("Vary", "Accept-Encoding");
        if (bytes.length >= WORTH_PACKING && accepted != null && accepted.contains("gzip")) {
            response.setHeader("Content-Encoding", "gzip");
            try (GZIPOutputStream packed = new GZIPOutputStream(response.getOutputStream())) {
                packed.write(bytes);
            }
        } else {
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }

    /// What went wrong, by RFC 9457.
    static String problem(int status, String title, String detail) {
        ObjectNode problem = Json.MAPPER.createObjectNode();
        return problem.put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .toString();
    }

    static void fail(HttpServletResponse response, int status, String title, String detail)
            throws IOException {
        if (!response.isCommitted()) {
            response.resetBuffer();
            response.setHeader("Content-Encoding", null);
            response.setStatus(status);
            response.setContentType("application/problem+json");
            response.getOutputStream()
                    .write(problem(status, title, detail).getBytes(StandardCharsets.UTF_8));
        }
    }
}
