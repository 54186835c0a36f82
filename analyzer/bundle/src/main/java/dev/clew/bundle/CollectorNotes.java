package dev.clew.bundle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/// Reads what a collector wrote about its own work: what it was denied and what failed. That is no
/// fault of the cluster, but tells what the bundle lacks.
final class CollectorNotes {

    /// Notes of one file that are told.
    private static final int TOLD = 20;

    private static final Pattern FAILURE =
            Pattern.compile(
                    "(?i)forbidden|failed to (?:collect|retrieve|get|create|stream)|unable to (?:collect|retrieve|get)|cannot (?:list|get)|timed out|error getting|collected with --quick|quick mode");
    private static final Pattern EXPECTED =
            Pattern.compile(
                    "(?i)not found in .*expected|if .* is not (?:enabled|installed)|expected if");

    private CollectorNotes() {}

    static void read(Source source, InputStream in, ChunkSink sink) throws IOException {
        BufferedReader reader = LineCutter.reader(in, source, sink);
        int told = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            boolean failure = FAILURE.matcher(line).find() && !EXPECTED.matcher(line).find();
            if (failure && told < TOLD) {
                sink.notCollected(
                        source.path(),
                        line.strip().replaceFirst("^[\\[\"]+", "").replaceFirst("[\\],\"]+$", ""));
                told++;
            } else if (failure && told == TOLD) {
                sink.notCollected(source.path(), "and more of the kind");
                told++;
            }
        }
    }
}
