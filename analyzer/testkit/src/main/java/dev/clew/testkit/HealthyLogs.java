package dev.clew.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Makes logs of clusters in which nothing is wrong, as many lines as wanted: Cilium, kubelet, API
/// server, etcd, CoreDNS, containerd and applications, each in its own format. The same seed makes
/// the same lines.
public final class HealthyLogs {

    private static final List<String> PROGRAMS =
            List.of(
                    "cilium",
                    "cilium-slog",
                    "kubelet",
                    "api-server",
                    "etcd",
                    "coredns",
                    "containerd",
                    "application");
    private static final List<List<List<String>>> TEMPLATES =
            PROGRAMS.stream().map(HealthyLogs::templates).toList();
    private static final List<String> APPS =
            List.of(
                    "cart",
                    "checkout",
                    "search",
                    "billing",
                    "catalog",
                    "gateway",
                    "mailer",
                    "auth");
    private static final List<String> NAMESPACES =
            List.of("shop", "payments", "kube-system", "monitoring", "default", "search");
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final RandomGenerator random;
    private final StringBuilder line = new StringBuilder(512);
    private long millis;

    public HealthyLogs(long seed) {
        random = new SplittableRandom(seed);
    }

    private static List<List<String>> templates(String program) {
        try (InputStream in =
                Objects.requireNonNull(
                        HealthyLogs.class.getResourceAsStream("healthy/" + program + ".txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(HealthyLogs::parts)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Texts and `<names>` of a template, in order.
    private static List<String> parts(String template) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('<', at);
            int close = open < 0 ? -1 : template.indexOf('>', open);
            if (close < 0) {
                parts.add(template.substring(at));
                break;
            }
            parts.add(template.substring(at, open));
            parts.add(template.substring(open, close + 1));
            at = close + 1;
        }
        return parts;
    }

    private String line(List<List<String>> templates) {
        line.setLength(0);
        millis += random.nextInt(900);
        one(templates).forEach(this::fill);
        return line.toString();
    }

    /// Writes lines of all programs, a few thousand of each in turn as a node's files follow each
    /// other, until that many bytes are written.
    public void write(OutputStream out, long bytes) throws IOException {
        long written = 0;
        while (written < bytes) {
            for (List<List<String>> program : TEMPLATES) {
                for (int i = 0; i < 4_000 && written < bytes; i++) {
                    byte[] next = (line(program) + "\n").getBytes(StandardCharsets.UTF_8);
                    out.write(next);
                    written += next.length;
                }
            }
        }
    }

    private void fill(String part) {
        switch (part) {
            case "<n>" -> line.append(1 + random.nextInt(900));
            case "<mm>", "<ss>" -> two(random.nextInt(60));
            case "<port>" -> line.append(30_000 + random.nextInt(30_000));
            case "<ip>" ->
                    line.append("10.0.")
                            .append(random.nextInt(32))
                            .append('.')
                            .append(2 + random.nextInt(250));
            case "<hex>" -> hex(64);
            case "<hex8>" -> hex(8);
            case "<hex5>" -> hex(5);
            case "<uuid>" -> {
                hex(8);
                line.append('-');
                hex(4);
                line.append("-4");
                hex(3);
                line.append("-a");
                hex(3);
                line.append('-');
                hex(12);
            }
            case "<app>" -> line.append(one(APPS));
            case "<ns>" -> line.append(one(NAMESPACES));
            case "<node>" -> line.append("worker-").append(random.nextInt(40));
            case "<pod>" -> {
                line.append(one(APPS)).append('-');
                hex(9);
                line.append('-');
                hex(5);
            }
            case "<date>" -> time("2026-11-22T", "Z");
            case "<rfc>" -> time("2026-11-22T", "Z");
            case "<klog>" -> time("1122 ", "000");
            default -> line.append(part);
        }
    }

    private <T> T one(List<T> words) {
        return words.get(random.nextInt(words.size()));
    }

    private void hex(int digits) {
        for (int i = 0; i < digits; i++) {
            line.append(HEX[random.nextInt(16)]);
        }
    }

    private void two(int number) {
        line.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private void time(String before, String after) {
        long seconds = millis / 1000;
        line.append(before);
        two((int) (seconds / 3600 % 24));
        line.append(':');
        two((int) (seconds / 60 % 60));
        line.append(':');
        two((int) (seconds % 60));
        line.append('.')
                .append((char) (48 + millis % 1000 / 100))
                .append((char) (48 + millis % 100 / 10))
                .append((char) (48 + millis % 10))
                .append(after);
    }
}
