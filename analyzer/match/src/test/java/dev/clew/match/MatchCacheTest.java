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
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchCacheTest {

    private static final String LINE = "the pool of addresses is used up";

    private static Rule fact(String id, Clause clause) {
        Clause all = new Clause.All(List.of(text("addresses is used up"), clause));
        return new Rule.Fact(id, "x", List.of(pattern(all)), Applies.ALWAYS, List.of());
    }

    private static Rule rule(String id, Clause clause) {
        return new Rule.Fact(id, "x", List.of(pattern(clause)), Applies.ALWAYS, List.of());
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
                        LogRecord.of(RecordKind.LOG, new Origin("x.log", 1), LINE + " subsys=ipam")
                                .field("subsys", "ipam")
                                .build());
        MatchCache cache = new MatchCache(BOOK);
        for (int round = 0; round < 2; round++) {
            for (LogRecord record : records) {
                assertThat(ids(cache.judge(record).hits())).isEqualTo(ids(BOOK.match(record)));
            }
        }
        assertThat(ids(cache.judge(records.get(5)).hits())).containsExactly("always", "field");
    }

    private static LogRecord record(String line) {
        return LogRecord.of(RecordKind.LOG, new Origin("x.log", 1), line).build();
    }

    @Test
    void findsWhatOnlySomeLinesOfAShapeHave() {
        RuleBook book =
                RuleBook.of(
                        RuleSource.of(
                                List.of(
                                        rule("address", text("dial 10.0.0.9:53")),
                                        rule("number", text("line 40961")),
                                        rule("edge", text("status 1")),
                                        rule("id", text("id 0badc0de1")),
                                        rule(
                                                "regex",
                                                new Clause.Regex(
                                                        "text", "(?:took|spent) 9\\.\\d+s")))));
        MatchCache cache = new MatchCache(book);
        for (String line :
                List.of(
                        "dial 10.0.0.8:53 line 50000 status 2 id 1badc0de1 took 1.5s",
                        "dial 10.0.0.9:53 line 50000 status 2 id 1badc0de1 took 1.5s",
                        "dial 10.0.0.8:53 line 40961 status 2 id 1badc0de1 took 1.5s",
                        "dial 10.0.0.8:53 line 50000 status 1 id 1badc0de1 took 1.5s",
                        "dial 10.0.0.8:53 line 50000 status 2 id 0badc0de1 took 1.5s",
                        "dial 10.0.0.8:53 line 50000 status 2 id 1badc0de1 took 9.75s")) {
            assertThat(ids(cache.judge(record(line)).hits()))
                    .isEqualTo(ids(book.match(record(line))));
        }
        assertThat(
                        ids(
                                cache.judge(
                                                record(
                                                        "dial 10.0.0.9:53 line 40961 status 1 id 0badc0de1 spent 9.1s"))
                                        .hits()))
                .containsExactly("address", "number", "edge", "id", "regex");
    }

    @Test
    void rulesOutAShapeThatLacksAWordOfEveryRule() {
        MatchCache cache =
                new MatchCache(
                        RuleBook.of(
                                RuleSource.of(
                                        List.of(
                                                rule(
                                                        "pool",
                                                        new Clause.All(
                                                                List.of(
                                                                        text("used up"),
                                                                        text("pool"))))))));
        assertThat(cache.judge(record("12:00:00 addresses is used up")).ruledOut())
                .as("of one line nothing is concluded")
                .isFalse();
        assertThat(cache.judge(record("12:00:01 addresses is used up")).ruledOut()).isTrue();
        assertThat(cache.judge(record("12:00:02 " + LINE)).ruledOut()).isFalse();
        assertThat(cache.judge(record("12:00:03 used up\n  more")).ruledOut()).isFalse();
    }
}
