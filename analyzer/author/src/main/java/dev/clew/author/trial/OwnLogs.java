package dev.clew.author.trial;

import dev.clew.diagnose.Analysis;
import dev.clew.diagnose.Diagnosis;
import dev.clew.match.RuleBook;
import dev.clew.match.RuleSource;
import dev.clew.model.Articles;
import dev.clew.model.Rule;
import dev.clew.packs.PackFolder;
import dev.clew.packs.cre.CreRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Tries rules in the format of CRE on the logs that stand beside them: `test.log`, which each must
/// hit, and `test-fp.log`, which it must not.
public final class OwnLogs {

    /// Name of the log beside a rule that the rule must hit.
    public static final String HIT = "test.log";

    /// Name of the log beside a rule that the rule must not hit.
    public static final String MISS = "test-fp.log";

    private OwnLogs() {}

    /// A log that was tried.
    ///
    /// @param rule id of the rule
    /// @param log the file
    /// @param wanted whether the rule must hit it
    /// @param hit whether it did
    public record Tried(String rule, Path log, boolean wanted, boolean hit) {

        /// Whether it came as it must.
        public boolean right() {
            return wanted == hit;
        }
    }

    /// Tries all rules below a folder, each by itself.
    ///
    /// @throws IOException if the folder can't be listed
    public static List<Tried> below(Path folder) throws IOException, InterruptedException {
        List<Tried> all = new ArrayList<>();
        for (CreRule rule : PackFolder.foreign(folder)) {
            Path beside = Path.of(rule.place().path()).toAbsolutePath().getParent();
            if (beside != null) {
                attempt(rule.signature(), beside.resolve(HIT), true, all);
                attempt(rule.signature(), beside.resolve(MISS), false, all);
            }
        }
        return all;
    }

    private static void attempt(Rule.Signature rule, Path log, boolean wanted, List<Tried> all)
            throws InterruptedException {
        if (!Files.isRegularFile(log)) {
            return;
        }
        Diagnosis diagnosis =
                new Analysis(RuleBook.of(RuleSource.of(List.of(rule))), Articles.NONE)
                        .run(List.of(log.toString()), InputStream.nullInputStream());
        boolean hit =
                diagnosis.findings().stream()
                        .anyMatch(finding -> finding.signature().id().equals(rule.id()));
        all.add(new Tried(rule.id(), log, wanted, hit));
    }
}
