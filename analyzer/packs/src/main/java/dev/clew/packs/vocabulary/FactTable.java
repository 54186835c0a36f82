package dev.clew.packs.vocabulary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Reads tables of facts: a row a line, columns parted by tabs, `#` before remarks.
final class FactTable {

    private FactTable() {}

    /// The rows, each filled up with empty columns; none if there is no such file.
    ///
    /// @param columns how many each row has
    /// @throws IOException if the file can't be read
    static List<List<String>> rows(Path file, int columns) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        if (!Files.isRegularFile(file)) {
            return rows;
        }
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> row = new ArrayList<>(List.of(line.split("\t", -1)));
            while (row.size() < columns) {
                row.add("");
            }
            rows.add(row);
        }
        return rows;
    }

    /// The minors that `10-13,16` stands for.
    static SortedSet<Integer> minors(String text) {
        SortedSet<Integer> minors = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            String[] ends = part.split("-", -1);
            int last = Integer.parseInt(ends[ends.length - 1]);
            for (int minor = Integer.parseInt(ends[0]); minor <= last; minor++) {
                minors.add(minor);
            }
        }
        return minors;
    }
}
