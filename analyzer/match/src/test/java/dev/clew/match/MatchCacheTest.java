package dev.clew.match;

import static dev.clew.match.TestRecords.pattern;
import static dev.clew.match.TestRecords.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.Applies;
import dev.clew.model.Clause;
import dev.clew.model.Entity;
import dev.clew.model.Level;
import dev.clew.model.LogRecord;
import dev.clew.model.Origin;
import dev.clew.model.RecordKind;
import dev.clew.model.Rule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchCacheTest {

    private static final String LINE = "the pool of addresses is used up";

    private static Rule fact(String id, Clause clause) {
        Clause all = new Clause.All(List.of(text("addresses is used up"), clause));
        return new Rule.Fact(id, "x", List.of(pattern(all)), Applies.ALWAYS, List.of());
    }

    private static Clause is(String field, String word) {
        return new Clause.In(field, List.of(word));
    }

    private static final RuleBook BOOK =
            RuleBook.of(
                    RuleSource.of(
                            List.of(
                                    fact("always", text("pool")),
                                    fact("level", is("level", "error")),
                                    fact("component", is("component", "kubelet")),
                                    fact("source", is("source", "other.log")),
                                    fact("node", is("node", "n1")),
                                    fact("field", is("subsys", "ipam")))));

    private static LogRecord.Builder line(String source) {
        return LogRecord.of(RecordKind.LOG, new Origin(source, 1), LINE);
    }

    private static List<String> ids(List<RuleBook.Hit> hits) {
        return hits.stream().map(hit -> hit.rule().rule().id()).toList();
    }

    @Test
    void saysWhatTheBookSaysHoweverAlikeRecordsAre() {
        List<LogRecord> records =
                List.of(
                        line("x.log").build(),
                        line("x.log").level(Level.ERROR).build(),
                        line("x.log").component("kubelet").build(),
                        line("other.log").build(),
                        line("x.log").entity(Entity.UNKNOWN.withNode("n1")).build(),
                        line("x.log").field("subsys", "ipam").build());
        MatchCache verdicts = new MatchCache(BOOK);
        for (int round = 0; round < 2; round++) {
            for (LogRecord record : records) {
                assertThat(ids(verdicts.of(record))).isEqualTo(ids(BOOK.match(record)));
            }
        }
        assertThat(ids(verdicts.of(records.get(5)))).containsExactly("always", "field");
    }

    @Test
    void remembersWhateverTheTimeAndPlace() {
        MatchCache verdicts = new MatchCache(BOOK);
        LogRecord later =
                LogRecord.of(RecordKind.LOG, new Origin("x.log", 90), "12:00 " + LINE)
                        .text(LINE)
                        .message(LINE)
                        .time(Instant.EPOCH)
                        .build();
        LogRecord first = line("x.log").text(LINE).message(LINE).build();
        assertThat(verdicts.of(later)).isSameAs(verdicts.of(first));
    }
}
