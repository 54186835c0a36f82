package dev.clew.cli;

import dev.clew.model.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// Understands `--since`.
final class Since {

    private Since() {}

    static Instant of(String text, Instant now) {
        OptionalDouble seconds = Quantity.seconds(text);
        if (seconds.isPresent()) {
            return now.minusMillis((long) (seconds.getAsDouble() * 1000));
        }
        return time(text)
                .orElseThrow(() ->
                        new UserError(
                                Exit.USAGE,
                                "--since: '"
                                        + text
                                        + "' is neither a time such as 2026-11-22, 2026-11-22T08:00 or 2026-11-22T08:00:00Z nor a duration such as 90m"));
    }

    /// A date is its beginning, and a time without a zone is of UTC, as in reports.
    private static Optional<Instant> time(String text) {
        String iso = text.strip().replaceFirst("(?<=\\d) (?=\\d)", "T");
        List<Function<String, Instant>> forms =
                List.of(
                        each -> OffsetDateTime.parse(each).toInstant(),
                        each -> LocalDateTime.parse(each).toInstant(ZoneOffset.UTC),
                        each -> LocalDate.parse(each).atStartOfDay(ZoneOffset.UTC).toInstant());
        for (Function<String, Instant> form : forms) {
            try {
                return Optional.of(form.apply(iso));
            } catch (DateTimeParseException e) {
                // perhaps one of the other forms
            }
        }
        return Optional.empty();
    }
}
