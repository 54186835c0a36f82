package dev.clew.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    private static final String SECRET = "hunter2-Tr0ub4dor";
    private static final String KEY =
            """
            -----BEGIN RSA PRIVATE KEY-----
            MIIEowIBAAKCAQEAq1w9Zt3rV0xq0u1bLr8XoGZPp0kqfX3Gm5YhJ2sTn8Wc7aQe
            Zk9vB3nM1xC5yR7tL0pD2sF4gH6jK8lQ9wE1rT3yU5iO7pA9sD1fG3hJ5kL7zX9c
            short==
            -----END RSA PRIVATE KEY-----
            """;

    private static String redact(Redactor redactor, String text) {
        try {
            return new String(
                    redactor.reading(
                                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String redact(String text) {
        return redact(Shipped.redactor(), text);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=hunter2-Tr0ub4dor",
                "level=error msg=\"login failed\" password=hunter2-Tr0ub4dor user=app",
                "level=error msg=\"login with password hunter2: dbPassword=hunter2-Tr0ub4dor\"",
                "{\"user\":\"app\",\"password\":\"hunter2-Tr0ub4dor\"}",
                "2024-01-01T00:00:00Z {\"msg\":\"sent {\\\"password\\\": \\\"hunter2-Tr0ub4dor\\\"}\"}",
                "{\"log\":\"{\\\"msg\\\":\\\"{\\\\\\\"token\\\\\\\":\\\\\\\"hunter2-Tr0ub4dor\\\\\\\"}\\\"}\"}",
                "  password: hunter2-Tr0ub4dor",
                "  - api_key: 'hunter2-Tr0ub4dor'",
                "args: [--password, x] --password hunter2-Tr0ub4dor --verbose",
                "\"args\":[\"--db-password\",\"hunter2-Tr0ub4dor\"]",
                "\"args\":[\"--db-password=hunter2-Tr0ub4dor\"]",
                "postgres://app:hunter2-Tr0ub4dor@db.shop:5432/orders",
                "Authorization: Bearer hunter2-Tr0ub4dor",
                "\"Authorization\":[\"Basic hunter2-Tr0ub4dor\"]",
                "curl -H 'authorization: bearer hunter2-Tr0ub4dor'",
                "Server=db;User Id=app;Password=hunter2-Tr0ub4dor;",
                "{\"env\":[{\"name\":\"DB_PASSWORD\",\"value\":\"hunter2-Tr0ub4dor\"}]}",
                "clientSecret: hunter2-Tr0ub4dor",
                "GET /login?user=a&access_token=hunter2-Tr0ub4dor&x=1 HTTP/1.1",
                "AccountKey=hunter2-Tr0ub4dor;EndpointSuffix=core.windows.net"
            })
    void byItsName(String line) {
        assertThat(redact(line)).doesNotContain(SECRET).contains("<redacted:");
    }

    @Test
    void encoded() {
        String plain = "user=app password=" + SECRET;
        assertThat(redact("body " + base64(plain) + " end"))
                .isEqualTo("body <redacted:secret-data> end");
        assertThat(redact("body " + base64(base64(plain)) + " end")).contains("<redacted:");
        assertThat(redact("q=" + URLEncoder.encode(plain, StandardCharsets.UTF_8)))
                .doesNotContain("hunter2");
        assertThat(redact("{\"body\":\"" + base64("{\"token\":\"" + SECRET + "\"}") + "\"}"))
                .isEqualTo("{\"body\":\"<redacted:secret-data>\"}");
    }

    @Test
    void whatIsKnownIsTakenOutEverywhere() throws IOException {
        Redactor redactor = Shipped.redactor();
        String before = "auth with " + SECRET + " failed";
        String first = redact(redactor, before + "\nexport DB_PASSWORD=" + SECRET + "\n");
        assertThat(first.lines().skip(1)).containsExactly("export DB_PASSWORD=<redacted:password>");
        String later =
                redact(
                        redactor,
                        String.join(
                                "\n",
                                before,
                                base64(SECRET),
                                base64("x" + SECRET),
                                base64("xy" + SECRET + "z"),
                                URLEncoder.encode(SECRET, StandardCharsets.UTF_8)));
        assertThat(later).doesNotContain(SECRET).doesNotContain(base64(SECRET).substring(0, 12));
        assertThat(later.lines()).allMatch(line -> line.contains("<redacted:"));
        String again =
                new String(
                        redactor.again(
                                        new ByteArrayInputStream(
                                                before.getBytes(StandardCharsets.UTF_8)))
                                .readAllBytes(),
                        StandardCharsets.UTF_8);
        assertThat(again).isEqualTo("auth with <redacted:password> failed");
    }

    @Test
    void privateKeys() {
        assertThat(redact("before\n" + KEY + "after\n"))
                .isEqualTo("before\n" + "<redacted:private-key>\n".repeat(5) + "after\n");
        String stamped =
                KEY.lines()
                        .map(line -> "2024-01-01T00:00:00Z " + line + "\n")
                        .reduce("", String::concat);
        assertThat(redact(stamped))
                .doesNotContain("MIIE")
                .doesNotContain("short==")
                .contains("2024-");
        String json = "{\"key\":\"" + KEY.replace("\n", "\\n") + "\",\"other\":1}";
        assertThat(redact(json)).isEqualTo("{\"key\":\"<redacted:private-key>\\n\",\"other\":1}");
        assertThat(redact("x " + base64(KEY) + " y")).isEqualTo("x <redacted:secret-data> y");
        assertThat(redact(URLEncoder.encode(KEY, StandardCharsets.UTF_8))).doesNotContain("MIIE");
        String wrapped =
                Base64.getMimeEncoder().encodeToString(KEY.getBytes(StandardCharsets.UTF_8));
        assertThat(redact(wrapped + "\nnext line\n").lines())
                .filteredOn(line -> !line.equals("next line"))
                .allMatch(line -> line.startsWith("<redacted:") || line.length() < 32);
        assertThat(redact("-----BEGIN CERTIFICATE-----\nMIIEowIBAAKCAQEAq1w9Zt3rV0\n"))
                .contains("MIIEow");
        assertThat(
                        redact(
                                "-----BEGIN PRIVATE KEY-----\nnot a key at all, a log line goes on here:\n"))
                .contains("a log line goes on");
    }

    @Test
    void tokensByTheirShape() {
        for (String token :
                List.of(
                        "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl",
                        "ghp_0123456789abcdefghijABCDEFGHIJ012345",
                        "glpat-abcdefghij0123456789",
                        "xoxb-123456789012-abcdefghijkl",
                        "AKIAIOSFODNN7EXAMPLE")) {
            assertThat(redact("got " + token + " from it"))
                    .isEqualTo("got <redacted:token> from it");
        }
        assertThat(redact("mail to jane.doe@example.com now"))
                .isEqualTo("mail to <redacted:email> now");
    }

    @Test
    void secretsOfKubernetes() {
        assertThat(
                        redact(
                                "{\"apiVersion\":\"v1\",\"data\":{\"a\":\"aHVudGVyMg==\",\"b\":\"eA==\"},\"kind\":\"Secret\"}"))
                .isEqualTo(
                        "{\"apiVersion\":\"v1\",\"data\":{\"a\":\"<redacted:secret-data>\",\"b\":\"<redacted:secret-data>\"},\"kind\":\"Secret\"}");
        assertThat(
                        redact(
                                """
                                apiVersion: v1
                                data:
                                  user: aHVudGVyMg==
                                kind: Secret
                                stringData:
                                  plain: x
                                metadata:
                                  name: db
                                """))
                .isEqualTo(
                        """
                        apiVersion: v1
                        data:
                          user: <redacted:secret-data>
                        kind: Secret
                        stringData:
                          plain: <redacted:secret-data>
                        metadata:
                          name: db
                        """);
        assertThat(redact("- name: API_TOKEN\n  value: hunter2\n- name: MODE\n  value: hunter3\n"))
                .isEqualTo(
                        "- name: API_TOKEN\n  value: <redacted:token>\n- name: MODE\n  value: hunter3\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "level=fatal msg=\"Error while creating daemon\" error=\"native routing cidr must be configured with option --ipv4-native-routing-cidr\"",
                "MountVolume.SetUp failed for volume \"tls\" : secret \"hubble-relay-client-certs\" not found",
                "Error: failed to get token: Post \"https://10.0.0.1:6443/api\": dial tcp 10.0.0.1:6443: connect: connection refused",
                "Unauthorized: bearer token expired",
                "{\"secretName\":\"db\",\"secretKeyRef\":{\"key\":\"password\",\"name\":\"db\"},\"automountServiceAccountToken\":true}",
                "  secret: cilium-ca",
                "imagePullSecrets:",
                "\"image\":\"quay.io/cilium/cilium:v1.12.1@sha256:ea2db1ee21b88127b5c18a96ad155c25485d0815a667ef77c2b7c7f31cab601b\"",
                "  tunnel: disabled",
                "level=info msg=\"  --k8s-kubeconfig-path=''\" subsys=daemon",
                "level=info msg=\"  --ipsec-key-file='/etc/ipsec/keys'\" subsys=daemon",
                "systemd[1]: Started user@1000.service",
                "memory 50% used, cpu%20",
                "/var/lib/kubelet/pods/0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0/volumes/kubernetes.io~configmap"
            })
    void whatIsNoSecretStays(String line) {
        assertThat(redact(line)).isEqualTo(line);
    }

    @Test
    void countsButNoValues() {
        Redactor redactor = Shipped.redactor();
        redact(redactor, "password=hunter2abc\npassword=hunter2abc\nmail a@b.org\n");
        assertThat(redactor.counts()).isEqualTo(Map.of("password", 2L, "email", 1L));
        redactor.restart();
        assertThat(redactor.counts()).isEmpty();
    }

    @Test
    void pseudonymsKeepPrefixes() {
        Pseudonyms names = new Pseudonyms(new byte[32]);
        String one = names.four("10.21.1.34", null);
        String two = names.four("10.21.1.99", null);
        String far = names.four("10.99.1.34", null);
        assertThat(one).startsWith("10.").isNotEqualTo("10.21.1.34");
        assertThat(prefix(one, 3)).isEqualTo(prefix(two, 3)).isNotEqualTo(prefix(far, 3));
        assertThat(names.four("10.21.1.34", null)).isEqualTo(one);
        assertThat(names.four("10.21.0.0", "16")).endsWith(".0.0").startsWith(prefix(one, 2));
        assertThat(names.four("127.0.0.1", null)).isEqualTo("127.0.0.1");
        assertThat(names.four("192.168.7.9", null)).startsWith("192.168.");
        Redactor redactor = Redactor.create(Shipped.RULES, true);
        String text =
                redact(
                        redactor,
                        """
                        {"spec":{"nodeName":"worker-1"},"hostIP":"10.8.0.21"}
                        worker-1 at 10.8.0.21:4240 and fd00:10:8::21 since 09:12:44, worker-11, v1.12.1
                        """);
        assertThat(text)
                .doesNotContain("10.8.0.21")
                .doesNotContain("fd00:10:8::21")
                .doesNotContain("worker-1 ")
                .contains("worker-11, v1.12.1")
                .contains("since 09:12:44")
                .contains("host-");
    }

    private static String prefix(String address, int parts) {
        String[] all = address.split("\\.");
        return String.join(".", List.of(all).subList(0, parts));
    }

    @Test
    void linesWithoutEndAreBounded() throws IOException {
        byte[] large = new byte[9 << 20];
        java.util.Arrays.fill(large, (byte) 'a');
        byte[] same = Shipped.redactor().reading(new ByteArrayInputStream(large)).readAllBytes();
        assertThat(same.length).isEqualTo(large.length);
        String hostile =
                "password=\"".repeat(50_000) + "%41".repeat(50_000) + "eyJ-".repeat(20_000);
        assertThat(redact(hostile)).isNotEmpty();
    }
}
