package dev.clew.bundle.log;

import dev.clew.bundle.wrapper.Envelopes;
import dev.clew.bundle.wrapper.Shipped;
import dev.clew.model.Level;
import java.util.List;
import java.util.Map;

/// A JSON object on a line: what Docker's `json-file` and the journal wrap a line in, or a line
/// that a program writes as JSON itself (zap, logrus, slog).
final class JsonFrame {

    private static final List<String> MESSAGES = List.of("msg", "message", "error", "err");

    private JsonFrame() {}

    static Frame.Found read(LogLine line, String text, int start) {
        Map<String, String> members = FlatJson.read(text.substring(start).stripTrailing());
        if (members == null) {
            return Frame.Found.NOTHING;
        }
        Shipped shipped = Envelopes.open(members);
        if (shipped != null) {
            line.shipped(shipped);
            if (shipped.line() != null) {
                return Frame.Found.WRAPPER;
            }
            members = shipped.members();
        }
        members(line, members);
        return Frame.Found.WORDS;
    }

    /// Takes the members of an object that a program wrote.
    static void members(LogLine line, Map<String, String> members) {
        members.forEach(line.fields::putIfAbsent);
        CommonFields.tell(line, members);
        for (String name : MESSAGES) {
            String message = members.get(name);
            if (line.message.isEmpty() && message != null) {
                line.message = Escapes.resolve(message);
            }
        }
        if (line.level == null
                && members.containsKey("caller")
                && members.containsKey("err")
                && !members.containsKey("v")) {
            line.level = Level.ERROR; // klog as JSON gives a verbosity to what is no error
        }
        line.passed(LogLine.Layer.JSON);
    }
}
