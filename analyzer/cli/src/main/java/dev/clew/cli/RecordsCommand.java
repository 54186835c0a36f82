package dev.clew.cli;

import dev.clew.bundle.Chunk;
import dev.clew.bundle.ChunkSink;
import dev.clew.bundle.Inputs;
import dev.clew.bundle.Source;
import dev.clew.bundle.format.FormatFiles;
import dev.clew.model.Limits;
import dev.clew.model.LineFilter;
import dev.clew.model.LogRecord;
import dev.clew.report.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "records",
        header = "Shows how an input is read: each record with its fields.",
        description = "For authors who wonder why a signature does not match.")
final class RecordsCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "File, folder or archive; - for standard input.")
    List<String> paths = List.of();

    @Option(names = "--fields", description = "Also print every field.")
    boolean fields;

    @Mixin final FormatsOption formats = new FormatsOption();

    private final Console console;

    RecordsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        FormatFiles.Formats own = formats.read();
        own.leftOut().forEach(each -> console.err().println("clew: " + each));
        new Inputs(
                        console.in(),
                        Limits.DEFAULT,
                        UnaryOperator.identity(),
                        own.formats(),
                        new Printer())
                .read(paths);
        return Exit.DONE;
    }

    private final class Printer implements ChunkSink {
        private long lines;

        @Override
        public void source(Source source) {
            console.out().println("== " + source.path());
        }

        @Override
        public void chunk(Chunk chunk) {
            long base = chunk.continues() ? lines : 0;
            lines =
                    base
                            + chunk.read(
                                            LineFilter.EVERY_LINE,
                                            record -> print(record.movedBy(base)))
                                    .lines();
        }

        @Override
        public void layout(dev.clew.bundle.layout.Layout layout) {
            // each file is shown with its path
        }

        @Override
        public void notCollected(String path, String what) {
            console.out().println("?? " + path + ": " + what);
        }

        @Override
        public void skipped(String path, String reason) {
            console.out().println("!! " + path + ": " + reason);
        }

        private void print(LogRecord record) {
            console.out()
                    .println(
                            record.origin().line()
                                    + " "
                                    + record.kind().word()
                                    + (record.component().isEmpty() ? "" : " " + record.component())
                                    + (record.level() == null ? "" : " " + record.level().word())
                                    + (record.time() == null
                                            ? ""
                                            : " "
                                                    + record.time()
                                                    + (record.timeAssumed() ? "?" : ""))
                                    + (record.subject() == null
                                            ? ""
                                            : " {" + record.subject() + "}")
                                    + (record.entity().container() == null
                                            ? ""
                                            : " container " + record.entity().container())
                                    + (record.count() > 1 ? " x" + record.count() : ""));
            console.out()
                    .println(
                            "    "
                                    + Terminal.cut(
                                            Terminal.safe(record.text()), fields ? 2000 : 300));
            if (fields) {
                if (!record.message().equals(record.text())) {
                    console.out()
                            .println(
                                    "      (message) = "
                                            + Terminal.cut(Terminal.safe(record.message()), 300));
                }
                record.fields()
                        .forEach((name, value) ->
                                console.out()
                                        .println(
                                                "      "
                                                        + name
                                                        + " = "
                                                        + Terminal.cut(Terminal.safe(value), 300)));
            }
        }
    }
}
