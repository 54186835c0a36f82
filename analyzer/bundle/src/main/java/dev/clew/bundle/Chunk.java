package dev.clew.bundle;

import dev.clew.bundle.log.LogReader;
import dev.clew.bundle.log.RepeatedLines;
import dev.clew.model.LineFilter;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// A part of a source that can be read by itself, on any thread. The chunks of one source come in
/// its order.
public sealed interface Chunk {

    Source source();

    /// How many bytes of the source it is.
    long bytes();

    /// Whether the lines it counts go on from those of the chunk before.
    default boolean continues() {
        return false;
    }

    /// Reads its records. Lines are counted from 1 at the beginning of the chunk. To be called
    /// once.
    ///
    /// @param repeated what the thread remembers of lines it has read
    Reading read(LineFilter filter, RepeatedLines repeated, RecordSink sink);

    /// The same by itself.
    default Reading read(LineFilter filter, RecordSink sink) {
        return read(filter, new RepeatedLines(), sink);
    }

    /// What was seen of a chunk as a whole.
    ///
    /// @param lines how many lines it has
    /// @param first the first time in it, null where it has none
    /// @param last the last time in it, null where it has none
    /// @param understood whether anything in it has a form that is known
    record Reading(
            long lines, @Nullable Instant first, @Nullable Instant last, boolean understood) {}

    /// A stretch of whole log lines.
    final class LogBlock implements Chunk {
        private final Source source;
        private final byte[] content;
        private final int length;
        private final boolean continues;
        private final long firstLine;
        private final @Nullable Blocks home;

        /// The lines in `[0, length)` of `content`, which is not copied.
        ///
        /// @param home where `content` goes back to when it was read; null if it goes nowhere
        LogBlock(
                Source source,
                byte[] content,
                int length,
                boolean continues,
                @Nullable Blocks home) {
            this(source, content, length, continues, 1, home);
        }

        /// The same of a part of a source whose lines are counted from a later one.
        LogBlock(
                Source source,
                byte[] content,
                int length,
                boolean continues,
                long firstLine,
                @Nullable Blocks home) {
            this.source = source;
            this.content = content;
            this.length = length;
            this.continues = continues;
            this.firstLine = firstLine;
            this.home = home;
        }

        @Override
        public Source source() {
            return source;
        }

        @Override
        public long bytes() {
            return length;
        }

        @Override
        public boolean continues() {
            return continues;
        }

        @Override
        public Reading read(LineFilter filter, RepeatedLines repeated, RecordSink sink) {
            boolean understood = Sniffer.hasFrames(source, content, length);
            LogReader.Stretch stretch =
                    new LogReader(source, repeated).read(content, length, firstLine, filter, sink);
            if (home != null) {
                home.give(content);
            }
            return new Reading(stretch.lines(), stretch.first(), stretch.last(), understood);
        }
    }

    /// A whole source that is so small that what it holds can be found out when it is read.
    ///
    /// @param content is not copied
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Small(Source source, byte[] content) implements Chunk {
        @Override
        public long bytes() {
            return content.length;
        }

        @Override
        public Reading read(LineFilter filter, RepeatedLines repeated, RecordSink sink) {
            Chunk chunk =
                    Sniffer.sniff(source, content) == Sniffer.Content.LOG
                            ? new LogBlock(source, content, content.length, false, null)
                            : new Text(source, content, false);
            return chunk.read(filter, repeated, sink);
        }
    }

    /// What of the source is in a part that also repeats what stands above it.
    ///
    /// @param repeated how many bytes at its beginning stand in an earlier part too
    /// @param bytes how many of the source are in this part and in no other
    /// @param lines how many of the source end in this part
    record Share(int repeated, long bytes, long lines) {}

    /// A text that has to be read as a whole.
    final class Text implements Chunk {
        private final Source source;
        private final byte[] content;
        private final boolean continues;
        private final long firstLine;
        private final @Nullable Share share;

        /// A whole source, or a part of one that can be understood by itself; `content` is not
        /// copied.
        Text(Source source, byte[] content, boolean continues) {
            this(source, content, continues, 1, null);
        }

        /// A part of a source of which the line is known that it begins at.
        Text(Source source, byte[] content, long firstLine, Share share) {
            this(source, content, false, firstLine, share);
        }

        private Text(
                Source source,
                byte[] content,
                boolean continues,
                long firstLine,
                @Nullable Share share) {
            this.source = source;
            this.content = content;
            this.continues = continues;
            this.firstLine = firstLine;
            this.share = share;
        }

        @Override
        public Source source() {
            return source;
        }

        @Override
        public long bytes() {
            return share == null ? content.length : share.bytes();
        }

        @Override
        public boolean continues() {
            return continues;
        }

        @Override
        public Reading read(LineFilter filter, RepeatedLines repeated, RecordSink sink) {
            AtomicBoolean understood = new AtomicBoolean();
            long lines =
                    Texts.read(
                            source,
                            content,
                            firstLine,
                            share == null ? 0 : share.repeated(),
                            filter,
                            sink.noting(record -> {
                                if (isKnownForm(record)) {
                                    understood.setPlain(true);
                                }
                            }));
            return new Reading(
                    share == null ? lines : share.lines(), null, null, understood.getPlain());
        }

        /// Whether a record is more than words that may mean anything.
        private static boolean isKnownForm(LogRecord record) {
            return record.kind() != RecordKind.TEXT && record.kind() != RecordKind.COMMAND
                    || record.level() != null
                    || record.time() != null;
        }
    }
}
