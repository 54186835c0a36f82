package dev.clew.bundle.format;

import dev.clew.bundle.log.FlatJson;
import dev.clew.bundle.wrapper.Envelopes;
import dev.clew.bundle.wrapper.Shipped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Fields that are the members of an object of JSON. The object is in the format if it has the
/// field of the stamp.
final class JsonFields implements Fields {

    private final FieldNames names;

    JsonFields(FieldNames names) {
        this.names = names;
    }

    @Override
    public @Nullable Found read(String text) {
        String stripped = text.strip();
        if (!stripped.startsWith("{") || !stripped.endsWith("}")) {
            return null;
        }
        Map<String, String> members = FlatJson.read(stripped);
        if (members == null || !members.containsKey(names.time())) {
            return null;
        }
        String message = names.message(members);
        if (message.isEmpty() && wrapsLine(members)) {
            return null;
        }
        return new Found(
                members.get(names.time()),
                names.subsecond() == null ? null : members.get(names.subsecond()),
                members.get(names.level()),
                message,
                members);
    }

    /// Whether the object is what a shipper put around a line: that one may be in the format.
    private static boolean wrapsLine(Map<String, String> members) {
        Shipped shipped = Envelopes.open(members);
        return shipped != null && shipped.line() != null;
    }

    /// The name that a member has among those of a flat object.
    ///
    /// @param path a name, names between slashes, or a JSON pointer
    static String name(String path) {
        String names = path.startsWith("/") ? path.substring(1) : path;
        return names.replace('/', '.').replace("~1", "/").replace("~0", "~");
    }
}
