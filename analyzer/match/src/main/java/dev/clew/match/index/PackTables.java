package dev.clew.match.index;

import dev.clew.match.RuleSource;
import dev.clew.match.Triggers;
import dev.clew.model.Rule;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import java.util.zip.CRC32;

/// What a run needs of a compiled pack, in one flat file beside its index: the literals that
/// trigger each rule, which are read when it is opened, and the rules, each of which is read when
/// it is first tried. Made from the index, and of no use with any other.
final class PackTables implements RuleSource, Closeable {

    /// Name of the file in the folder of the index.
    static final String FILE = "tables.bin";

    private static final long MAGIC = 0x636c65772d706b00L + PackIndex.FORMAT;

    /// Magic, check of the index, length of what follows.
    private static final int HEADER = 2 * Long.BYTES + Integer.BYTES;

    private static final int LONGEST = 1 << 30;

    private final FileChannel file;
    private final Path path;
    private final long bodies;
    private final String[] ids;
    private final Map<String, Integer> places = new HashMap<>();
    private final int[] starts;
    private final int[] split;
    private final Asked lines;
    private final Asked objects;
    private final boolean readsRaw;

    /// A literal and the rules it makes worth trying.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Trigger(String literal, int[] rules) {}

    /// What makes rules worth trying on lines, or on records that are none.
    ///
    /// @param always rules that are tried on all of them
    /// @param whereRead rules that are tried on those that are read for the sake of another
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Asked(List<Trigger> triggers, int[] always, int[] whereRead) {
        static Asked read(BinaryReader in) throws IOException {
            return new Asked(
                    in.all(() -> new Trigger(in.text(), numbers(in))), numbers(in), numbers(in));
        }
    }

    /// The same while it is gathered.
    private static final class Gathered {
        private final TreeMap<String, List<Integer>> literals = new TreeMap<>();
        private final List<Integer> always = new ArrayList<>();
        private final List<Integer> whereRead = new ArrayList<>();

        void add(Rule rule, Collection<String> asked, boolean every, int ordinal) {
            for (String literal : asked) {
                literals.computeIfAbsent(literal, any -> new ArrayList<>()).add(ordinal);
            }
            if (every) {
                (Triggers.isPatient(rule) ? whereRead : always).add(ordinal);
            }
        }

        void write(BinaryWriter out) {
            out.all(
                    literals.entrySet(),
                    each -> out.text(each.getKey()).all(each.getValue(), out::number));
            out.all(always, out::number).all(whereRead, out::number);
        }
    }

    private PackTables(Path path, FileChannel file, long bodies, BinaryReader in)
            throws IOException {
        this.path = path;
        this.file = file;
        this.bodies = bodies;
        this.ids = in.texts().toArray(String[]::new);
        this.starts = numbers(in);
        this.split = numbers(in);
        this.lines = Asked.read(in);
        this.objects = Asked.read(in);
        this.readsRaw = in.flag();
        if (starts.length != ids.length + 1 || split.length != ids.length) {
            throw new IOException("compiled pack damaged: " + path);
        }
        for (int ordinal = 0; ordinal < ids.length; ordinal++) {
            places.putIfAbsent(ids[ordinal], ordinal);
        }
    }

    private static int[] numbers(BinaryReader in) throws IOException {
        return in.all(in::number).stream().mapToInt(Integer::intValue).toArray();
    }

    /// Opens the tables of an index.
    ///
    /// @throws IOException if there are none, or they were made from another index or by another
    ///   version of this program
    static PackTables open(Path folder) throws IOException {
        Path path = folder.resolve(FILE);
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            ByteBuffer header = read(file, 0, HEADER);
            if (header.getLong() != MAGIC || header.getLong() != check(folder)) {
                throw new IOException("made from another index: " + path);
            }
            int length = header.getInt();
            if (length < 0 || length > file.size()) {
                throw new IOException("compiled pack damaged: " + path);
            }
            byte[] head = read(file, HEADER, length).array();
            return new PackTables(
                    path, file, (long) HEADER + length, new BinaryReader(head, 0, head.length));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /// Writes the tables of an index of these rules, whole or not at all.
    ///
    /// @param triggers those of each rule
    static void write(List<? extends Rule> rules, List<Triggers> triggers, Path folder)
            throws IOException {
        Gathered lines = new Gathered();
        Gathered objects = new Gathered();
        List<byte[]> parts = new ArrayList<>();
        List<Integer> starts = new ArrayList<>(List.of(0));
        List<Integer> split = new ArrayList<>();
        int size = 0;
        for (int ordinal = 0; ordinal < rules.size(); ordinal++) {
            Rule rule = rules.get(ordinal);
            Triggers of = triggers.get(ordinal);
            lines.add(rule, of.line(), of.everyLine(), ordinal);
            objects.add(rule, of.object(), of.everyObject(), ordinal);
            byte[] body = RuleCodec.encode(rule);
            byte[] texts = ExpressionTexts.encode(rule);
            parts.add(body);
            parts.add(texts);
            split.add(body.length);
            size = Math.addExact(size, body.length + texts.length);
            starts.add(size);
        }
        BinaryWriter head = new BinaryWriter();
        head.texts(rules.stream().map(Rule::id).toList())
                .all(starts, head::number)
                .all(split, head::number);
        lines.write(head);
        objects.write(head);
        head.flag(rules.stream().anyMatch(Triggers::readsRaw));
        store(folder, head.bytes(), parts);
    }

    private static void store(Path folder, byte[] head, List<byte[]> parts) throws IOException {
        Path half = folder.resolve(FILE + "." + ProcessHandle.current().pid());
        try {
            try (FileChannel out =
                    FileChannel.open(
                            half,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING)) {
                write(
                        out,
                        ByteBuffer.allocate(HEADER)
                                .putLong(MAGIC)
                                .putLong(check(folder))
                                .putInt(head.length)
                                .flip());
                write(out, ByteBuffer.wrap(head));
                for (byte[] part : parts) {
                    write(out, ByteBuffer.wrap(part));
                }
            }
            try {
                Files.move(half, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(half, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    /// A sum over what Lucene says of the index as a whole, which differs for each one it writes.
    private static long check(Path folder) throws IOException {
        CRC32 sum = new CRC32();
        try (var files = Files.newDirectoryStream(folder, "segments_*")) {
            for (Path each : files) {
                sum.update(Files.readAllBytes(each));
            }
        }
        return sum.getValue();
    }

    private static ByteBuffer read(FileChannel file, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            int read = file.read(bytes, from + bytes.position());
            if (read < 0) {
                throw new EOFException("compiled pack cut off");
            }
        }
        return bytes.flip();
    }

    @Override
    public int size() {
        return ids.length;
    }

    @Override
    public Rule rule(int ordinal) {
        return prepared(ordinal).rule();
    }

    @Override
    public Prepared prepared(int ordinal) {
        try {
            int length = starts[ordinal + 1] - starts[ordinal];
            if (length < split[ordinal] || split[ordinal] < 0 || length > LONGEST) {
                throw new IOException("a rule of " + length + " bytes");
            }
            byte[] bytes = read(file, bodies + starts[ordinal], length).array();
            int body = split[ordinal];
            return new Prepared(
                    RuleCodec.decode(new BinaryReader(bytes, 0, body)),
                    ExpressionTexts.decode(new BinaryReader(bytes, body, length - body)));
        } catch (IOException e) {
            throw new UncheckedIOException("compiled pack damaged: " + path, e);
        }
    }

    @Override
    public boolean readsRaw() {
        return readsRaw;
    }

    @Override
    public int find(String id) {
        return places.getOrDefault(id, -1);
    }

    @Override
    public void ids(ObjIntConsumer<String> sink) {
        for (int ordinal = 0; ordinal < ids.length; ordinal++) {
            sink.accept(ids[ordinal], ordinal);
        }
    }

    @Override
    public void triggers(boolean ofLines, TriggerSink sink) {
        Asked asked = ofLines ? lines : objects;
        for (Trigger each : asked.triggers()) {
            for (int rule : each.rules()) {
                sink.literal(each.literal(), rule);
            }
        }
        for (int rule : asked.always()) {
            sink.every(rule);
        }
        for (int rule : asked.whereRead()) {
            sink.whereRead(rule);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
