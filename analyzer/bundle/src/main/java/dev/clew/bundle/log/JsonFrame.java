package dev.clew.bundle.log;

import dev.clew.bundle.time.Stamps;
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
        String docker = members.get("log");
        if (docker != null && (members.containsKey("stream") || members.containsKey("time"))) {
            line.at(Stamps.any(members.getOrDefault("time", "")), false);
            line.goOn(docker.stripTrailing(), 0);
            line.passed(LogLine.Layer.CONTAINER_RUNTIME);
            return Frame.Found.WRAPPER;
        }
        String journal = members.get("MESSAGE");
        if (journal != null) {
            String unit = members.get("SYSLOG_IDENTIFIER");
            line.component = unit == null ? line.component : Components.of(unit);
            line.host = members.get("_HOSTNAME");
            line.at(Stamps.any(members.getOrDefault("__REALTIME_TIMESTAMP", "")), false);
            line.goOn(journal, 0);
            line.passed(LogLine.Layer.SYSLOG);
            return Frame.Found.WRAPPER;
        }
        members.forEach(line.fields::putIfAbsent);
        CommonFields.tell(line, members);
        for (String name : MESSAGES) {
            String message = members.get(name);
            if (line.message.isEmpty() && message != null) {
                line.message = Escapes.resolve(message);
            }
        }
        line.passed(LogLine.Layer.JSON);
        return Frame.Found.WORDS;
    }
}
