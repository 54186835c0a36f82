package dev.clew.fleet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/// What one bundle adds to each table. The rows of a table are read only where that table is
/// written.
///
/// @param date the day they belong to, such as `2026-03-01`
/// @param rows by table, each list as Java writes it
record BundleRows(String date, EnumMap<Table, byte[]> rows) implements Serializable {

    /// The rows in the making.
    static final class Builder {

        private final Map<Table, List<Row>> tables = new EnumMap<>(Table.class);

        void add(Table table, Row row) {
            tables.computeIfAbsent(table, any -> new ArrayList<>()).add(row);
        }

        BundleRows build(String date) {
            EnumMap<Table, byte[]> rows = new EnumMap<>(Table.class);
            tables.forEach((table, list) -> rows.put(table, pack(list)));
            return new BundleRows(date, rows);
        }

        private static byte[] pack(List<Row> rows) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(rows);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    }

    /// The rows of a table.
    List<Row> of(Table table) {
        byte[] packed = rows.get(table);
        if (packed == null) {
            return List.of();
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(packed))) {
            List<Row> read = new ArrayList<>();
            for (Object row : (List<?>) in.readObject()) {
                read.add((Row) row);
            }
            return Collections.unmodifiableList(read);
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
