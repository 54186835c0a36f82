package dev.clew.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Makes bundles of many clusters over many days: healthy ones, ones with failures that the shipped
/// pack knows, errors that nobody knows and that spread from cluster to cluster, and broken
/// archives. The same number makes the same bundle.
public final class Fleets {

    /// How many clusters there are.
    public static final int CLUSTERS = 20;

    /// One bundle in so many is broken.
    public static final int BROKEN_EVERY = 25;

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final List<String> VERSIONS = List.of("1.16.9", "1.17.3", "1.18.1");
    private static final List<String> FAILURES =
            List.of(
                    "level=fatal msg=\"Invalid daemon configuration\" error=\"native routing cidr"
                            + " must be configured with option --ipv4-native-routing-cidr in"
                            + " combination with --enable-ipv4-masquerade --tunnel=disabled"
                            + " --ipam=cluster-pool --enable-ipv4=true\" subsys=daemon",
                    "level=warning msg=\"Unable to contact k8s api-server\" error=\"Get"
                            + " \\\"https://10.96.0.1:443/api/v1/namespaces/kube-system\\\": dial tcp"
                            + " 10.96.0.1:443: i/o timeout\" ipAddr=\"https://10.96.0.1:443\""
                            + " subsys=k8s-client",
                    "level=error msg=\"open /var/lib/orders/journal: no space left on device\""
                            + " subsys=orders");

    private Fleets() {}

    /// Writes bundles `0` to `count - 1` into folders of their clusters.
    ///
    /// @param bytes about how much text each of them holds, at most
    public static void write(Path folder, int count, int bytes) throws IOException {
        for (int i = 0; i < count; i++) {
            Path cluster = folder.resolve(cluster(i));
            Files.createDirectories(cluster);
            Path file = Files.write(cluster.resolve(name(i)), bundle(i, bytes));
            Instant night = day(i).atTime(4, 0).toInstant(ZoneOffset.UTC);
            Files.setLastModifiedTime(file, FileTime.from(night));
        }
    }

    /// The cluster of a bundle.
    public static String cluster(int number) {
        return "site-" + (char) ('a' + number % CLUSTERS);
    }

    /// The day of a bundle.
    public static LocalDate day(int number) {
        return FIRST.plusDays(number / CLUSTERS);
    }

    /// Whether a bundle is broken.
    public static boolean broken(int number) {
        return number % BROKEN_EVERY == BROKEN_EVERY - 1;
    }

    /// The version of Cilium of a bundle: clusters are upgraded one by one, day by day.
    public static String version(int number) {
        int step = (number / CLUSTERS + number % CLUSTERS) / 12;
        return VERSIONS.get(Math.min(step, VERSIONS.size() - 1));
    }

    /// The name of the file of a bundle.
    public static String name(int number) {
        return "nightly-" + day(number) + "-" + number + (number % 3 == 0 ? ".zip" : ".tar.gz");
    }

    private static byte[] bundle(int number, int bytes) throws IOException {
        if (broken(number)) {
            byte[] noise = new byte[2_000];
            new java.util.Random(number).nextBytes(noise);
            return noise;
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("logs/cilium-" + number + ".log", agent(number));
        SplittableRandom random = new SplittableRandom(number);
        ByteArrayOutputStream healthy = new ByteArrayOutputStream();
        new HealthyLogs(number).write(healthy, bytes / 4 + random.nextInt(3 * bytes / 4 + 1));
        files.put("logs/others.log", healthy.toByteArray());
        if (number % 3 == 0) {
            return Packer.zip(files);
        }
        byte[] tar = Packer.gzip(Packer.tar(files));
        // what was cut off while it was copied is read as far as it goes
        return number % 40 == 7 ? Arrays.copyOf(tar, tar.length * 9 / 10) : tar;
    }

    private static byte[] agent(int number) {
        Instant time = day(number).atTime(3, 0).toInstant(ZoneOffset.UTC);
        StringBuilder log = new StringBuilder();
        line(
                log,
                time,
                "level=info msg=\"Cilium "
                        + version(number)
                        + " 1a2b3c4d 2026-08-01T10:00:00+00:00 go version go1.24.2 linux/amd64\""
                        + " subsys=daemon");
        line(
                log,
                time.plusSeconds(1),
                "level=info msg=\"  --cluster-name='" + cluster(number) + "'\" subsys=daemon");
        line(
                log,
                time.plusSeconds(2),
                "level=info msg=\"Establishing connection to apiserver\" subsys=k8s-client");
        if (number % 4 == 1) {
            line(log, time.plusSeconds(30), FAILURES.get(number / 4 % FAILURES.size()));
        }
        // an error that nobody knows reaches one more cluster every other day
        if (number % CLUSTERS <= number / CLUSTERS / 2) {
            line(
                    log,
                    time.plusSeconds(60),
                    "level=error msg=\"Ledger of tenant "
                            + number
                            + " diverged from its twin, rebuild refused\" subsys=tally");
        }
        return log.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder log, Instant time, String text) {
        log.append("time=\"").append(time).append("\" ").append(text).append('\n');
    }

    /// Writes bundles: folder, how many, bytes of each.
    public static void main(String[] arguments) throws IOException {
        write(
                Path.of(arguments[0]),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]));
    }
}
