package dev.clew.cli;

import dev.clew.diagnose.Calibration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "calibration",
        header = "Prints what the confidence of a report rests on.",
        description = {
            "How often the first incident was what broke, on labelled cases, by basis, role and area,"
                    + " beside the confidence that reports state for such findings.",
            "Less is stated of general findings, and of those that healed."
        })
final class CalibrationCommand implements Callable<Integer> {

    private final Console console;

    CalibrationCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Calibration measured = Calibration.measured();
        line(
                "%-10s %-8s %-8s %6s %6s %6s %7s",
                "basis", "role", "area", "cases", "right", "share", "stated");
        for (Calibration.Row row : measured.rows()) {
            line(
                    "%-10s %-8s %-8s %6d %6d %6.2f %7.2f",
                    row.basis(),
                    row.role(),
                    row.area(),
                    row.cases(),
                    row.right(),
                    row.share(),
                    measured.stated(row));
        }
        line("expected calibration error: %.3f", measured.error());
        return Exit.DONE;
    }

    private void line(String format, Object... values) {
        console.out().printf(Locale.ROOT, format + "%n", values);
    }
}
