package dev.clew.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Some lines of a text, each cut at a length.
final class Lines implements TextReader {

    private final long first;
    private final long last;
    private final int longest;
    private final List<Line> lines = new ArrayList<>();

    /// @param first the first line to keep, counted from 1
    /// @param last the last one
    /// @param longest how many characters of each
    Lines(long first, long last, int longest) {
        this.first = Math.max(1, first);
        this.last = last;
        this.longest = longest;
    }

    /// A line.
    ///
    /// @param cut whether there is more of it than the text
    record Line(long number, String text, boolean cut) {}

    List<Line> list() {
        return lines;
    }

    @Override
    public void read(InputStream in) throws IOException {
        Reader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        StringBuilder line = new StringBuilder();
        long number = 1;
        boolean any = false;
        for (int c = text.read(); c >= 0 && number <= last; c = text.read()) {
            any = true;
            if (c == '\n') {
                keep(number, line);
                line.setLength(0);
                number++;
                any = false;
            } else if (number >= first && line.length() <= longest && c != '\r') {
                line.append((char) c);
            }
        }
        if (any) {
            keep(number, line);
        }
    }

    private void keep(long number, StringBuilder line) {
        if (number >= first && number <= last) {
            boolean cut = line.length() > longest;
            lines.add(new Line(number, cut ? line.substring(0, longest) : line.toString(), cut));
        }
    }
}
