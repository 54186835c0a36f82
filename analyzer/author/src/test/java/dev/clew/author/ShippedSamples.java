package dev.clew.author;

import dev.clew.bundle.Texts;
import dev.clew.diagnose.Diagnosis;
import dev.clew.diagnose.Diagnostician;
import dev.clew.diagnose.InputSummary;
import dev.clew.diagnose.collect.ObservationStore;
import dev.clew.match.RuleBook;
import dev.clew.match.RuleSource;
import dev.clew.model.Article;
import dev.clew.model.LineFilter;
import dev.clew.model.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is shipped, with its articles, and what it says of texts.
final class ShippedSamples {

    static final Path ROOT = Path.of(System.getProperty("clew.root", ""));

    private final PackUnderTest pack;
    private final Map<String, Article> articles;
    private final RuleBook book;

    private ShippedSamples(PackUnderTest pack) {
        this.pack = pack;
        this.articles = pack.byId();
        List<Rule> rules = new ArrayList<>();
        pack.rules().forEach(entry -> rules.add(entry.rule()));
        this.book = RuleBook.of(RuleSource.of(rules));
    }

    static ShippedSamples read() throws IOException {
        return new ShippedSamples(
                PackUnderTest.read(
                        ROOT.resolve("patterns"),
                        Optional.of(ROOT.resolve("kb")),
                        Lint.Beside.NOTHING));
    }

    PackUnderTest pack() {
        return pack;
    }

    Diagnosis diagnose(Rule.Sample sample) {
        return diagnose(sample.file() == null ? "sample" : sample.file(), sample.lines());
    }

    /// The diagnosis of a text that stands in a file of that name.
    Diagnosis diagnose(String file, String text) {
        ObservationStore store = new ObservationStore(book, null);
        Texts.read(
                Texts.source(file),
                text.getBytes(StandardCharsets.UTF_8),
                LineFilter.EVERY_LINE,
                store.sink());
        store.close();
        return Diagnostician.diagnose(
                store,
                new InputSummary(1, 0, 0, true, List.of()),
                id -> Optional.ofNullable(articles.get(id)));
    }
}
