package dev.clew.author;

import dev.clew.match.code.Codes;
import dev.clew.model.Problem;
import dev.clew.model.Rule;
import dev.clew.packs.Code;
import dev.clew.packs.PackFolder;
import dev.clew.packs.Place;
import dev.clew.packs.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everything that can be checked of a pack and its articles.
public final class Lint {

    private Lint() {}

    /// What a pack is used with.
    ///
    /// @param rules of other packs; those whose ids the pack takes over are left out
    /// @param articles ids of articles
    /// @param groups file of groups that the pack may use
    /// @param vocabulary folder of the vocabulary that the pack uses if it has none of its own
    public record Beside(
            List<Rule> rules,
            Set<String> articles,
            Optional<Path> groups,
            Optional<Path> vocabulary) {

        /// Nothing: the pack stands for itself.
        public static final Beside NOTHING =
                new Beside(List.of(), Set.of(), Optional.empty(), Optional.empty());

        public Beside {
            rules = List.copyOf(rules);
            articles = Set.copyOf(articles);
        }
    }

    /// All problems, in the order of the files.
    ///
    /// @param pack folder of the rules
    /// @param kb folder of the articles, or empty if the pack brings none of its own
    /// @param beside what is shipped, or whatever else the pack will be used with
    /// @param today no date may be after it
    public static List<Problem> run(Path pack, Optional<Path> kb, Beside beside, LocalDate today)
            throws IOException {
        PackUnderTest shelf = PackUnderTest.read(pack, kb, beside);
        Problems problems = shelf.problems();
        if (shelf.rules().isEmpty() && shelf.articles().isEmpty() && problems.list().isEmpty()) {
            problems.error(
                    Place.of(pack.toString()), Code.P001, "holds no signatures and no articles");
        }
        Set<String> own = new HashSet<>();
        shelf.rules().forEach(entry -> own.add(entry.rule().id()));
        List<Rule> others =
                beside.rules().stream().filter(rule -> !own.contains(rule.id())).toList();
        Set<String> otherIds = new HashSet<>();
        others.forEach(rule -> otherIds.add(rule.id()));
        new PackLint(shelf, otherIds, problems).run();
        new ArticleLint(shelf, today, problems).run(beside.articles());
        new SampleRunner(shelf, others, problems).run();
        codes(pack.resolve(PackFolder.VOCABULARY).resolve(Codes.FILE), problems);
        return problems.list();
    }

    private static void codes(Path table, Problems problems) throws IOException {
        for (Codes.Fault fault : Codes.read(table).faults()) {
            problems.error(new Place(table.toString(), fault.line(), 1), Code.P209, fault.words());
        }
    }
}
