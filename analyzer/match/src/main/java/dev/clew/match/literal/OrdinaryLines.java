package dev.clew.match.literal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// Ordinary lines of many programs, the yardstick for what is met often.
final class OrdinaryLines {

    private OrdinaryLines() {}

    static byte[] bytes() {
        try (InputStream in =
                Objects.requireNonNull(
                        OrdinaryLines.class.getResourceAsStream("ordinary-lines.txt"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
