package dev.clew.cli;

import dev.clew.match.RuleBook;
import dev.clew.model.Articles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/// Packs of a user's own, beside the shipped one.
final class PatternsOption {

    @Option(
            names = "--patterns",
            paramLabel = "DIR",
            description =
                    "A pack of your own, or the name of an installed one, added to the shipped one; rules in the format of CRE too. May be repeated.")
    List<Path> given = List.of();

    @Option(
            names = "--source",
            paramLabel = "KIND=GLOB",
            description =
                    "Rules of CRE for that kind only read inputs of such names: cre.log.kafka=kafka*.log. May be repeated.")
    List<String> sources = List.of();

    /// The folders of the packs.
    List<Path> folders() {
        return given.stream().map(Installed::folder).toList();
    }

    /// The shipped rules and those of the packs.
    RuleBook book() {
        return Packs.book(folders(), globs());
    }

    /// The shipped articles and those of the packs.
    Articles articles() {
        return Packs.articles(folders());
    }

    /// For each pack of which rules can't be used, how many mistakes keep them out.
    List<String> leftOut() {
        List<String> told = new ArrayList<>();
        for (Path folder : folders()) {
            int mistakes = PackCache.leftOut(folder);
            if (mistakes > 0) {
                told.add(
                        "%s: %d %s left out; 'clew patterns lint %s' says why"
                                .formatted(
                                        folder,
                                        mistakes,
                                        mistakes == 1 ? "rule" : "rules",
                                        folder));
            }
        }
        return told;
    }

    private Map<String, List<String>> globs() {
        Map<String, List<String>> globs = new TreeMap<>();
        for (String source : sources) {
            int at = source.indexOf('=');
            if (at < 1 || at == source.length() - 1) {
                throw new UserError(
                        Exit.USAGE, "--source: '" + source + "' is not of the form KIND=GLOB");
            }
            globs.computeIfAbsent(source.substring(0, at), any -> new ArrayList<>())
                    .add(source.substring(at + 1));
        }
        return globs;
    }
}
