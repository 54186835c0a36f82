package dev.clew.model;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing read from an input: a log line with its continuation lines, an event, the state of a
/// container … Signatures judge records, one by one, by their fields.
///
/// Fields every record has: `text` (all its words, escapes resolved), `message` (what the program
/// said, without the frame around it), `kind`, `level`, `component`, `namespace`, `pod`,
/// `container`, `node`, `workload`, `source`, `subject` (the name of what it is about). The others
/// depend on what was read and keep the names of their source: `subsys` and `error` of a Cilium log
/// line, `reason` and `type` of an event. A field that was not there has no value.
public final class LogRecord {

    /// The field that holds the path of the input.
    public static final String SOURCE = "source";

    private final RecordKind kind;
    private final Origin origin;
    private final String raw;
    private final @Nullable String shown;
    private final String text;
    private final String message;
    private final String component;
    private final @Nullable Level level;
    private final @Nullable Instant time;
    private final @Nullable YearFrom yearFrom;
    private final @Nullable Duration age;
    private final Entity entity;
    private final @Nullable Subject subject;
    private final Map<String, String> fields;
    private final int count;
    private final @Nullable LogRecord first;

    private LogRecord(Builder builder) {
        kind = builder.kind;
        origin = builder.origin;
        raw = builder.raw;
        shown = builder.shown;
        message = builder.message != null ? builder.message : builder.raw;
        text = builder.text != null ? builder.text : message;
        component = builder.component;
        level = builder.level;
        time = builder.time;
        yearFrom = builder.yearFrom;
        age = builder.age;
        entity = builder.entity;
        subject = builder.subject;
        fields = builder.fields;
        count = builder.count;
        first = null;
    }

    private LogRecord(
            LogRecord other,
            Origin newOrigin,
            String newRaw,
            @Nullable Instant newTime,
            @Nullable LogRecord first) {
        this.first = first;
        kind = other.kind;
        origin = newOrigin;
        raw = newRaw;
        shown = other.shown;
        message = other.message;
        text = other.text;
        component = other.component;
        level = other.level;
        time = newTime;
        yearFrom = other.yearFrom;
        age = other.age;
        entity = other.entity;
        subject = other.subject;
        fields = other.fields;
        count = other.count;
    }

    public static Builder of(RecordKind kind, Origin origin, String raw) {
        return new Builder(kind, origin, raw);
    }

    public RecordKind kind() {
        return kind;
    }

    public Origin origin() {
        return origin;
    }

    /// The unmodified text, with line ends between the lines of a record of several.
    public String raw() {
        return raw;
    }

    /// What reports show of it: all of [#raw()], or the telling members of an object.
    public String shown() {
        return shown == null ? raw : shown;
    }

    /// All words of the record on one line: escapes resolved, frames of terminals removed.
    public String text() {
        return text;
    }

    /// What was said, without time, level and the like.
    public String message() {
        return message;
    }

    /// The program that speaks, in the words of the vocabulary (`cilium-agent`, `kubelet`, …), or
    /// empty if unknown.
    public String component() {
        return component;
    }

    public @Nullable Level level() {
        return level;
    }

    /// When it happened, or null where the input does not say.
    public @Nullable Instant time() {
        return time;
    }

    /// Whether a part of [#time()] is not in the input: the year of klog and syslog stamps. Such a
    /// time orders records, and is printed only together with where its year comes from.
    public boolean timeAssumed() {
        return yearFrom != null;
    }

    /// Where the year of [#time()] comes from; null where the input tells it.
    public @Nullable YearFrom yearFrom() {
        return yearFrom;
    }

    /// How long before the input was taken, for rows that say `4m43s` instead of a time.
    public @Nullable Duration age() {
        return age;
    }

    public Entity entity() {
        return entity;
    }

    /// What the record is about, or null where it names nothing.
    public @Nullable Subject subject() {
        return subject;
    }

    /// How often it happened: 3 for an event `(x3 over 5m)`; 1 otherwise.
    public int count() {
        return count;
    }

    /// The fields of its own that the record has, in the order of the input.
    public Map<String, String> fields() {
        return fields;
    }

    /// The value of a field, or null if the record has no such field.
    public @Nullable String value(String field) {
        Level known = level;
        if (known != null && field.equals("level")) {
            return known.word();
        }
        if (field.equals(Clause.RAW)) {
            return raw;
        }
        String own = fields.get(field);
        if (own != null) {
            return own;
        }
        return switch (field) {
            case "text" -> text;
            case "message" -> message;
            case "kind" -> kind.word();
            case "level" -> null;
            case "component" -> component.isEmpty() ? null : component;
            case "namespace" -> entity.namespace();
            case "pod" -> entity.pod();
            case "container" -> entity.container();
            case "node" -> entity.node();
            case "workload" -> entity.workload();
            case "subject" -> subject == null ? null : subject.name();
            case SOURCE -> origin.source();
            case "age" -> age == null ? null : age.toSeconds() + "s";
            case "count" -> Integer.toString(count);
            default -> SchedulerMessage.value(text, field);
        };
    }

    /// The same record, so many lines further down its source.
    public LogRecord movedBy(long lines) {
        return lines == 0
                ? this
                : new LogRecord(
                        this, new Origin(origin.source(), origin.line() + lines), raw, time, first);
    }

    /// The record of another line that differs from that of this record in nothing but its stamps.
    /// Where its words and fields repeat a stamp, they keep that of this one.
    ///
    /// @param newRaw the other line, unmodified
    /// @param newTime its time
    public LogRecord again(Origin newOrigin, String newRaw, @Nullable Instant newTime) {
        return new LogRecord(this, newOrigin, newRaw, newTime, original());
    }

    /// The record that this one repeats, with other stamps; itself if it repeats none.
    public LogRecord original() {
        return first == null ? this : first;
    }

    /// Whether the record repeats another one with other stamps.
    public boolean isRepeat() {
        return first != null;
    }

    @Override
    public String toString() {
        return kind.word() + " " + origin + " " + text;
    }

    /// Collects what is known of a record. Not for use by several threads.
    public static final class Builder {
        private final RecordKind kind;
        private final Origin origin;
        private final String raw;
        private @Nullable String shown;
        private @Nullable String text;
        private @Nullable String message;
        private String component = "";
        private @Nullable Level level;
        private @Nullable Instant time;
        private @Nullable YearFrom yearFrom;
        private @Nullable Duration age;
        private Entity entity = Entity.UNKNOWN;
        private @Nullable Subject subject;
        private final Map<String, String> fields = new LinkedHashMap<>(4);
        private int count = 1;

        private Builder(RecordKind kind, Origin origin, String raw) {
            this.kind = kind;
            this.origin = origin;
            this.raw = raw;
        }

        /// Sets what reports show in place of the unmodified text.
        public Builder shown(@Nullable String value) {
            shown = value;
            return this;
        }

        public Builder text(String value) {
            text = value;
            return this;
        }

        public Builder message(String value) {
            message = value;
            return this;
        }

        public Builder component(String value) {
            component = value;
            return this;
        }

        public Builder level(@Nullable Level value) {
            level = value;
            return this;
        }

        public Builder time(@Nullable Instant value) {
            time = value;
            return this;
        }

        public Builder yearFrom(@Nullable YearFrom value) {
            yearFrom = value;
            return this;
        }

        public Builder age(@Nullable Duration value) {
            age = value;
            return this;
        }

        public Builder entity(Entity value) {
            entity = value;
            return this;
        }

        public Entity entity() {
            return entity;
        }

        public Builder subject(@Nullable Subject value) {
            subject = value;
            return this;
        }

        /// Sets a field; null and repeated names are ignored, so the first value stays.
        public Builder field(String name, @Nullable String value) {
            if (value != null) {
                fields.putIfAbsent(name, value);
            }
            return this;
        }

        public Builder fields(Map<String, String> values) {
            values.forEach(this::field);
            return this;
        }

        public Builder count(int value) {
            count = Math.max(1, value);
            return this;
        }

        public LogRecord build() {
            return new LogRecord(this);
        }
    }
}
