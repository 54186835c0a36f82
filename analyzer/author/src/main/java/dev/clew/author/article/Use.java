package dev.clew.author.article;

import dev.clew.author.commands.ShellCommand;
import dev.clew.author.commands.ShellScript;
import dev.clew.model.Applies;
import dev.clew.model.FixStep;
import dev.clew.model.Software;
import dev.clew.model.Version;
import dev.clew.model.VersionRange;
import dev.clew.packs.vocabulary.ChartValues;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// A fence of commands where it stands in an article.
///
/// @param where the section, or `step 2`
/// @param step the fence with what is said of it; it has a command
/// @param commands what is in it
record Use(String where, FixStep step, List<ShellCommand> commands) {

    Use {
        commands = List.copyOf(commands);
    }

    static Use of(String where, FixStep step) {
        return new Use(where, step, ShellScript.commands(script(step)));
    }

    /// The text of the fence.
    String script() {
        return script(step);
    }

    private static String script(FixStep step) {
        String command = step.command();
        return command == null ? "" : command;
    }

    /// The minors of Cilium, of those whose charts are known, that the article and the step leave.
    SortedSet<Integer> minors(Applies article) {
        SortedSet<Integer> minors = new TreeSet<>();
        for (int minor = ChartValues.OLDEST; minor <= ChartValues.NEWEST; minor++) {
            if (in(article, minor) && in(step.condition().versions(), minor)) {
                minors.add(minor);
            }
        }
        return minors;
    }

    /// Whether a release of the minor is in the range.
    private static boolean in(Applies applies, int minor) {
        VersionRange range = applies.ranges().getOrDefault(Software.CILIUM, VersionRange.ALL);
        return range.contains(new Version(List.of(1, minor, 0)))
                || range.contains(new Version(List.of(1, minor, 99)));
    }
}
