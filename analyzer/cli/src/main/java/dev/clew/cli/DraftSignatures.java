package dev.clew.cli;

import dev.clew.author.Draft;
import dev.clew.bundle.Source;
import dev.clew.bundle.Texts;
import dev.clew.diagnose.Suggestion;
import dev.clew.model.Evidence;
import dev.clew.model.LineFilter;
import dev.clew.model.LogRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Writes a signature to begin with for each message that no signature knows.
final class DraftSignatures {

    private static final String AREA = "drafts";

    private DraftSignatures() {}

    /// Writes the drafts into a folder that becomes a pack.
    ///
    /// @return the files written; one that is there already is left alone
    static List<Path> write(List<Suggestion> suggestions, Path pack) throws IOException {
        List<Path> written = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Path folder = pack.resolve("signatures").resolve(AREA);
        Files.createDirectories(folder);
        for (Suggestion suggestion : suggestions) {
            List<String> samples =
                    suggestion.evidence().stream().map(Evidence::text).distinct().toList();
            List<LogRecord> records = new ArrayList<>();
            Texts.read(
                    Source.named("sample"),
                    samples.getFirst().getBytes(StandardCharsets.UTF_8),
                    LineFilter.EVERY_LINE,
                    records::add);
            if (records.isEmpty()) {
                continue;
            }
            String name = Draft.idFor(records.getFirst());
            String id = name;
            for (int i = 2; !ids.add(id); i++) {
                id = name + "-" + i;
            }
            Path file = folder.resolve(id + ".yaml");
            String article =
                    suggestion.articles().isEmpty() ? id : suggestion.articles().getFirst().id();
            Optional<String> draft =
                    new Draft(id, AREA, article, records.getFirst(), samples).signature();
            if (draft.isPresent() && !Files.exists(file)) {
                Files.writeString(file, draft.get());
                written.add(file);
            }
        }
        return written;
    }
}
