package dev.clew.author.article;

import dev.clew.author.commands.ShellScript;
import dev.clew.packs.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Has a shell read the commands, without running any (`sh -n`). Where there is no `sh`, as on
/// Windows, the commands are not read.
final class ShellRules {

    private static final int SECONDS = 10;

    private ShellRules() {}

    static void check(PageUnderTest page, List<Use> uses) {
        if (uses.isEmpty()) {
            return;
        }
        StringBuilder all = new StringBuilder();
        uses.forEach(use -> all.append(ShellScript.filled(use.script())).append('\n'));
        if (complaint(all.toString()).isEmpty()) {
            return;
        }
        for (Use use : uses) { // once more, each for itself
            String complaint = complaint(ShellScript.filled(use.script()) + "\n");
            if (!complaint.isEmpty()) {
                page.error(Code.P330, use.script(), "sh -n says: " + complaint);
            }
        }
    }

    /// What the shell says of a script; empty if it can read it.
    private static String complaint(String script) {
        try {
            Process shell = new ProcessBuilder("sh", "-n").redirectErrorStream(true).start();
            try (var in = shell.getOutputStream()) {
                in.write(script.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // the shell has stopped reading: what it said tells why
            }
            String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!shell.waitFor(SECONDS, TimeUnit.SECONDS)) {
                shell.destroyForcibly();
                return "";
            }
            return shell.exitValue() == 0 ? "" : said.strip().lines().findFirst().orElse("no");
        } catch (IOException e) {
            return ""; // no shell here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
