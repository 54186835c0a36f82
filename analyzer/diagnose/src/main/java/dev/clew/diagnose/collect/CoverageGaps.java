package dev.clew.diagnose.collect;

import dev.clew.bundle.Source;
import dev.clew.bundle.layout.Layout;
import dev.clew.diagnose.Coverage;
import dev.clew.diagnose.InputSummary;
import dev.clew.diagnose.Judged;
import dev.clew.match.RuleBook;
import dev.clew.model.Bound;
import dev.clew.model.Entity;
import dev.clew.model.LimitLog;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import dev.clew.model.RecordPattern;
import dev.clew.model.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Notices, while a bundle is read, what it lacks.
public final class CoverageGaps {

    private final Set<Layout> layouts = EnumSet.noneOf(Layout.class);
    private final List<InputSummary.Skipped> notCollected = new ArrayList<>();
    private final Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
    private final Set<String> components = new HashSet<>();
    private final Set<String> logs = new HashSet<>();
    private final Set<String> previousLogs = new HashSet<>();
    private final Set<String> restarted = new TreeSet<>();

    private @Nullable Instant from;
    private @Nullable Instant to;
    private final LimitLog log;

    CoverageGaps(LimitLog log) {
        this.log = log;
    }

    public void layout(Layout layout) {
        layouts.add(layout);
    }

    public void notCollected(String path, String what) {
        if (log.hasRoom(Bound.GAPS, notCollected.size())) {
            notCollected.add(new InputSummary.Skipped(path, what));
        }
    }

    public void source(Source source) {
        Entity entity = source.entity();
        components.add(source.component());
        if (entity.pod() != null) {
            Set<String> known = source.previous() ? previousLogs : logs;
            String key = key(entity);
            if (!known.contains(key) && log.hasRoom(Bound.SOURCES, known.size())) {
                known.add(key);
            }
        }
    }

    private static String key(Entity entity) {
        return entity.pod() + (entity.container() == null ? "" : "/" + entity.container());
    }

    /// Takes note of the first and the last time of a part of the input, either null where it has
    /// none.
    public void times(@Nullable Instant first, @Nullable Instant last) {
        if (first != null && (from == null || first.isBefore(from))) {
            from = first;
        }
        if (last != null && (to == null || last.isAfter(to))) {
            to = last;
        }
    }

    private Judged judged() {
        return new Judged(List.copyOf(new TreeSet<>(components())), from, to, 0);
    }

    void record(LogRecord record) {
        kinds.add(record.kind());
        components.add(record.component());
        String restarts = record.kind() == RecordKind.CONTAINER ? record.value("restarts") : null;
        if (restarts != null
                && !restarts.equals("0")
                && record.entity().pod() != null
                && !restarted.contains(key(record.entity()))
                && log.hasRoom(Bound.PODS, restarted.size())) {
            restarted.add(key(record.entity()));
        }
    }

    /// The programs that speak in the input, in the words of the vocabulary.
    public Set<String> components() {
        Set<String> known = new HashSet<>(components);
        known.remove("");
        return known;
    }

    /// Whether the input is a bundle that tells which pods there are.
    public boolean listsPods() {
        return !layouts.isEmpty()
                && (kinds.contains(RecordKind.POD) || kinds.contains(RecordKind.CONTAINER));
    }

    /// What is lacking, for a bundle; nothing for loose files, which promise nothing.
    public Coverage coverage(RuleBook book) {
        if (layouts.isEmpty()) {
            return Coverage.NONE.with(judged());
        }
        List<String> missing = new ArrayList<>();
        // The manifest of a Clew bundle tells what was not to be had; a log that is empty is no gap
        for (String container : restarted) {
            if (!logs.isEmpty()
                    && !layouts.contains(Layout.CLEW)
                    && !previousLogs.contains(container)
                    && log.hasRoom(Bound.GAPS, missing.size())) {
                missing.add("the previous log of " + container + ", which has restarted");
            }
        }
        if (layouts.contains(Layout.CILIUM_SYSDUMP) && logs.isEmpty()) {
            missing.add("logs: the sysdump looks like one taken with --quick");
        }
        return new Coverage(
                layouts.stream().map(Layout::title).toList(),
                notCollected,
                missing,
                unjudged(book),
                judged());
    }

    private Map<String, Integer> unjudged(RuleBook book) {
        Map<String, Integer> unjudged = new TreeMap<>();
        for (int i = 0; i < book.size(); i++) {
            if (book.rule(i).rule() instanceof Rule.Signature signature) {
                String lack = null;
                for (RecordPattern pattern : signature.match()) {
                    lack = lack(pattern);
                    if (lack == null) {
                        break;
                    }
                }
                if (lack != null) {
                    unjudged.merge(lack, 1, Integer::sum);
                }
            }
        }
        return unjudged;
    }

    /// What a pattern would need that was not there, or null if it had something to look at.
    private @Nullable String lack(RecordPattern pattern) {
        if (pattern.kinds().contains(RecordKind.ERROR)) {
            return null; // made of whatever there is
        }
        if (!pattern.kinds().isEmpty() && pattern.kinds().stream().noneMatch(kinds::contains)) {
            return "no records of kind "
                    + String.join(
                            ", ", pattern.kinds().stream().map(RecordKind::word).sorted().toList());
        }
        boolean heard =
                pattern.components().isEmpty()
                        || pattern.components().stream().anyMatch(components::contains);
        return heard
                ? null
                : "nothing of "
                        + String.join(", ", pattern.components().stream().sorted().toList());
    }
}
