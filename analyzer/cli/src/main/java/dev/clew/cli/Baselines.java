package dev.clew.cli;

import dev.clew.diagnose.Baseline;
import dev.clew.model.Problem;
import dev.clew.packs.BaselineFile;
import dev.clew.packs.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Reads files of known findings for the command line.
final class Baselines {

    private Baselines() {}

    static Baseline read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UserError(Exit.USAGE, "--baseline: " + file + " can't be read");
        }
        Problems problems = new Problems();
        List<BaselineFile.Known> known = BaselineFile.read(file.toString(), text, problems);
        if (problems.anyFatal()) {
            throw new UserError(
                    Exit.USAGE,
                    String.join("\n", problems.list().stream().map(Problem::toString).toList()));
        }
        return new Baseline(
                known.stream()
                        .map(each ->
                                new Baseline.Entry(
                                        each.signature(),
                                        each.subject().orElse(null),
                                        each.owner(),
                                        each.reason(),
                                        each.expires()))
                        .toList());
    }
}
