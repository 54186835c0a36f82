package dev.clew.bundle.log;

import dev.clew.bundle.wrapper.Shipped;
import dev.clew.model.Level;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was read off one line of a log. Each frame around the program's own words leaves here what
/// it knew, from the outermost to the innermost.
public final class LogLine {

    /// Frames seen, for telling a log line from other text.
    enum Layer {
        CONTAINER_RUNTIME,
        TIMESTAMP,
        SYSLOG,
        PREFIX,
        SHIPPER,
        KLOG,
        LOGFMT,
        JSON,
        ENVOY,
        KERNEL,
        CONSOLE,
        LEVEL_WORD,
        FORMAT
    }

    final String whole;
    final Map<String, String> fields = new LinkedHashMap<>();
    String message = "";
    @Nullable Level level;

    /// What shippers take the level to be: it counts where the line itself says nothing.
    @Nullable Level shippedLevel;

    /// What shippers keep beside the words of the program.
    Map<String, String> beside = Map.of();

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
    int setApart;
    private String text;
    private int at;

    LogLine(String line) {
        whole = line;
        text = line;
    }

    /// The unmodified line, without its line end.
    public String whole() {
        return whole;
    }

    /// Whether the line has the frame of a log line around its words.
    public boolean isFramed() {
        return layers > 0;
    }

    /// Whether the line is in the format that the user described for its source.
    public boolean isInFormat() {
        return innermost == Layer.FORMAT;
    }

    /// How much that format sets apart of the line, of time, level and message.
    public int setApart() {
        return setApart;
    }

    /// Whether the container runtime cut the line: the next one goes on where it ends.
    public boolean isPartial() {
        return partial;
    }

    /// What [#at()] is a place of: the line, or what a wrapper held in an encoding of its own.
    String text() {
        return text;
    }

    /// Where that begins which no wrapper took off.
    int at() {
        return at;
    }

    /// What no wrapper took off: the program's own line.
    String rest() {
        return text.substring(at);
    }

    /// Goes on behind a wrapper, with what stands from a place on.
    void goOn(String inside, int from) {
        text = inside;
        at = Math.min(from, inside.length());
    }

    /// Takes off what a shipper put around the line.
    void shipped(Shipped shipped) {
        namespace = namespace == null ? shipped.place().namespace() : namespace;
        pod = pod == null ? shipped.place().pod() : pod;
        container = container == null ? shipped.place().container() : container;
        host = host == null ? shipped.place().node() : host;
        at(shipped.time(), shipped.timeAssumed());
        shippedLevel = shipped.level() == null ? shippedLevel : shipped.level();
        String program = shipped.program().substring(shipped.program().lastIndexOf('/') + 1);
        if (!program.isEmpty()) {
            fields.putIfAbsent("program", program);
            String known = Components.of(program.replaceFirst("\\.service$", ""));
            component = known.isEmpty() ? component : known;
        }
        String line = shipped.line();
        if (line != null) {
            goOn(line, 0);
            if (!shipped.members().isEmpty()) {
                beside = shipped.members();
                beside.forEach(fields::putIfAbsent);
            }
        }
        passed(Layer.SHIPPER);
    }

    /// Whether the line or its shipper says how grave it is.
    public boolean hasLevel() {
        return level != null;
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
}
