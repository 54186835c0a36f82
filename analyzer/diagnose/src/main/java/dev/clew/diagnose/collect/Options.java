package dev.clew.diagnose.collect;

import dev.clew.model.Bound;
import dev.clew.model.Entity;
import dev.clew.model.LimitLog;
import dev.clew.model.LogRecord;
import dev.clew.model.Origin;
import dev.clew.model.RecordKind;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Puts together the options that an agent lists at its start, one in a line (`msg="
/// --tunnel='disabled'"`), so that they can be judged as one configuration. A restart lists them
/// again; the last list counts.
final class Options {

    private static final int CAPACITY = 4_000;

    private static final Pattern OPTION =
            Pattern.compile(
                    "^ {1,4}--([a-z0-9][a-z0-9-]{1,60})=[\"']?(.*?)[\"']?$", Pattern.DOTALL);

    /// One or two lines are an excerpt: what they leave out may be set all the same.
    private static final int FEWEST = 3;

    private final Map<Place, Listing> bySource = new LinkedHashMap<>();

    /// What the lines list that programs print again at each start; at most [#CAPACITY].
    private final IdentityHashMap<LogRecord, Option> repeated = new IdentityHashMap<>();

    private final LimitLog log;

    Options(LimitLog log) {
        this.log = log;
    }

    /// Whose options they are.
    ///
    /// @param pod null where unknown
    private record Place(String source, @Nullable String pod) {}

    private record Option(String name, String value) {}

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
        Option option = record.isRepeat() ? repeated(record) : option(record);
        if (option == null) {
            return;
        }
        Place key = new Place(record.origin().source(), record.entity().pod());
        Listing listing = bySource.get(key);
        if (listing == null) {
            if (!log.hasRoom(Bound.OPTION_LISTS, bySource.size())) {
                return;
            }
            listing = new Listing(record);
            bySource.put(key, listing);
        }
        if (listing.values.containsKey(option.name())
                || log.hasRoom(Bound.OPTIONS, listing.values.size())) {
            listing.values.put(option.name(), option.value());
            listing.raw.put(option.name(), record.raw());
        }
    }

    private @Nullable Option repeated(LogRecord record) {
        Option known = repeated.get(record.original());
        if (known == null) {
            known = option(record);
            if (known != null) {
                if (repeated.size() >= CAPACITY) {
                    repeated.clear();
                }
                repeated.put(record.original(), known);
            }
        }
        return known;
    }

    private static @Nullable Option option(LogRecord record) {
        Matcher option = OPTION.matcher(record.message());
        return option.matches() ? new Option(option.group(1), option.group(2)) : null;
    }

    /// The configurations, one for each source that listed its options.
    List<LogRecord> records() {
        List<LogRecord> records = new ArrayList<>();
        for (Listing listing : bySource.values()) {
            if (listing.values.size() < FEWEST) {
                continue;
            }
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
