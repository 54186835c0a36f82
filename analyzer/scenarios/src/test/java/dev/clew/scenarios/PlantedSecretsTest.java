package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.redact.RedactionRule;
import dev.clew.redact.RedactionRules;
import dev.clew.redact.RuleSample;
import dev.clew.testkit.Packer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Secrets of every kind, planted in every sort of container, are in nothing that comes out: not
/// plain, and not in base64, hex, a URL or a string of JSON.
class PlantedSecretsTest {

    private static final int LONG_ENOUGH = 12;

    @TempDir Path folder = Path.of("");

    /// What was planted.
    private record Planted(RedactionRule rule, String text, String secret) {}

    private static List<Planted> planted(long number) throws IOException {
        List<Planted> all = new ArrayList<>();
        for (RedactionRule rule :
                RedactionRules.read(Run.ROOT.resolve("patterns/redaction")).list()) {
            for (String hit : rule.hits()) {
                RuleSample sample = RuleSample.of(hit, number);
                List<String> secrets = rule.learned() ? rule.secrets(sample.text()) : sample.made();
                secrets.stream()
                        .max(Comparator.comparingInt(String::length))
                        .ifPresent(secret -> all.add(new Planted(rule, sample.text(), secret)));
            }
        }
        return all;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<String> forms(String secret) {
        return List.of(
                secret,
                Base64.getEncoder().withoutPadding().encodeToString(bytes(secret)),
                HexFormat.of().formatHex(bytes(secret)),
                URLEncoder.encode(secret, StandardCharsets.UTF_8));
    }

    private static Map<String, byte[]> files(List<Planted> planted) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < planted.size(); i++) {
            files.put(
                    "logs/" + i + ".log", bytes("before\n" + planted.get(i).text() + "\nafter\n"));
        }
        StringBuilder elsewhere = new StringBuilder();
        for (Planted each : planted) {
            if (isRemembered(each)) {
                forms(each.secret())
                        .forEach(form -> elsewhere.append("see ").append(form).append('\n'));
            }
        }
        files.put("elsewhere.log", bytes(elsewhere.toString()));
        return files;
    }

    private static boolean isRemembered(Planted planted) {
        return planted.rule().learned()
                && planted.secret().length() >= LONG_ENOUGH
                && planted.secret().chars().anyMatch(Character::isDigit)
                && planted.secret().chars().anyMatch(Character::isLetter);
    }

    private void check(String name, byte[] container, List<Planted> planted) throws IOException {
        Path in = Files.write(folder.resolve(name), container);
        Path out = folder.resolve(name + ".out.zip");
        Run run = Run.clew("redact", in.toString(), "-o", out.toString());
        assertThat(run.status()).as(run.err()).isZero();
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(out.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                all.append(entry.getName()).append('\n');
                all.append(
                        new String(
                                zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        String text = all.toString();
        List<String> left = new ArrayList<>();
        for (Planted each : planted) {
            List<String> forms = isRemembered(each) ? forms(each.secret()) : List.of(each.secret());
            if (forms.stream().anyMatch(text::contains)) {
                left.add(each.rule().id() + ": " + each.text());
            }
        }
        assertThat(left).as(name).isEmpty();
        assertThat(text).contains("before\n").contains("after\n");
    }

    @Test
    void inEveryContainer() throws IOException {
        List<Planted> planted = planted(11);
        Map<String, byte[]> files = files(planted);
        check("plain.zip", Packer.zip(files), planted);
        Map<String, byte[]> packed = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
            packed.put(each.getKey() + ".gz", Packer.gzip(each.getValue()));
        }
        check("packed.zip", Packer.zip(packed), planted);
        check("all.tar.gz", Packer.gzip(Packer.tar(files)), planted);
        check(
                "nested.zip",
                Packer.zip(Map.of("inner.tar.gz", Packer.gzip(Packer.tar(packed)))),
                planted);
    }
}
