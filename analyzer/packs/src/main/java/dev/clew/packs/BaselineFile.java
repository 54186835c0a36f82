package dev.clew.packs;

import dev.clew.packs.yaml.YamlFile;
import dev.clew.packs.yaml.YamlMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads files of known findings:
///
/// ```yaml
/// known:
///   - signature: k8s-readiness-probe-failed
///     subject: web/shop-*        # optional
///     owner: team-shop
///     reason: slow start, see TICKET-12
///     expires: 2027-01-31
/// ```
public final class BaselineFile {

    private BaselineFile() {}

    /// A known finding as the file states it.
    public record Known(
            String signature,
            Optional<String> subject,
            String owner,
            String reason,
            LocalDate expires) {}

    /// All entries of a file, or what can be read of them, with the problems put down.
    public static List<Known> read(String path, String text, Problems problems) {
        List<Known> known = new ArrayList<>();
        YamlFile.read(path, text, problems)
                .ifPresent(map -> {
                    map.allow(Set.of("known"));
                    for (YamlMap.Item item : map.items("known")) {
                        item.map()
                                .ifPresent(entry -> {
                                    entry.allow(
                                            Set.of(
                                                    "signature",
                                                    "subject",
                                                    "owner",
                                                    "reason",
                                                    "expires"));
                                    known.add(
                                            new Known(
                                                    entry.text("signature"),
                                                    entry.optionalText("subject"),
                                                    entry.text("owner"),
                                                    entry.text("reason"),
                                                    date(entry)));
                                });
                    }
                });
        return known;
    }

    private static LocalDate date(YamlMap entry) {
        String text = entry.text("expires");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            entry.problems()
                    .error(
                            entry.place("expires"),
                            Code.P309,
                            "'" + text + "' is no date such as 2027-01-31");
            return LocalDate.EPOCH;
        }
    }
}
