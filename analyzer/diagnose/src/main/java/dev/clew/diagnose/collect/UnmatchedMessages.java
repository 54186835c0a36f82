package dev.clew.diagnose.collect;

import dev.clew.diagnose.Suggestion;
import dev.clew.errors.ErrorReader;
import dev.clew.errors.ErrorReading;
import dev.clew.errors.Failures;
import dev.clew.errors.Mechanisms;
import dev.clew.errors.Target;
import dev.clew.match.literal.Rarity;
import dev.clew.model.Articles;
import dev.clew.model.Bound;
import dev.clew.model.Evidence;
import dev.clew.model.Level;
import dev.clew.model.LimitLog;
import dev.clew.model.LogRecord;
import dev.clew.model.RelatedArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// All messages that tell of a failure and that no rule knows, by template. Its size is bounded.
public final class UnmatchedMessages {

    private static final int MOST_SUGGESTIONS = 10;
    private static final int LONGEST_WORDS = 160;

    /// Points of an error that says how it failed: more than that of a program which only says that
    /// it gives up.
    private static final int NAMED = 40;

    private static final Duration NEAR = Duration.ofSeconds(60);

    private final Map<String, Message> messages = new LinkedHashMap<>();
    private final Map<Long, Message> bySkeleton = new HashMap<>();
    private final List<Doubted> doubted = new ArrayList<>();
    private final LimitLog log;
    private final Mechanisms mechanisms;

    /// @param log holds the limits, and learns which are reached
    /// @param mechanisms name how an error failed
    UnmatchedMessages(LimitLog log, Mechanisms mechanisms) {
        this.log = log;
        this.mechanisms = mechanisms;
    }

    /// A message, and where and when it was printed.
    static final class Message {
        final String key;
        final List<LogRecord> records = new ArrayList<>(3);
        Level level;
        long count;
        boolean lastWords;
        boolean amongLast;
        @Nullable Instant first;
        @Nullable Instant last;
        private @Nullable ErrorReading reading;

        private Message(String key, Level level) {
            this.key = key;
            this.level = level;
        }

        LogRecord record() {
            return records.getFirst();
        }

        ErrorReading reading() {
            ErrorReading known = reading;
            if (known == null) {
                known = ErrorReader.read(record());
                reading = known;
            }
            return known;
        }

        private boolean failed() {
            if (level.compareTo(Level.ERROR) >= 0) {
                return true;
            }
            Level said = Failures.level(ErrorReader.words(record()));
            return said != null && said.compareTo(Level.ERROR) >= 0;
        }

        private void at(LogRecord record) {
            Instant time = record.timeAssumed() ? null : record.time();
            if (time != null) {
                first = first == null || time.isBefore(first) ? time : first;
                last = last == null || time.isAfter(last) ? time : last;
            }
        }
    }

    /// Adds what was watched in a unit.
    ///
    /// @param base lines of the source before the unit
    public void add(UnmatchedLines suspects, long base) {
        suspects.forEachUnread(this::count);
        reached(Bound.UNKNOWN_MESSAGES_IN_PART, suspects.left());
        reached(Bound.LINE_KINDS_IN_PART, suspects.unread());
        reached(Bound.DOUBTED_IN_PART, suspects.undoubted());
        for (UnmatchedLines.Unknown unknown : suspects.unknowns()) {
            add(unknown, suspects.count(unknown), base);
        }
        suspects.doubted()
                .forEach((by, known) -> {
                    if (log.hasRoom(Bound.UNKNOWN_MESSAGES, doubted.size())) {
                        doubted.add(new Doubted(by, known, base));
                    }
                });
    }

    private void reached(Bound bound, long cost) {
        if (cost > 0) {
            log.reached(bound, cost);
        }
    }

    /// What rules know that may turn out not to hold.
    private record Doubted(List<Integer> by, UnmatchedLines.Unknown known, long base) {}

    /// Takes the failures as unknown that were only known by rules that don't hold. To be called
    /// once, after the last unit.
    ///
    /// @param holds tells of the ordinal of a rule whether it does
    void release(IntPredicate holds) {
        for (Doubted each : doubted) {
            if (each.by().stream().noneMatch(holds::test)) {
                add(each.known(), each.known().read, each.base());
            }
        }
        doubted.clear();
    }

    private void add(UnmatchedLines.Unknown unknown, long count, long base) {
        String key = unknown.template.key();
        Message message = messages.get(key);
        if (message == null) {
            if (!log.hasRoom(Bound.UNKNOWN_MESSAGES, messages.size())) {
                return;
            }
            message = new Message(key, unknown.level);
            messages.put(key, message);
        }
        if (!bySkeleton.containsKey(unknown.fingerprint)
                && log.hasRoom(Bound.LINE_SHAPES, bySkeleton.size())) {
            bySkeleton.put(unknown.fingerprint, message);
        }
        message.count += count;
        if (unknown.level.compareTo(message.level) > 0) {
            message.level = unknown.level;
        }
        for (LogRecord record : unknown.records) {
            message.at(record);
            if (message.records.size() < 3) {
                message.records.add(record.movedBy(base));
            }
        }
        if (unknown.last != null) {
            message.at(unknown.last);
        }
    }

    private void count(long fingerprint, int times) {
        Message message = bySkeleton.get(fingerprint);
        if (message != null) {
            message.count += times;
        }
    }

    /// How many different ones there are.
    public int size() {
        return messages.size();
    }

    /// How many of them tell of a failure rather than warn of one. A warning that something failed
    /// is one, whatever its program thought of it.
    public int errors() {
        return Math.toIntExact(messages.values().stream().filter(Message::failed).count());
    }

    /// The message that a record is a print of, or null.
    @Nullable Message of(LogRecord record) {
        return bySkeleton.get(LineFingerprints.of(record.shown()));
    }

    /// All of them, the most telling first: by how bad they are, whether a program said them last,
    /// how near to the first failure, and how rare their words are in ordinary logs.
    List<Message> ranked() {
        Instant firstFailure = null;
        for (Message message : messages.values()) {
            Instant time = message.first;
            if (message.level.compareTo(Level.ERROR) >= 0
                    && time != null
                    && (firstFailure == null || time.isBefore(firstFailure))) {
                firstFailure = time;
            }
        }
        Instant from = firstFailure;
        Map<Message, Integer> points = new HashMap<>();
        messages.values().forEach(message -> points.put(message, points(message, from)));
        return messages.values().stream()
                .sorted(
                        Comparator.comparing((Message message) -> points.getOrDefault(message, 0))
                                .thenComparingLong(message -> message.count)
                                .reversed())
                .toList();
    }

    private int points(Message message, @Nullable Instant firstFailure) {
        int points =
                switch (message.level) {
                    case FATAL -> 150;
                    case ERROR -> 120;
                    case WARN -> 40;
                    case INFO, DEBUG, TRACE -> 0;
                };
        points += message.lastWords ? 120 : message.amongLast ? 30 : 0;
        if (firstFailure != null
                && message.first != null
                && Duration.between(firstFailure, message.first).compareTo(NEAR) <= 0) {
            points += 25;
        }
        points += rarity(message.key);
        points += mechanisms.of(message.reading()).isPresent() ? NAMED : 0;
        points += message.reading().target().isPresent() ? 10 : 0;
        return points + Math.min(10, 64 - Long.numberOfLeadingZeros(message.count));
    }

    /// How rare the words of a message are in ordinary logs, from 0 to 40.
    private static int rarity(String key) {
        String words = key.toLowerCase(Locale.ROOT);
        int rare = 0;
        int all = 0;
        for (int at = 0; at + Rarity.WINDOW <= words.length() && all < 40; at += 5) {
            all++;
            rare += Rarity.isUnusual(words, at) ? 1 : 0;
        }
        return all == 0 ? 0 : rare * 40 / all;
    }

    /// The most telling ones.
    ///
    /// @param mechanisms names how they failed
    /// @param meanings tells what the codes in a text mean, empty where it has none
    public List<Suggestion> suggestions(
            Articles articles, Mechanisms mechanisms, UnaryOperator<String> meanings) {
        return ranked().stream()
                .limit(MOST_SUGGESTIONS)
                .map(message -> suggestion(message, articles, mechanisms, meanings))
                .toList();
    }

    private static Suggestion suggestion(
            Message message,
            Articles articles,
            Mechanisms mechanisms,
            UnaryOperator<String> meanings) {
        List<RelatedArticle> nearest = articles.nearest(message.record().text());
        LogRecord record = message.record();
        return new Suggestion(
                message.key,
                message.level,
                record.component(),
                record.entity(),
                message.count,
                message.first,
                message.last,
                message.records.stream()
                        .map(each ->
                                new Evidence(
                                        each.origin(),
                                        each.shown(),
                                        each.timeAssumed() ? null : each.time()))
                        .toList(),
                says(message.reading(), mechanisms, meanings.apply(record.shown())),
                nearest);
    }

    private static Suggestion.Says says(ErrorReading reading, Mechanisms mechanisms, String codes) {
        Optional<Mechanisms.Named> named = mechanisms.of(reading);
        return new Suggestion.Says(
                reading.operation() == null ? null : brief(reading.operation().of(reading.text())),
                reading.actor() == null ? null : reading.actor().of(reading.text()),
                reading.target().map(Target::value).orElse(null),
                named.map(each -> each.signature().id()).orElse(null),
                named.map(each -> each.signature().title()).orElse(null),
                codes.isEmpty() ? null : codes);
    }

    /// A text on one line, cut where it is long.
    static String brief(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_WORDS ? line : line.substring(0, LONGEST_WORDS - 1) + "…";
    }
}
