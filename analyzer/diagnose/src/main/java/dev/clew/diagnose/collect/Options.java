package dev.clew.diagnose.collect;

import dev.clew.model.Bound;
import dev.clew.model.Entity;
import dev.clew.model.LimitLog;
import dev.clew.model.LogRecord;
import dev.clew.model.Origin;
import dev.clew.model.RecordKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts together the options that an agent lists at its start, one in a line (`msg="
/// --tunnel='disabled'"`), so that they can be judged as one configuration. A restart lists them
/// again; the last list counts.
final class Options {

    private static final Pattern OPTION =
            Pattern.compile(
                    "^ {1,4}--([a-z0-9][a-z0-9-]{1,60})=[\"']?(.*?)[\"']?$", Pattern.DOTALL);

    private final Map<String, Listing> bySource = new LinkedHashMap<>();
    private final LimitLog log;

    Options(LimitLog log) {
        this.log = log;
    }

    private static final class Listing {
        final Map<String, String> values = new LinkedHashMap<>();
        final Map<String, String> raw = new LinkedHashMap<>();
        final Entity entity;
        final String component;
        Origin first;

        Listing(LogRecord record) {
            entity = record.entity();
            component = record.component();
            first = record.origin();
        }
    }

    /// Whether a line lists an option.
    static boolean isOption(LogRecord record) {
        return record.kind() == RecordKind.LOG && record.message().startsWith("  --");
    }

    void note(LogRecord record) {
        if (!isOption(record)) {
            return;
        }
        Matcher option = OPTION.matcher(record.message());
        if (!option.matches()) {
            return;
        }
        String key = record.origin().source() + "\u0000" + record.entity().pod();
        Listing listing = bySource.get(key);
        if (listing == null) {
            if (!log.hasRoom(Bound.OPTION_LISTS, bySource.size())) {
                return;
            }
            listing = new Listing(record);
            bySource.put(key, listing);
        }
        if (listing.values.containsKey(option.group(1))
                || log.hasRoom(Bound.OPTIONS, listing.values.size())) {
            listing.values.put(option.group(1), option.group(2));
            listing.raw.put(option.group(1), record.raw());
        }
    }

    /// The configurations, one for each source that listed its options.
    List<LogRecord> records() {
        List<LogRecord> records = new ArrayList<>();
        for (Listing listing : bySource.values()) {
            LogRecord.Builder record =
                    LogRecord.of(
                                    RecordKind.CONFIG,
                                    listing.first,
                                    String.join("\n", listing.raw.values()))
                            .component(
                                    listing.component.isEmpty()
                                            ? "cilium-agent"
                                            : listing.component)
                            .entity(listing.entity)
                            .fields(listing.values);
            StringBuilder text = new StringBuilder();
            listing.values.forEach((name, value) ->
                    text.append(text.isEmpty() ? "" : "; ")
                            .append(name)
                            .append(": ")
                            .append(value));
            records.add(record.text(text.toString()).build());
        }
        return records;
    }
}
