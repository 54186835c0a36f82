package dev.clew.diagnose;

import dev.clew.model.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How often the first incident was what broke, measured on labelled cases: what the confidence of
/// a report rests on. It is never above what was measured.
///
/// @param rows by basis, role and area
public record Calibration(List<Row> rows) {

    private static final String FILE = "calibration.tsv";
    private static final String OTHER = "other";

    /// How many cases of its basis and role an area is given beside its own, so that a few cases do
    /// not decide.
    private static final double WEIGHT = 10;

    private static final Calibration MEASURED = read();

    public Calibration {
        rows = List.copyOf(rows);
    }

    /// Cases of one kind.
    ///
    /// @param area how the ids of the signatures begin, or `other`
    /// @param cases how many were measured
    /// @param right in how many of them the first incident was what broke
    public record Row(String basis, String role, String area, int cases, int right) {

        /// How many of the cases were right, from 0 to 1.
        public double share() {
            return cases == 0 ? 0 : (double) right / cases;
        }
    }

    /// What was measured.
    public static Calibration measured() {
        return MEASURED;
    }

    /// The confidence that is stated for findings like those of a row, from 0 to 1.
    public double stated(Row row) {
        return confidence(
                Basis.valueOf(row.basis().toUpperCase(Locale.ROOT)),
                Role.valueOf(row.role().toUpperCase(Locale.ROOT)),
                row.area() + "-");
    }

    /// How far what is stated is from what was measured, over all cases, from 0 to 1.
    public double error() {
        int cases = rows.stream().mapToInt(Row::cases).sum();
        double off =
                rows.stream()
                        .mapToDouble(row -> row.cases() * Math.abs(row.share() - stated(row)))
                        .sum();
        return cases == 0 ? 0 : off / cases;
    }

    /// How often a finding of this kind was what broke, from 0 to 1. A kind that was not measured
    /// is taken for the least of its role.
    public double confidence(Basis basis, Role role, String signature) {
        List<Row> ofKind =
                rows.stream()
                        .filter(row -> row.basis().equals(basis.word()) && ofRole(row, role))
                        .toList();
        if (ofKind.isEmpty()) {
            return rows.stream()
                    .filter(row -> ofRole(row, role))
                    .mapToDouble(row -> share(List.of(row)))
                    .min()
                    .orElse(0);
        }
        double kind = share(ofKind);
        Optional<Row> area =
                ofKind.stream()
                        .filter(row -> signature.startsWith(row.area() + "-"))
                        .findFirst()
                        .or(() ->
                                ofKind.stream()
                                        .filter(row -> row.area().equals(OTHER))
                                        .findFirst());
        return area.map(row -> (row.right() + WEIGHT * kind) / (row.cases() + WEIGHT))
                .map(shrunk -> Math.min(shrunk, area.map(row -> share(List.of(row))).orElse(kind)))
                .orElse(kind);
    }

    private static boolean ofRole(Row row, Role role) {
        return row.role().equalsIgnoreCase(role.name());
    }

    private static double share(List<Row> rows) {
        int cases = rows.stream().mapToInt(Row::cases).sum();
        return cases == 0 ? 0 : (double) rows.stream().mapToInt(Row::right).sum() / cases;
    }

    private static Calibration read() {
        try (InputStream in = Calibration.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not there");
            }
            List<Row> rows = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] cells = line.split("\t", -1);
                    rows.add(
                            new Row(
                                    cells[0],
                                    cells[1],
                                    cells[2],
                                    Integer.parseInt(cells[3]),
                                    Integer.parseInt(cells[4])));
                }
            }
            return new Calibration(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
