package dev.clew.redact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

/// Streams of bytes give what lines of text give, wherever they are cut.
class RedactedStreamTest {

    @Test
    void everyKindIsTakenOutOfAStream() throws IOException {
        for (RedactionRule rule : Shipped.RULES.list()) {
            for (String hit : rule.hits()) {
                String secret = RuleSample.of(hit, 7).text();
                String text = "an ordinary line\n" + secret + "\nanother one";

                String read = read(text.getBytes(ISO_8859_1), 64 << 10);

                assertThat(read)
                        .as(rule.id())
                        .startsWith("an ordinary line\n")
                        .endsWith("\nanother one")
                        .contains("<redacted:")
                        .doesNotContain(secret);
            }
        }
    }

    @Test
    void whereAStreamIsCutChangesNothing() throws IOException {
        String text = "first\n\nlogin token=" + "q7".repeat(12) + "Zz\r\nlast line\n\n";
        String whole = read(text.getBytes(ISO_8859_1), 64 << 10);

        assertThat(whole).isEqualTo("first\n\nlogin token=<redacted:token>\r\nlast line\n\n");
        for (int size = 1; size < text.length(); size++) {
            assertThat(read(text.getBytes(ISO_8859_1), size)).isEqualTo(whole);
            assertThat(written(text.getBytes(ISO_8859_1), size)).isEqualTo(whole);
        }
    }

    @Test
    void aLineWithoutEndIsKeptAsItIs() throws IOException {
        byte[] line = "a b,".repeat(800_000).getBytes(ISO_8859_1);

        assertThat(read(line, 64 << 10).getBytes(ISO_8859_1)).isEqualTo(line);
        assertThat(written(line, line.length).getBytes(ISO_8859_1)).isEqualTo(line);
    }

    @Test
    void whatWasSeenIsTakenOutOfAnOrdinaryLine() throws IOException {
        String secret = "k3Jx".repeat(5);
        String text = "password=" + secret + "\nseen " + secret + " here\n";

        assertThat(read(text.getBytes(ISO_8859_1), 64 << 10)).doesNotContain(secret);
    }

    private static String read(byte[] bytes, int size) throws IOException {
        InputStream parts =
                new ByteArrayInputStream(bytes) {
                    @Override
                    public synchronized int read(byte[] to, int offset, int length) {
                        return super.read(to, offset, Math.min(length, size));
                    }
                };
        try (InputStream in = Shipped.redactor().reading(parts)) {
            return new String(in.readAllBytes(), ISO_8859_1);
        }
    }

    private static String written(byte[] bytes, int size) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (OutputStream out = Shipped.redactor().writing(written)) {
            for (int at = 0; at < bytes.length; at += size) {
                out.write(bytes, at, Math.min(size, bytes.length - at));
            }
        }
        return written.toString(ISO_8859_1);
    }
}
