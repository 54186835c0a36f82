package dev.clew.bundle.log;

import dev.clew.model.Level;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What has been read off one line of a log so far. The layers in front of the program's own words
/// are peeled off one by one, and each leaves here what it knew.
final class LogLine {

    /// Layers seen, for telling a log line from other text.
    enum Layer {
        CONTAINER_RUNTIME,
        TIMESTAMP,
        SYSLOG,
        PREFIX,
        KLOG,
        LOGFMT,
        JSON,
        ENVOY,
        KERNEL,
        CONSOLE,
        LEVEL_WORD
    }

    final Map<String, String> fields = new LinkedHashMap<>();
    String rest;
    String message = "";
    @Nullable Level level;
    @Nullable Instant time;
    boolean timeAssumed;
    String component = "";
    @Nullable String host;
    @Nullable String namespace;
    @Nullable String pod;
    @Nullable String container;
    @Nullable Layer innermost;
    boolean partial;
    int layers;

    LogLine(String line) {
        rest = line;
    }

    void passed(Layer layer) {
        innermost = layer;
        layers++;
    }

    /// Keeps the time of the innermost layer that has one with a year: it is the program's own.
    void at(@Nullable Instant instant, boolean assumed) {
        if (instant != null && (time == null || timeAssumed || !assumed)) {
            time = instant;
            timeAssumed = assumed;
        }
    }

    /// Whether the line has the frame of a log line around its words.
    boolean isFramed() {
        return layers > 0;
    }
}
