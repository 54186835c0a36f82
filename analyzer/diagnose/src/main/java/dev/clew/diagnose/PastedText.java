package dev.clew.diagnose;

import dev.clew.bundle.Source;
import dev.clew.bundle.Texts;
import dev.clew.diagnose.collect.ObservationStore;
import dev.clew.match.RuleBook;
import dev.clew.model.Articles;
import dev.clew.model.LineFilter;
import dev.clew.model.LogRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A text that a person pasted: one line or a few.
///
/// @param records what it was read as
/// @param diagnosis what the signatures say of it
public record PastedText(List<LogRecord> records, Diagnosis diagnosis) {

    public PastedText {
        records = List.copyOf(records);
    }

    /// Reads a text the way a file is read.
    public static PastedText read(String text, RuleBook book, Articles articles) {
        List<LogRecord> records = new ArrayList<>();
        ObservationStore store = new ObservationStore(book, null);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Texts.read(
                Source.named("-"), bytes, LineFilter.EVERY_LINE, store.sink().noting(records::add));
        store.close();
        return new PastedText(
                records,
                Diagnostician.diagnose(
                        store,
                        new InputSummary(1, bytes.length, records.size(), true, List.of()),
                        articles));
    }
}
