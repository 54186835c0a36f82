package dev.clew.serve.mcp;

import dev.clew.diagnose.Progress;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Calls of tools that run, so that an agent can cancel one. The SDK tells a tool neither the id of
/// its request nor that it was cancelled; so each request is given its id to carry as it is read.
/// For use by several threads.
final class Calls {

    /// The session whose message is being read. Ids mean something only within one.
    static final ScopedValue<String> SESSION = ScopedValue.newInstance();

    private static final String CALL = "io.clew/call";
    private static final String META = "_meta";

    private final Map<String, AtomicBoolean> running = new ConcurrentHashMap<>();

    /// Looks at a message before the SDK does.
    ///
    /// @return the message, to go on with
    Object read(Object message) {
        if (!(message instanceof Map<?, ?> fields)
                || !(fields.get("params") instanceof Map<?, ?> params)) {
            return message;
        }
        if ("notifications/cancelled".equals(fields.get("method"))) {
            AtomicBoolean stop = running.get(name(params.get("requestId")));
            if (stop != null) {
                stop.set(true);
            }
        } else if (McpSchema.METHOD_TOOLS_CALL.equals(fields.get("method"))) {
            Map<Object, Object> meta = new HashMap<>();
            if (params.get(META) instanceof Map<?, ?> given) {
                meta.putAll(given);
            }
            meta.put(CALL, name(fields.get("id")));
            Map<Object, Object> called = new HashMap<>(params);
            called.put(META, meta);
            Map<Object, Object> changed = new HashMap<>(fields);
            changed.put("params", called);
            return changed;
        }
        return message;
    }

    private static String name(@Nullable Object id) {
        return SESSION.orElse("") + " " + id;
    }

    /// A call that begins; close it at its end.
    Call begin(McpSchema.CallToolRequest request, Progress progress) {
        Map<String, Object> meta = request.meta();
        String name = String.valueOf(meta == null ? null : meta.get(CALL));
        AtomicBoolean stop = new AtomicBoolean();
        running.put(name, stop);
        return new Call(name, stop, progress);
    }

    /// A call that runs.
    final class Call implements Progress, AutoCloseable {
        private final String name;
        private final AtomicBoolean stop;
        private final Progress progress;

        private Call(String name, AtomicBoolean stop, Progress progress) {
            this.name = name;
            this.stop = stop;
            this.progress = progress;
        }

        @Override
        public void at(long files, long bytes, int findings) {
            progress.at(files, bytes, findings);
        }

        @Override
        public boolean stopped() {
            return stop.get() || progress.stopped();
        }

        @Override
        public void close() {
            running.remove(name, stop);
        }
    }
}
