package dev.clew.cli;

import dev.clew.author.trial.LabelledCase;
import dev.clew.author.trial.OwnLogs;
import dev.clew.author.trial.Trial;
import dev.clew.diagnose.Analysis;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "test",
        header = "Tries the pack on labelled cases: hits, misses and false alarms by signature.",
        description = {
            "A case is a folder with input files and a case.json such as",
            "{\"inputs\": [\"agent.log\"], \"root\": [\"my-signature\"]}, or with \"healthy\": true.",
            "Rules in the format of CRE are tried on the test.log and test-fp.log beside them.",
            "Exits with 1 if a case goes wrong."
        })
final class TestCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "Folder of cases.")
    Path folder = Path.of("");

    @Mixin final PatternsOption patterns = new PatternsOption();

    private final Console console;

    TestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<OwnLogs.Tried> tried = ownLogs();
        if (!tried.isEmpty()) {
            return told(tried);
        }
        Analysis analysis = new Analysis(patterns.book(), patterns.articles());
        Trial trial = new Trial();
        for (LabelledCase each : cases()) {
            trial.judge(
                    folder.toAbsolutePath().relativize(each.folder()).toString(),
                    each,
                    analysis.run(each.inputs(), InputStream.nullInputStream()));
        }
        console.out().printf("%6s %8s %14s  %s%n", "hits", "misses", "false alarms", "signature");
        new TreeMap<>(trial.scores())
                .forEach((id, score) ->
                        console.out()
                                .printf(
                                        "%6d %8d %14d  %s%n",
                                        score.hits(), score.misses(), score.falseAlarms(), id));
        trial.remarks().forEach(remark -> console.out().println(remark));
        console.out().printf("%d of %d cases as labelled%n", trial.right(), trial.cases());
        return trial.right() == trial.cases() ? Exit.DONE : Exit.FOUND;
    }

    private List<OwnLogs.Tried> ownLogs() throws InterruptedException {
        try {
            return Files.isDirectory(folder) ? OwnLogs.below(folder) : List.of();
        } catch (IOException e) {
            throw new UserError(Exit.NO_INPUT, String.valueOf(e.getMessage()));
        }
    }

    private int told(List<OwnLogs.Tried> tried) {
        tried.stream()
                .filter(each -> !each.right())
                .forEach(each ->
                        console.out()
                                .println(
                                        each.log()
                                                + ": "
                                                + each.rule()
                                                + (each.wanted() ? " does not hit" : " hits")));
        List<OwnLogs.Tried> hits = tried.stream().filter(OwnLogs.Tried::wanted).toList();
        List<OwnLogs.Tried> misses = tried.stream().filter(each -> !each.wanted()).toList();
        console.out()
                .printf(
                        "own logs hit: %d/%d%nown logs without a fault hit: %d/%d%n",
                        hits.stream().filter(OwnLogs.Tried::hit).count(),
                        hits.size(),
                        misses.stream().filter(OwnLogs.Tried::hit).count(),
                        misses.size());
        return tried.stream().allMatch(OwnLogs.Tried::right) ? Exit.DONE : Exit.FOUND;
    }

    private List<LabelledCase> cases() {
        if (!Files.isDirectory(folder)) {
            throw new UserError(Exit.USAGE, folder + ": no such folder");
        }
        try {
            List<LabelledCase> cases = LabelledCase.below(folder);
            if (cases.isEmpty()) {
                throw new UserError(Exit.NO_INPUT, folder + ": no case.json below it");
            }
            return cases;
        } catch (IOException e) {
            throw new UserError(Exit.NO_INPUT, String.valueOf(e.getMessage()));
        }
    }
}
