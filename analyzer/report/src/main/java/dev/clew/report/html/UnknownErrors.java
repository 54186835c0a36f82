package dev.clew.report.html;

import dev.clew.diagnose.Suggestion;
import dev.clew.model.Entity;
import dev.clew.model.RelatedArticle;
import dev.clew.report.words.Phrases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Messages that tell of a failure and that no rule knows.
final class UnknownErrors {

    private static final int MOST = 100;
    private static final int MOST_OPEN = 5;
    private static final int LONGEST = 800;

    private final Sheet sheet;
    private final Phrases words;
    private final Markup out;

    UnknownErrors(Sheet sheet) {
        this.sheet = sheet;
        this.words = sheet.words();
        this.out = sheet.out();
    }

    void write() {
        List<Suggestion> all = sheet.diagnosis().suggestions();
        if (all.isEmpty()) {
            return;
        }
        out.open("section", "class", "card", "id", "unknown");
        out.element("h2", words.say("unknowns"));
        int shown = Math.min(MOST, all.size());
        for (int i = 0; i < shown; i++) {
            if (i == MOST_OPEN) {
                out.open("details", "class", "more");
                out.element("summary", words.say("more", all.size() - MOST_OPEN));
            }
            one(all.get(i));
        }
        if (all.size() > shown) {
            out.element("p", words.say("more", all.size() - shown), "class", "quiet");
        }
        if (shown > MOST_OPEN) {
            out.close();
        }
        out.closeLine();
    }

    private void one(Suggestion each) {
        out.open("div", "class", "unknown");
        out.open("p", "class", "head");
        String level = each.level().word();
        String tone =
                switch (each.level()) {
                    case FATAL -> "critical";
                    case ERROR -> "error";
                    case WARN -> "warning";
                    case TRACE, DEBUG, INFO -> "info";
                };
        out.element("span", words.say("severity." + level), "class", "badge " + tone);
        out.element("span", head(each), "class", "quiet");
        out.close();
        new Proof(sheet).record(each.evidence().getFirst(), LONGEST, List.of());
        String says = says(each.says());
        if (!says.isEmpty()) {
            out.open("p", "class", "quiet").text(words.say("unknowns.says") + words.say("colon"));
            out.text(says).close();
        }
        if (!each.articles().isEmpty()) {
            out.open("p", "class", "quiet").text(words.say("unknowns.near") + words.say("colon"));
            out.text(words.list(each.articles().stream().map(RelatedArticle::id).toList()));
            out.close();
        }
        out.close();
    }

    private String head(Suggestion each) {
        List<String> parts = new ArrayList<>();
        if (each.count() > 1) {
            parts.add(words.count("times", each.count()));
        }
        Instant first = each.firstSeen();
        Instant last = each.lastSeen();
        if (first != null) {
            parts.add(
                    Sheet.when(first)
                            + (last == null || last.equals(first) ? "" : " … " + Sheet.when(last)));
        }
        String place = place(each.place(), each.component());
        if (!place.isEmpty()) {
            parts.add(place);
        }
        return String.join(" · ", parts);
    }

    private static String place(Entity place, String component) {
        String name = place.pod() == null ? place.workload() : place.pod();
        String where =
                String.join(
                        "/",
                        Stream.of(place.namespace(), name, name == null ? null : place.container())
                                .filter(Objects::nonNull)
                                .toList());
        if (where.isEmpty()) {
            where = component;
        }
        return place.node() == null ? where : where + " · " + place.node();
    }

    private String says(Suggestion.Says says) {
        List<String> parts = new ArrayList<>();
        if (says.how() != null) {
            parts.add(says.how());
        }
        if (says.target() != null) {
            parts.add(words.say("says.on", says.target()));
        }
        if (says.operation() != null) {
            parts.add(words.say("says.while", says.operation()));
        }
        return words.list(parts);
    }
}
