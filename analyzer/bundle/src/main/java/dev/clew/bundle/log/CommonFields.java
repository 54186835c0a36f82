package dev.clew.bundle.log;

import dev.clew.bundle.time.Stamps;
import dev.clew.bundle.wrapper.Levels;
import dev.clew.model.Level;
import java.util.List;
import java.util.Map;

/// The fields that structured lines of all formats share, under the names that programs give them.
final class CommonFields {

    private static final List<String> LEVELS =
            List.of(
                    "level",
                    "severity",
                    "lvl",
                    "levelname",
                    "log.level",
                    "error_severity",
                    "LogLevel",
                    "@l");

    /// The letter of MongoDB, which stands beside a component.
    private static final String LETTER = "s";

    private static final List<String> TIMES =
            List.of(
                    "time",
                    "ts",
                    "timestamp",
                    "@timestamp",
                    "t",
                    "@t",
                    "t.$date",
                    "Timestamp",
                    "stageTimestamp",
                    "requestReceivedTimestamp");

    private CommonFields() {}

    /// Takes level, time and component from the fields of a structured line.
    static void tell(LogLine line, Map<String, String> fields) {
        String inner =
                fields.get("record.error_severity"); // of PostgreSQL, wrapped by its operator
        if (inner != null) {
            line.level = Level.of(inner).orElse(null);
        }
        for (String name : LEVELS) {
            String value = fields.get(name);
            if (value != null && line.level == null) {
                line.level = Level.of(value).orElseGet(() -> Levels.pino(value));
            }
        }
        if (line.level == null && fields.containsKey("ctx") && fields.containsKey("c")) {
            line.level = Level.of(fields.getOrDefault(LETTER, "")).orElse(null);
        }
        if (line.level == null && fields.containsKey("auditID")) {
            line.level = ofAudit(fields.getOrDefault("responseStatus.code", ""));
        }
        for (String name : TIMES) {
            String value = fields.get(name);
            if (value != null) {
                line.at(Stamps.any(value), false);
            }
        }
        String subsystem = fields.get("subsys");
        if (subsystem != null
                && line.component.isEmpty()
                && (subsystem.equals("cilium-operator") || subsystem.equals("hubble-relay"))) {
            line.component = subsystem;
        }
        error(line);
    }

    /// What the API server answered is its failure only if it says so: that it turns a client down
    /// is what it is for.
    private static Level ofAudit(String code) {
        return code.length() == 3 && code.charAt(0) == '5' ? Level.ERROR : Level.INFO;
    }

    /// The same thing under one name: logrus writes `error=`, klog and zap write `err=`.
    static void error(LogLine line) {
        String value = line.fields.get("err");
        if (value != null) {
            line.fields.putIfAbsent("error", value);
        }
    }
}
