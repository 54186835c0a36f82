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
/// @param rows by the ordinal of the table
record BundleRows(String date, byte[][] rows) implements Serializable {

    /// The rows in the making.
    static final class Builder {

        private final Map<Table, ArrayList<Row>> tables = new EnumMap<>(Table.class);

        void add(Table table, Row row) {
            tables.computeIfAbsent(table, any -> new ArrayList<>()).add(row);
        }

        BundleRows build(String date) {
            byte[][] rows = new byte[Table.values().length][];
            for (Table table : Table.values()) {
                rows[table.ordinal()] = pack(tables.getOrDefault(table, new ArrayList<>()));
            }
            return new BundleRows(date, rows);
        }

        private static byte[] pack(ArrayList<Row> rows) {
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
        try (ObjectInputStream in =
                new ObjectInputStream(new ByteArrayInputStream(rows[table.ordinal()]))) {
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
