package dev.clew.diagnose.collect;

import dev.clew.errors.ErrorReader;
import dev.clew.errors.ErrorReading;
import dev.clew.errors.Exits;
import dev.clew.errors.Failures;
import dev.clew.errors.Mechanisms;
import dev.clew.errors.Target;
import dev.clew.match.RuleBook;
import dev.clew.model.Entity;
import dev.clew.model.Level;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import dev.clew.model.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes records of the kind `error` of what no rule knows: the last words of containers that ended
/// badly, and the most telling messages. Signatures that read such records name the cause where
/// nothing better does.
final class ErrorRecords {

    private static final int MOST_MESSAGES = 5;

    /// An input of no more lines was chosen by a person, who ends it where it hurts.
    static final int EXCERPT = 400;

    /// Mechanisms that tell that there was no waiting any longer, and not for what.
    private static final Set<String> ECHOES = Set.of("error-deadline", "error-cancelled");

    /// An exception that is not named.
    private static final Pattern BARE =
            Pattern.compile("[Uu]ncaught exception in thread [^:\\n]*$|due to fatal exception");

    /// Programs that run others, under whose name a script speaks.
    private static final Pattern RUNNERS =
            Pattern.compile(
                    "(?:ba|da|z)?sh|env|python[\\d.]*|node|java|ruby|php|perl|dotnet|\\S+\\.(?:sh|py)");

    private final PodDirectory pods;
    private final UnmatchedMessages unmatched;
    private final LastLines lastLines;
    private final Ends ends;
    private final Mechanisms mechanisms;
    private final long lines;
    private final Set<UnmatchedMessages.Message> taken = new HashSet<>();
    private final List<LogRecord> records = new ArrayList<>();
    private final Map<String, List<LastLines.Log>> logsByPod = new HashMap<>();
    private final List<LastLines.Log> logsOfNoPod = new ArrayList<>();
    private final Map<LastLines.Log, Optional<LastLines.Line>> telling = new HashMap<>();
    private final int workloads;

    /// @param lines how many records were read
    ErrorRecords(
            RuleBook book,
            PodDirectory pods,
            UnmatchedMessages unmatched,
            LastLines lastLines,
            Ends ends,
            long lines) {
        this.pods = pods;
        this.unmatched = unmatched;
        this.lastLines = lastLines;
        this.ends = ends;
        this.mechanisms = new Mechanisms(book);
        this.lines = lines;
        for (LastLines.Log log : lastLines.logs()) {
            if (log.pod() == null) {
                logsOfNoPod.add(log);
            } else {
                logsByPod.computeIfAbsent(log.pod(), any -> new ArrayList<>(1)).add(log);
            }
        }
        this.workloads = workloads();
    }

    List<LogRecord> make() {
        ends.all().forEach(this::lastWords);
        for (LastLines.Log log : lastLines.logs()) {
            for (LastLines.Line line : lastLines.of(log)) {
                UnmatchedMessages.Message message = unmatched.of(line.record());
                if (message != null) {
                    message.amongLast = true;
                }
            }
        }
        int told = 0;
        List<UnmatchedMessages.Message> ranked = unmatched.ranked();
        for (UnmatchedMessages.Message message : ranked) {
            if (told < MOST_MESSAGES
                    && !taken.contains(message)
                    && !isEcho(message, ranked)
                    && message(message)) {
                told++;
            }
        }
        return records;
    }

    /// Whether a message only says that something came to an end, of which another of the same log
    /// says why.
    private boolean isEcho(UnmatchedMessages.Message message, List<UnmatchedMessages.Message> all) {
        String source = message.record().origin().source();
        return saysNoMore(message)
                && all.stream()
                        .filter(other -> other != message)
                        .filter(other -> other.record().origin().source().equals(source))
                        .filter(other ->
                                other.level.compareTo(Level.ERROR) >= 0 || isRepeated(other))
                        .anyMatch(other ->
                                mechanisms.of(other.reading()).isPresent() && !saysNoMore(other));
    }

    private boolean saysNoMore(UnmatchedMessages.Message message) {
        return mechanisms
                .of(message.reading())
                .map(named ->
                        ECHOES.contains(named.signature().id())
                                || BARE.matcher(message.reading().text()).find())
                .orElse(false);
    }

    /// Whether a warning was given so often that it means something.
    private boolean isRepeated(UnmatchedMessages.Message message) {
        return message.count >= (lines <= EXCERPT ? 2 : 3);
    }

    /// Ties the end of a container to the last error that it printed.
    private void lastWords(Ends.End end) {
        if (end.neverRan()) {
            return;
        }
        if (!end.message().isBlank()) {
            LogRecord said =
                    LogRecord.of(RecordKind.TEXT, end.record().origin(), end.record().shown())
                            .message(end.message())
                            .text(end.message())
                            .entity(end.entity())
                            .component(end.record().component())
                            .subject(end.record().subject())
                            .time(end.record().time())
                            .yearFrom(end.record().yearFrom())
                            .age(end.record().age())
                            .build();
            emit(said, ErrorReader.read(end.message()), end, end.ongoing(), 1);
            return;
        }
        LastLines.Line line = lastWords(logsOf(end));
        if (line == null || line.known() || (end.fromOutside() && line.level() != Level.FATAL)) {
            return;
        }
        UnmatchedMessages.Message message = unmatched.of(line.record());
        if (message != null) {
            message.lastWords = true;
            taken.add(message);
        }
        emit(
                line.record(),
                ErrorReader.read(line.record()),
                end,
                end.ongoing(),
                message == null ? 1 : message.count);
    }

    /// The line that tells most: of the worst the last; null where none tells of a failure.
    private LastLines.@Nullable Line lastWords(List<LastLines.Log> logs) {
        LastLines.Line best = null;
        for (LastLines.Log log : logs) {
            LastLines.Line ofLog =
                    telling.computeIfAbsent(log, any -> Optional.ofNullable(telling(log)))
                            .orElse(null);
            if (ofLog != null && (best == null || rank(ofLog) > rank(best))) {
                best = ofLog;
            }
        }
        return best != null && rank(best) < 2 ? null : best;
    }

    private LastLines.@Nullable Line telling(LastLines.Log log) {
        LastLines.Line best = null;
        for (LastLines.Line line : lastLines.of(log)) {
            if (best == null || rank(line) >= rank(best)) {
                best = line;
            }
        }
        return best;
    }

    /// How much a line tells: nothing, 1 for a warning, from 2 for a failure.
    private int rank(LastLines.Line line) {
        Level level = line.level();
        int rank =
                level == null
                        ? 0
                        : switch (level) {
                            case FATAL -> 3;
                            case ERROR -> 2;
                            case WARN -> 1;
                            case INFO, DEBUG, TRACE -> 0;
                        };
        return rank >= 2 && mechanisms.of(ErrorReader.read(line.record())).isPresent()
                ? rank + 2
                : rank;
    }

    /// The logs of a container that ended, else of its pod, else, where only one workload ended,
    /// those that tell nothing of where they are from.
    private List<LastLines.Log> logsOf(Ends.End end) {
        if (end.ofUnit()) {
            return logsOfUnit(
                    String.valueOf(end.entity().container()), end.record().origin().source());
        }
        List<LastLines.Log> ofPod = new ArrayList<>();
        List<LastLines.Log> ofContainer = new ArrayList<>();
        String pod = end.entity().pod();
        String container = end.entity().container();
        for (LastLines.Log log : logsByPod.getOrDefault(pod, List.of())) {
            boolean other =
                    log.container() != null
                            && container != null
                            && !log.container().equals(container);
            if (!other) {
                ofPod.add(log);
            }
            if (log.container() != null && log.container().equals(container)) {
                ofContainer.add(log);
            }
        }
        if (!ofContainer.isEmpty()) {
            return ofContainer;
        }
        return !ofPod.isEmpty() || workloads > 1 ? ofPod : logsOfNoPod;
    }

    /// What the journal holds of the program of a unit, which bears its name or is what runs a
    /// script.
    private List<LastLines.Log> logsOfUnit(String unit, String source) {
        List<LastLines.Log> named = new ArrayList<>();
        List<LastLines.Log> scripts = new ArrayList<>();
        for (LastLines.Log log : logsOfNoPod) {
            String program = log.container();
            if (program != null && log.source().equals(source)) {
                if (program.startsWith(unit) || unit.startsWith(program)) {
                    named.add(log);
                } else if (RUNNERS.matcher(program).matches()) {
                    scripts.add(log);
                }
            }
        }
        return named.isEmpty() ? scripts : named;
    }

    private int workloads() {
        Set<String> names = new LinkedHashSet<>();
        for (Ends.End end : ends.all()) {
            if (end.ofUnit()) {
                continue;
            }
            Entity entity = pods.complete(end.entity());
            names.add(entity.workload() != null ? entity.workload() : String.valueOf(entity.pod()));
        }
        return names.size();
    }

    /// @return whether there was something to say of it
    private boolean message(UnmatchedMessages.Message message) {
        LogRecord record = message.record();
        boolean bad = message.level.compareTo(Level.ERROR) >= 0;
        if (!bad && !isRepeated(message)) {
            return false;
        }
        boolean page =
                record.kind() == RecordKind.TEXT
                        && record.entity().pod() != null
                        && !message.amongLast;
        if (!LastLines.isLine(record.kind()) || page) {
            return false;
        }
        ErrorReading reading = message.reading();
        if (mechanisms.of(reading).isEmpty() && !Failures.isEnd(reading.text())) {
            return false;
        }
        boolean grave =
                bad && message.amongLast && (message.level == Level.FATAL || lines <= EXCERPT);
        emit(record, reading, null, grave, message.count);
        return true;
    }

    private void emit(
            LogRecord said,
            ErrorReading reading,
            Ends.@Nullable End end,
            boolean grave,
            long count) {
        Entity entity = pods.complete(end == null ? said.entity() : end.entity().or(said.entity()));
        Optional<Mechanisms.Named> named = mechanisms.of(reading);
        String mechanism = named.map(each -> each.signature().id()).orElse("");
        LogRecord.Builder record =
                LogRecord.of(RecordKind.ERROR, said.origin(), said.shown())
                        .text(reading.text() + " " + mechanism)
                        .message(reading.text())
                        .component(said.component())
                        .level(said.level() == null ? Level.ERROR : said.level())
                        .time(said.time())
                        .yearFrom(said.yearFrom())
                        .age(said.age())
                        .entity(entity)
                        .count((int) Math.min(Integer.MAX_VALUE, count))
                        .subject(subject(said, entity));
        named.ifPresent(each -> {
            String title = each.signature().title();
            record.field("mechanism", each.signature().id());
            record.field(
                    "mechanism-words",
                    title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1));
        });
        record.field("who", who(entity));
        String words =
                UnmatchedMessages.brief(
                        named.map(each -> each.link().of(reading.text())).orElse(reading.root()));
        record.field("words", words);
        if (reading.operation() != null) {
            record.field(
                    "operation", UnmatchedMessages.brief(reading.operation().of(reading.text())));
        }
        if (reading.actor() != null) {
            record.field("actor", reading.actor().of(reading.text()));
        }
        record.field("code", reading.code());
        reading.target().ifPresent(target -> target(record, target, words));
        if (end != null) {
            exit(record, end);
        }
        record.field("grave", grave ? "true" : null);
        records.add(record.build());
    }

    private static @Nullable Subject subject(LogRecord said, Entity entity) {
        if (entity.pod() != null) {
            return new Subject("Pod", entity.namespace(), entity.pod(), entity.node());
        }
        return said.subject();
    }

    private static @Nullable String who(Entity entity) {
        return entity.workload() != null
                ? entity.workload()
                : entity.pod() != null ? entity.pod() : entity.container();
    }

    private static void target(LogRecord.Builder record, Target target, String words) {
        record.field("target", target.value());
        record.field("target-kind", target.kind().name().toLowerCase(Locale.ROOT));
        record.field(
                "at-target", words.contains(target.value()) ? null : " (" + target.value() + ")");
        String value = target.value();
        if (target.kind() == Target.Kind.URL) {
            value = value.substring(value.indexOf("://") + 3);
            value = value.substring(value.indexOf('@') + 1);
            int end = value.indexOf('/');
            value = end < 0 ? value : value.substring(0, end);
        }
        boolean host =
                target.kind() == Target.Kind.URL
                        || target.kind() == Target.Kind.ADDRESS
                        || target.kind() == Target.Kind.HOST;
        if (host) {
            int colon = value.lastIndexOf(':');
            boolean port =
                    colon >= 0
                            && value.indexOf(']', colon) < 0
                            && value.substring(colon + 1).matches("\\d{1,5}");
            record.field(
                    "host", port ? value.substring(0, colon).replaceAll("[\\[\\]]", "") : value);
            record.field("port", port ? value.substring(colon + 1) : null);
        } else {
            record.field(target.kind().name().toLowerCase(Locale.ROOT), value);
        }
    }

    private static void exit(LogRecord.Builder record, Ends.End end) {
        record.field("exit", end.words().isEmpty() ? "an error" : end.words());
        Exits.Meaning meaning = end.meaning();
        if (meaning != null) {
            record.field("exit-meaning", meaning.meaning());
            record.field("exit-owner", meaning.owner().word());
        }
    }
}
