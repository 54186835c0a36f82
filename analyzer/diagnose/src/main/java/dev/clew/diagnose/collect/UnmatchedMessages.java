package dev.clew.diagnose.collect;

import dev.clew.diagnose.Suggestion;
import dev.clew.model.Articles;
import dev.clew.model.Evidence;
import dev.clew.model.Level;
import dev.clew.model.LogRecord;
import dev.clew.model.RelatedArticle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All messages at warning or above that no rule knows, by template. Its size is bounded.
public final class UnmatchedMessages {

    private static final int MOST_TEMPLATES = 2000;
    private static final int MOST_SKELETONS = 50_000;
    private static final int MOST_SUGGESTIONS = 10;

    private final Map<String, Message> messages = new LinkedHashMap<>();
    private final Map<Long, Message> bySkeleton = new HashMap<>();

    private static final class Message {
        final String component;
        final List<Evidence> evidence = new ArrayList<>(3);
        final String text;
        Level level;
        long count;

        Message(UnmatchedLines.Unknown unknown) {
            LogRecord first = unknown.records.getFirst();
            this.component = first.component();
            this.text = first.text();
            this.level = unknown.level;
        }
    }

    /// Adds what was watched in a unit.
    ///
    /// @param base lines of the source before the unit
    public void add(UnmatchedLines suspects, long base) {
        suspects.forEachUnread(this::count);
        for (UnmatchedLines.Unknown unknown : suspects.unknowns()) {
            String key = unknown.template.key();
            Message message = messages.get(key);
            if (message == null) {
                if (messages.size() >= MOST_TEMPLATES) {
                    continue;
                }
                message = new Message(unknown);
                messages.put(key, message);
            }
            if (bySkeleton.size() < MOST_SKELETONS) {
                bySkeleton.putIfAbsent(unknown.fingerprint, message);
            }
            message.count += suspects.count(unknown);
            if (unknown.level.compareTo(message.level) > 0) {
                message.level = unknown.level;
            }
            for (LogRecord record : unknown.records) {
                if (message.evidence.size() < 3) {
                    LogRecord moved = record.movedBy(base);
                    message.evidence.add(
                            new Evidence(
                                    moved.origin(),
                                    moved.raw(),
                                    moved.timeAssumed() ? null : moved.time()));
                }
            }
        }
    }

    private void count(long fingerprint, int times) {
        Message message = bySkeleton.get(fingerprint);
        if (message != null) {
            message.count += times;
        }
    }

    /// The most telling ones: the worst first, of those the most frequent.
    public List<Suggestion> suggestions(Articles articles) {
        return messages.entrySet().stream()
                .sorted(
                        Comparator.comparing(
                                        (Map.Entry<String, Message> each) -> each.getValue().level)
                                .thenComparingLong(each -> each.getValue().count)
                                .reversed())
                .limit(MOST_SUGGESTIONS)
                .map(each -> suggestion(each.getKey(), each.getValue(), articles))
                .toList();
    }

    private static Suggestion suggestion(String key, Message message, Articles articles) {
        List<RelatedArticle> nearest = articles.nearest(message.text);
        return new Suggestion(
                key, message.level, message.component, message.count, message.evidence, nearest);
    }
}
