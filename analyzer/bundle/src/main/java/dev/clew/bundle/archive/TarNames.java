package dev.clew.bundle.archive;

import dev.clew.model.Bound;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// Looks through the names in a tar archive before it is read: of several entries of one name, as
/// archives have them that files were appended to, the last one counts.
final class TarNames {

    private TarNames() {}

    /// Numbers of the entries that are followed by another of the same name.
    static Set<Integer> outdated(Path file, Budget budget) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return outdated(in, budget);
        }
    }

    /// The same of a stream, as far as it can be told from its beginning.
    ///
    /// @param length of the beginning
    static Set<Integer> outdated(InputStream in, int length, Budget budget) {
        return outdated(new Beginning(in, length), budget);
    }

    private static Set<Integer> outdated(InputStream in, Budget budget) {
        EntrySet.Outdated names = new EntrySet.Outdated();
        long most = budget.limits().of(Bound.ARCHIVE_ENTRIES);
        TarReader tar = new TarReader(in);
        try {
            int number = 0;
            for (TarReader.Entry entry = tar.next();
                    entry != null && number < most;
                    entry = tar.next()) {
                if (!entry.isFolder()) {
                    names.add(entry.name(), number);
                }
                number++;
            }
        } catch (IOException | RuntimeException e) {
            // it is told when it is read
        }
        return names.numbers();
    }

    /// The first bytes of a stream.
    private static final class Beginning extends BlockInput {
        private final InputStream in;
        private int left;

        Beginning(InputStream in, int length) {
            this.in = in;
            this.left = length;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = in.read(bytes, offset, Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }
    }
}
