package dev.clew.cli;

import dev.clew.model.Quantity;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.OptionalDouble;

/// Understands `--since`.
final class Since {

    private Since() {}

    static Instant of(String text, Instant now) {
        OptionalDouble seconds = Quantity.seconds(text);
        if (seconds.isPresent()) {
            return now.minusMillis((long) (seconds.getAsDouble() * 1000));
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new UserError(
                    Exit.USAGE,
                    "--since: '"
                            + text
                            + "' is neither a time such as 2026-11-22T08:00:00Z nor a duration such as 90m");
        }
    }
}
