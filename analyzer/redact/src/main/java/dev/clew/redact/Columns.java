package dev.clew.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Takes out the columns of tables whose head names a secret: columns between commas, and those
/// that are lined up.
final class Columns {

    private static final Pattern COMMAS =
            Pattern.compile("[\"\\w .-]{2,30}(?:[,;\\t][\"\\w .-]{2,30}){1,20}\\r?");
    private static final Pattern TABLE =
            Pattern.compile(
                    "[A-Z][A-Z0-9_() -]{0,40}(?:\\s{2,}[A-Z][A-Z0-9_() -]{0,40}){1,20}\\s*");

    private final Names names;
    private final Learning learning;
    private final List<Integer> secret = new ArrayList<>();
    private int cells;
    private String separator = "";

    Columns(Names names, Learning learning) {
        this.names = names;
        this.learning = learning;
    }

    /// Whether no table with a secret column goes on.
    boolean isIdle() {
        return secret.isEmpty();
    }

    /// @param hinted whether a name of a secret stands in the line
    void find(String line, boolean hinted, Spans spans) {
        if (!secret.isEmpty()) {
            row(line, spans);
        }
        if (hinted && line.length() < 400) {
            head(line);
        }
    }

    private void head(String line) {
        if (COMMAS.matcher(line).matches()) {
            separator = line.indexOf(',') > 0 ? "," : line.indexOf(';') > 0 ? ";" : "\t";
        } else if (TABLE.matcher(line).matches()) {
            separator = "";
        } else {
            return;
        }
        secret.clear();
        String[] heads = line.split(separator.isEmpty() ? "\\s{2,}" : separator, -1);
        cells = heads.length;
        int at = 0;
        for (int i = 0; i < heads.length; i++) {
            at = line.indexOf(heads[i], at);
            if (names.of(heads[i].strip().replace(' ', '_')) == Names.Strength.STRONG) {
                secret.add(separator.isEmpty() ? at : i);
            }
        }
    }

    private void row(String line, Spans spans) {
        if (line.isBlank()) {
            secret.clear();
            return;
        }
        if (separator.isEmpty()) {
            for (int at : secret) {
                if (at < line.length() && (at == 0 || line.charAt(at - 1) == ' ')) {
                    cell(line, at, Value.at(line, at).to(), spans);
                }
            }
            return;
        }
        String[] values = line.split(separator, -1);
        if (values.length != cells) {
            secret.clear();
            return;
        }
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            if (secret.contains(i)) {
                cell(line, at, at + values[i].length(), spans);
            }
            at += values[i].length() + separator.length();
        }
    }

    private void cell(String line, int from, int to, Spans spans) {
        String text = line.substring(from, to).strip();
        if (Keyed.isSecret(text, true, true)) {
            spans.add(from, to, Kind.PASSWORD);
            learning.learn(Kind.PASSWORD, text);
        }
    }
}
