package dev.clew.cli;

import dev.clew.diagnose.Calibration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "calibration",
        header = "Prints what the confidence of a report rests on.",
        description =
                "How often the first incident was what broke, on labelled cases, by basis, role and area.")
final class CalibrationCommand implements Callable<Integer> {

    private final Console console;

    CalibrationCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out()
                .printf(
                        Locale.ROOT,
                        "%-10s %-8s %-8s %6s %6s %6s%n",
                        "basis",
                        "role",
                        "area",
                        "cases",
                        "right",
                        "share");
        for (Calibration.Row row : Calibration.measured().rows()) {
            console.out()
                    .printf(
                            Locale.ROOT,
                            "%-10s %-8s %-8s %6d %6d %6.2f%n",
                            row.basis(),
                            row.role(),
                            row.area(),
                            row.cases(),
                            row.right(),
                            row.cases() == 0 ? 0 : (double) row.right() / row.cases());
        }
        return Exit.DONE;
    }
}
