package dev.clew.serve.http;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts of what was served. For use by several threads.
final class Metrics {

    private final Map<Integer, LongAdder> answers = new ConcurrentSkipListMap<>();
    private final LongAdder nanos = new LongAdder();

    void served(int status, long duration) {
        answers.computeIfAbsent(status, each -> new LongAdder()).increment();
        nanos.add(duration);
    }

    /// As OpenMetrics.
    String render(Jobs jobs) {
        Runtime runtime = Runtime.getRuntime();
        StringBuilder out = new StringBuilder();
        out.append("# TYPE clew_http_requests counter\n");
        answers.forEach((status, count) ->
                out.append("clew_http_requests_total{status=\"")
                        .append(status)
                        .append("\"} ")
                        .append(count.sum())
                        .append('\n'));
        out.append(
                        "# TYPE clew_http_request_seconds counter\n# UNIT clew_http_request_seconds seconds\n")
                .append("clew_http_request_seconds_total ")
                .append(nanos.sum() / 1e9)
                .append('\n');
        gauge(out, "clew_analyses_running", jobs.running());
        gauge(out, "clew_analyses_kept", jobs.list().size());
        gauge(out, "clew_heap_bytes", runtime.totalMemory() - runtime.freeMemory());
        return out.append("# EOF\n").toString();
    }

    private static void gauge(StringBuilder out, String name, long value) {
        out.append("# TYPE ").append(name).append(" gauge\n");
        out.append(name).append(' ').append(value).append('\n');
    }
}
