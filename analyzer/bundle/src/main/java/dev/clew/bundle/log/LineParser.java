package dev.clew.bundle.log;

import dev.clew.bundle.log.LogLine.Layer;
import dev.clew.bundle.time.Stamp;
import dev.clew.bundle.time.Stamps;
import dev.clew.model.Level;
import java.time.Instant;
import java.time.Year;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks through whatever stands in front of a program's own words, container runtime, syslog,
/// `kubectl --timestamps`, and then reads those in the format they are in: logfmt, slog, JSON,
/// klog, Envoy, kernel, console.
final class LineParser {

    private static final int MOST_LAYERS = 8;

    private static final Pattern SYSLOG_PROGRAM =
            Pattern.compile(
                    "^(?:\\s*([\\w.-]+))? ([\\w./@+-]{2,64}?)(?:\\[(\\d+)\\])?: ?(.*)$",
                    Pattern.DOTALL);
    private static final Pattern KUBECTL_PREFIX =
            Pattern.compile("^\\[pod/([\\w.-]+)/([\\w.-]+)\\] ?(.*)$", Pattern.DOTALL);
    private static final Pattern CLOUD_PREFIX =
            Pattern.compile(
                    "^(?:DEFAULT|DEBUG|INFO|NOTICE|WARNING|ERROR|CRITICAL|ALERT) (?=\\d{4}-\\d\\d-\\d\\dT)");
    private static final Pattern CLOUD_LABELS =
            Pattern.compile("^\\[resource\\.labels\\.containerName: ([\\w.-]+)\\] ");
    private static final Pattern NAME_BEFORE =
            Pattern.compile(
                    "^([\\w./-]{1,80}?)(?: *\\| ?|: ?| )(?=\\{\"|level=|time=\"|[IWEF]\\d{4} \\d\\d:)",
                    Pattern.DOTALL);
    private static final Pattern FILE_BEFORE =
            Pattern.compile("^([\\w./-]{1,200}\\.(?:log|txt|json)):(?:\\d+:)?(?=\\S)");
    private static final Pattern LOGFMT_START =
            Pattern.compile(
                    "^(?:time=|level=|ts=|t=\\d|lvl=|msg=|timestamp=|caller=|logger=)|\\blevel=\\w+ .*\\bmsg=");
    private static final Pattern KLOG_PLACE = Pattern.compile("^ +(\\d+) ([\\w./@-]+):(\\d+)\\] ?");
    private static final Pattern ENVOY =
            Pattern.compile(
                    "^\\[(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d[.,]\\d+)\\]\\[\\d+\\]\\[(\\w+)\\]\\[([\\w -]+)\\] ?");
    private static final Pattern ENVOY_PLACE =
            Pattern.compile("^\\[([\\w./-]+\\.(?:cc|h)):\\d+\\] ?");
    private static final Pattern DMESG =
            Pattern.compile("^(?:<\\d+>)?\\[ *\\d{1,8}\\.\\d{3,6}\\] ");
    private static final Pattern DMESG_DATE =
            Pattern.compile(
                    "^\\[(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\\w{3} +\\d+ \\d\\d:\\d\\d:\\d\\d) (\\d{4})\\] ");
    private static final Pattern BRACKET_LEVEL =
            Pattern.compile("^\\[(INFO|WARNING|ERROR|FATAL|DEBUG|WARN|PANIC)\\] ?");
    private static final Pattern LEVEL_WORD =
            Pattern.compile(
                    "^(?:\\[?(TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL|PANIC|DBG|INF|WRN|ERR|FTL)\\]?)(?:[:\\s]+)");

    private final Year year;

    /// A parser for stamps that leave the year out.
    LineParser(Year year) {
        this.year = year;
    }

    /// Reads a line without its line end.
    LogLine parse(String text) {
        LogLine line = new LogLine(text);
        for (int i = 0; i < MOST_LAYERS && peel(line); i++) {
            // each turn takes one layer off
        }
        if (line.message.isEmpty()) {
            line.message = line.rest;
        }
        return line;
    }

    /// The line as it was before the container runtime cut it off, if that put its tags in front:
    /// only its own layer is taken off. The line itself if it has none.
    static LogLine runtime(String text) {
        LogLine line = new LogLine(text);
        return stamp(line, text, 0) && line.innermost == Layer.CONTAINER_RUNTIME
                ? line
                : new LogLine(text);
    }

    private boolean peel(LogLine line) {
        String rest = line.rest;
        int start = 0;
        while (start < rest.length() && (rest.charAt(start) == ' ' || rest.charAt(start) == '\t')) {
            start++;
        }
        if (start == rest.length()) {
            return false;
        }
        return switch (rest.charAt(start)) {
            case '{' -> json(line, rest.substring(start).stripTrailing());
            case '[' -> bracket(line, rest.substring(start));
            case '<' -> kernel(line, rest.substring(start));
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                    stamp(line, rest, start) || named(line, rest);
            case 'I', 'W', 'E', 'F' ->
                    klog(line, rest, start)
                            || logfmt(line, rest, start)
                            || syslog(line, rest, start)
                            || cloud(line, rest)
                            || word(line, rest, start)
                            || named(line, rest);
            default ->
                    logfmt(line, rest, start)
                            || syslog(line, rest, start)
                            || cloud(line, rest)
                            || word(line, rest, start)
                            || named(line, rest);
        };
    }

    /// `2023-01-09T12:57:28.766132542Z stderr F …`, or the stamp alone.
    private static boolean stamp(LogLine line, String rest, int start) {
        Stamp stamp = Stamps.iso(rest, start);
        if (stamp == null) {
            return false;
        }
        line.at(stamp.instant(), false);
        int at = stamp.end();
        boolean runtime = rest.startsWith(" stdout ", at) || rest.startsWith(" stderr ", at);
        if (runtime
                && rest.length() > at + 9
                && (rest.charAt(at + 8) == 'F' || rest.charAt(at + 8) == 'P')) {
            line.partial = rest.charAt(at + 8) == 'P';
            line.rest = rest.substring(Math.min(rest.length(), at + 10));
            line.passed(Layer.CONTAINER_RUNTIME);
            return true;
        }
        line.rest = rest.substring(at);
        line.passed(Layer.TIMESTAMP);
        Matcher program = SYSLOG_PROGRAM.matcher(line.rest);
        if (program.matches()
                && program.group(1) != null
                && (program.group(3) != null || isProgram(program.group(2)))) {
            program(line, program);
            return true;
        }
        if (!line.rest.isEmpty() && (line.rest.charAt(0) == ' ' || line.rest.charAt(0) == '\t')) {
            line.rest = line.rest.substring(1);
        }
        return true;
    }

    /// `Aug 5 12:00:01 host kubelet[123]: …`, and the same without a host.
    private boolean syslog(LogLine line, String rest, int start) {
        Stamp stamp = Stamps.syslog(rest, start, year);
        if (stamp == null) {
            return false;
        }
        String after = rest.substring(stamp.end());
        Matcher program = SYSLOG_PROGRAM.matcher(after);
        if (after.startsWith(": ")) {
            line.rest = after.substring(2);
            line.passed(Layer.SYSLOG);
        } else if (program.matches()) {
            program(line, program);
        } else {
            line.rest = after.stripLeading();
            line.passed(Layer.TIMESTAMP);
        }
        line.at(stamp.instant(), stamp.assumed());
        return true;
    }

    private static void program(LogLine line, Matcher matcher) {
        line.host = matcher.group(1) != null ? matcher.group(1) : line.host;
        String name = matcher.group(2);
        String program = name.substring(name.lastIndexOf('/') + 1);
        line.fields.putIfAbsent("program", program);
        String component = Components.of(program);
        line.component = component.isEmpty() ? line.component : component;
        line.rest = matcher.group(4);
        line.passed(Layer.SYSLOG);
    }

    private static boolean isProgram(String name) {
        return !Components.of(name.substring(name.lastIndexOf('/') + 1)).isEmpty();
    }

    /// `E0805 12:00:01.123456 1234 file.go:56] …`
    private boolean klog(LogLine line, String rest, int start) {
        Stamp stamp = Stamps.klog(rest, start + 1, year);
        if (stamp == null) {
            return false;
        }
        line.level = Level.of(rest.substring(start, start + 1)).orElse(null);
        line.at(stamp.instant(), stamp.assumed());
        String after = rest.substring(stamp.end());
        Matcher place = KLOG_PLACE.matcher(after);
        if (place.find()) {
            line.fields.putIfAbsent("caller", place.group(2) + ":" + place.group(3));
            if (line.component.isEmpty()) {
                line.component = Components.ofSourceFile(place.group(2));
            }
            after = after.substring(place.end());
        }
        line.passed(Layer.KLOG);
        if (after.startsWith("\"")) {
            Logfmt.read(after, Logfmt.endOfQuotes(after, 0), line.fields);
            error(line);
        }
        line.message = Escapes.resolve(after);
        return false;
    }

    private static boolean logfmt(LogLine line, String rest, int start) {
        Matcher matcher =
                LOGFMT_START.matcher(rest).region(start, Math.min(rest.length(), start + 400));
        if (!matcher.find() || Logfmt.read(rest, start, line.fields) < 2) {
            return false;
        }
        meta(line, line.fields);
        line.message = line.fields.getOrDefault("msg", Escapes.resolve(rest));
        line.passed(Layer.LOGFMT);
        return false;
    }

    private static boolean json(LogLine line, String rest) {
        Map<String, String> members = FlatJson.read(rest);
        if (members == null) {
            return false;
        }
        String docker = members.get("log");
        if (docker != null && (members.containsKey("stream") || members.containsKey("time"))) {
            Instant time = Stamps.any(members.getOrDefault("time", ""));
            line.at(time, false);
            line.rest = docker.stripTrailing();
            line.passed(Layer.CONTAINER_RUNTIME);
            return true;
        }
        String unit = members.get("SYSLOG_IDENTIFIER");
        if (members.containsKey("MESSAGE")) {
            line.component = unit == null ? line.component : Components.of(unit);
            line.host = members.get("_HOSTNAME");
            line.at(Stamps.any(members.getOrDefault("__REALTIME_TIMESTAMP", "")), false);
            line.rest = members.get("MESSAGE");
            line.passed(Layer.SYSLOG);
            return true;
        }
        members.forEach(line.fields::putIfAbsent);
        meta(line, members);
        for (String name : new String[] {"msg", "message", "error", "err"}) {
            if (line.message.isEmpty() && members.containsKey(name)) {
                line.message = Escapes.resolve(members.getOrDefault(name, ""));
            }
        }
        line.passed(Layer.JSON);
        return false;
    }

    /// Takes level, time, component and the pod that is spoken of from the fields of a structured
    /// line.
    private static void meta(LogLine line, Map<String, String> fields) {
        for (String name : new String[] {"level", "severity", "lvl", "levelname"}) {
            String value = fields.get(name);
            if (value != null && line.level == null) {
                line.level = Level.of(value).orElse(null);
            }
        }
        for (String name : new String[] {"time", "ts", "timestamp", "@timestamp", "t"}) {
            String value = fields.get(name);
            if (value != null) {
                line.at(Stamps.any(value), false);
            }
        }
        String subsystem = fields.get("subsys");
        if (subsystem != null && line.component.isEmpty()) {
            line.component =
                    subsystem.equals("cilium-operator") || subsystem.equals("hubble-relay")
                            ? subsystem
                            : "";
        }
        error(line);
    }

    /// The same thing under one name: logrus writes `error=`, klog and zap write `err=`.
    private static void error(LogLine line) {
        String value = line.fields.get("err");
        if (value != null) {
            line.fields.putIfAbsent("error", value);
        }
    }

    private static boolean bracket(LogLine line, String rest) {
        Matcher envoy = ENVOY.matcher(rest);
        if (envoy.find()) {
            Stamp stamp = Stamps.iso(envoy.group(1), 0);
            line.at(stamp == null ? null : stamp.instant(), false);
            line.level = Level.of(envoy.group(2)).orElse(null);
            line.fields.putIfAbsent("logger", envoy.group(3));
            line.component = line.component.isEmpty() ? "cilium-envoy" : line.component;
            String after = rest.substring(envoy.end());
            Matcher place = ENVOY_PLACE.matcher(after);
            line.message = Escapes.resolve(place.find() ? after.substring(place.end()) : after);
            line.passed(Layer.ENVOY);
            return false;
        }
        Matcher prefix = KUBECTL_PREFIX.matcher(rest);
        if (prefix.matches()) {
            line.pod = prefix.group(1);
            line.container = prefix.group(2);
            line.rest = prefix.group(3);
            line.passed(Layer.PREFIX);
            return true;
        }
        Matcher labels = CLOUD_LABELS.matcher(rest);
        if (labels.find()) {
            line.container = labels.group(1);
            line.component = Components.ofWorkload(labels.group(1));
            line.level = null;
            line.rest = rest.substring(labels.end());
            return true;
        }
        Matcher level = BRACKET_LEVEL.matcher(rest);
        if (level.find()) {
            line.level = Level.of(level.group(1)).orElse(null);
            line.message = Escapes.resolve(rest.substring(level.end()));
            line.passed(Layer.CONSOLE);
            return false;
        }
        return kernel(line, rest);
    }

    private static boolean kernel(LogLine line, String rest) {
        Matcher prefix = DMESG.matcher(rest);
        if (!prefix.find()) {
            prefix = DMESG_DATE.matcher(rest);
            if (!prefix.find()) {
                return false;
            }
            Stamp stamp =
                    Stamps.syslog(prefix.group(1), 0, Year.of(Integer.parseInt(prefix.group(2))));
            line.at(stamp == null ? null : stamp.instant(), false);
        }
        line.component = line.component.isEmpty() ? "kernel" : line.component;
        line.message = rest.substring(prefix.end());
        line.passed(Layer.KERNEL);
        return false;
    }

    private static boolean cloud(LogLine line, String rest) {
        Matcher prefix = CLOUD_PREFIX.matcher(rest);
        if (!prefix.find()) {
            return false;
        }
        line.rest = rest.substring(prefix.end());
        line.passed(Layer.PREFIX);
        return true;
    }

    /// A level as the first word: `ERROR: …`, or zap's console form after its stamp.
    private static boolean word(LogLine line, String rest, int start) {
        Matcher word = LEVEL_WORD.matcher(rest).region(start, rest.length());
        if (!word.find()) {
            return false;
        }
        line.level = line.level == null ? Level.of(word.group(1)).orElse(null) : line.level;
        line.message = Escapes.resolve(rest.substring(word.end()));
        line.passed(Layer.LEVEL_WORD);
        return false;
    }

    /// A name that `docker compose`, `talosctl`, `stern` or `grep` puts in front.
    private static boolean named(LogLine line, String rest) {
        Matcher file = FILE_BEFORE.matcher(rest);
        if (file.find()) {
            line.rest = rest.substring(file.end());
            return true;
        }
        Matcher name = NAME_BEFORE.matcher(rest);
        if (!name.find()) {
            return false;
        }
        line.rest = rest.substring(name.end());
        line.passed(Layer.PREFIX);
        return true;
    }
}
