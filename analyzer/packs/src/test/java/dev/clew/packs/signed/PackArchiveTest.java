package dev.clew.packs.signed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackArchiveTest {

    private static final String MANIFEST = "clew-pack.txt";
    private static final String SIGNATURE = "clew-pack.sig";
    private static final PackKey.Pair KEY = PackKey.make();

    @TempDir private Path folder;

    @Test
    void whatIsWrittenIsRead() throws Exception {
        PackArchive pack = read(built(KEY.secret()));
        assertThat(pack.manifest().name()).isEqualTo("team-rules");
        assertThat(pack.manifest().version()).isEqualTo(SemVer.of("1.2.0").orElseThrow());
        assertThat(pack.manifest().key()).isEqualTo(PackKey.open(KEY.open()));
        assertThat(pack.content().get("a/full.yaml")).isEqualTo("title: full\n".getBytes(UTF_8));
        pack.unpack(folder);
        assertThat(folder.resolve("a/full.yaml")).hasContent("title: full\n");
        assertThat(PackArchive.installed(folder)).isEqualTo(pack.manifest());
    }

    @Test
    void theSameContentGivesTheSameBytes() throws Exception {
        assertThat(built(KEY.secret())).isEqualTo(built(KEY.secret()));
    }

    @Test
    void aFileThatWasCutIsRefusedWhereverItEnds() throws Exception {
        byte[] whole = built(KEY.secret());
        int directory = new String(whole, ISO_8859_1).indexOf("PK\1\2");
        for (int end = 0; end < directory; end += 7) {
            byte[] part = Arrays.copyOf(whole, end);
            assertThatThrownBy(() -> read(part)).isInstanceOf(PackException.class);
        }
    }

    @Test
    void aChangedFileIsRefused() throws Exception {
        Map<String, byte[]> entries = entries(built(KEY.secret()));
        entries.put("a/full.yaml", "title: fool\n".getBytes(UTF_8));
        refused(() -> read(zip(entries)), "not as its manifest says: a/full.yaml");
    }

    @Test
    void aChangedManifestIsRefused() throws Exception {
        Map<String, byte[]> entries = entries(built(KEY.secret()));
        entries.put(MANIFEST, replaced(entries, "version: 1.2.0", "version: 9.2.0"));
        refused(() -> read(zip(entries)), "signature is wrong");
    }

    @Test
    void theSignatureOfAnotherKeyIsRefused() throws Exception {
        Map<String, byte[]> entries = entries(built(KEY.secret()));
        entries.put(SIGNATURE, PackKey.sign(bytes(entries, MANIFEST), PackKey.make().secret()));
        refused(() -> read(zip(entries)), "signature is wrong");
    }

    @Test
    void aSignatureThatIsNoneIsRefused() throws Exception {
        Map<String, byte[]> entries = entries(built(KEY.secret()));
        entries.put(SIGNATURE, new byte[64]);
        refused(() -> read(zip(entries)), "signature is wrong");
        entries.put(SIGNATURE, new byte[2000]);
        refused(() -> read(zip(entries)), "too large");
    }

    @Test
    void aSignatureThatWasTakenOutIsRefused() throws Exception {
        Map<String, byte[]> entries = entries(built(KEY.secret()));
        entries.remove(SIGNATURE);
        refused(() -> read(zip(entries)), "is not where it belongs");
    }

    @Test
    void aPathThatLeadsOutIsRefused() throws Exception {
        for (String path :
                new String[] {
                    "../out.yaml",
                    "a/../../out.yaml",
                    "/etc/out.yaml",
                    "C:/out.yaml",
                    "a\\out.yaml",
                    ".bashrc.yaml",
                    "a//out.yaml",
                    "a/./out.yaml"
                }) {
            refused(
                    () -> read(pack(path, "x".getBytes(UTF_8), 1)),
                    "a file that a pack can't have");
        }
    }

    @Test
    void aFileThatTheManifestDoesNotNameIsRefused() throws Exception {
        Map<String, byte[]> entries = entries(built(KEY.secret()));
        entries.put("../out.yaml", "x".getBytes(UTF_8));
        refused(() -> read(zip(entries)), "its manifest does not name");
    }

    @Test
    void aFileThatIsMissingIsRefused() throws Exception {
        Map<String, byte[]> entries = entries(built(KEY.secret()));
        entries.remove("b/late.yaml");
        refused(() -> read(zip(entries)), "a file is missing: b/late.yaml");
    }

    @Test
    void aFileLargerThanItsManifestSaysIsNotUnpacked() throws Exception {
        byte[] bomb = new byte[200 << 20];
        byte[] packed = pack("a.yaml", bomb, 10);
        assertThat(packed.length).isLessThan(1 << 20);
        refused(() -> read(packed), "not as its manifest says");
    }

    @Test
    void aManifestThatNamesTooMuchIsRefusedBeforeAnythingIsUnpacked() throws Exception {
        refused(
                () -> read(pack("a.yaml", new byte[10], PackArchive.LARGEST + 1)),
                "larger than 64 MB");
    }

    @Test
    void namesThatDifferOnlyInCaseAreRefused() {
        String twice =
                "clew-pack 1\nname: a\nversion: 1.0.0\nneeds-clew: 0.1.0\nkey: \n"
                        + "file: "
                        + "0".repeat(64)
                        + " 1 a.yaml\n"
                        + "file: "
                        + "0".repeat(64)
                        + " 1 A.yaml\n";
        refused(() -> PackManifest.read(twice.getBytes(UTF_8)), "names a file twice");
    }

    @Test
    void aPackWithoutAKeyIsReadAndSaysSo() throws Exception {
        assertThat(read(built(null)).manifest().isSigned()).isFalse();
    }

    @Test
    void whatIsNoZipIsRefused() {
        refused(() -> read("rules: []\n".getBytes(UTF_8)), "is not where it belongs");
    }

    @Test
    void versionsAreOrderedAsSemanticVersioningSays() {
        String[] rising = {
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0",
            "1.2.0",
            "1.10.0"
        };
        for (int i = 1; i < rising.length; i++) {
            assertThat(SemVer.of(rising[i]).orElseThrow())
                    .isGreaterThan(SemVer.of(rising[i - 1]).orElseThrow());
        }
        assertThat(SemVer.of("1.0")).isEmpty();
        assertThat(SemVer.of("01.0.0")).isEmpty();
    }

    private static void refused(ThrowingCallable read, String why) {
        assertThatThrownBy(read).isInstanceOf(PackException.class).hasMessageContaining(why);
    }

    private static byte[] built(@Nullable String secret) throws IOException, PackException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, byte[]> content = new TreeMap<>();
        content.put("a/full.yaml", "title: full\n".getBytes(UTF_8));
        content.put("b/late.yaml", "title: late\n".getBytes(UTF_8));
        PackArchive.write(
                out,
                "team-rules",
                SemVer.of("1.2.0").orElseThrow(),
                SemVer.of("0.1.0").orElseThrow(),
                content,
                secret);
        return out.toByteArray();
    }

    /// A pack that was made by hand, not signed.
    private static byte[] pack(String path, byte[] bytes, long said) throws Exception {
        byte[] part = Arrays.copyOf(bytes, (int) Math.min(bytes.length, said));
        String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(part));
        Map<String, byte[]> entries = new LinkedHashMap<>();
        String manifest =
                "clew-pack 1\nname: a\nversion: 1.0.0\nneeds-clew: 0.1.0\nkey: \n"
                        + "file: "
                        + sum
                        + " "
                        + said
                        + " "
                        + path
                        + "\n";
        entries.put(MANIFEST, manifest.getBytes(UTF_8));
        entries.put(path, bytes);
        return zip(entries);
    }

    private static byte[] replaced(Map<String, byte[]> entries, String old, String now) {
        return new String(bytes(entries, MANIFEST), UTF_8).replace(old, now).getBytes(UTF_8);
    }

    private static byte[] bytes(Map<String, byte[]> entries, String name) {
        byte[] bytes = entries.get(name);
        assertThat(bytes).isNotNull();
        return bytes;
    }

    private static Map<String, byte[]> entries(byte[] packed) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
                entries.put(next.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return out.toByteArray();
    }

    private static PackArchive read(byte[] bytes) throws IOException, PackException {
        return PackArchive.read(new ByteArrayInputStream(bytes));
    }
}
