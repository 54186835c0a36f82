package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Packs that are made, installed and replaced on the command line.
class PackFilesTest {

    private static final String RULES =
            """
            rules:
              - cre: {id: OWN-0007, severity: 2, title: The spool is full, category: test, cause: Too much}
                metadata: {kind: test, id: 9xUD1RZxGC5LJQ}
                rule: {set: {event: {source: cre.log.app}, match: [{value: "spool has no room"}]}}
            """;

    @TempDir private Path folder;

    private final String home = System.getProperty("user.home");

    @BeforeEach
    void ownHome() throws IOException {
        assumeThat(System.getenv("XDG_DATA_HOME")).isNull();
        System.setProperty("user.home", folder.resolve("home").toString());
        Files.writeString(
                Files.createDirectories(folder.resolve("rules")).resolve("a.yaml"), RULES);
        assertThat(pack("keygen", path("team.key")).status()).isZero();
        assertThat(pack("keygen", path("other.key")).status()).isZero();
    }

    @AfterEach
    void homeAsBefore() {
        System.setProperty("user.home", home);
    }

    @Test
    void anInstalledPackIsUsedByItsName() throws Exception {
        assertThat(installed("1.0.0", "team.key", "--key", path("team.key.pub")).status()).isZero();
        assertThat(pack("list").out()).contains("own-rules 1.0.0");
        Path log = Files.writeString(folder.resolve("a.log"), "ERROR spool has no room for 3\n");
        Run run = Run.clew("analyze", log.toString(), "-o", "json", "--patterns", "own-rules");
        assertThat(run.json().path("findings").findValuesAsText("signature")).contains("own-0007");
    }

    @Test
    void theFirstInstallMustNameTheKey() {
        Run run = installed("1.0.0", "team.key");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("nothing says whose key");
        assertThat(pack("list").out()).doesNotContain("own-rules");
    }

    @Test
    void anotherKeyIsRefusedFromThenOn() {
        assertThat(installed("1.0.0", "team.key", "--key", path("team.key.pub")).status()).isZero();
        assertThat(installed("1.1.0", "other.key").err()).contains("not signed with the key");
        assertThat(installed("1.1.0", "other.key", "--key", path("other.key.pub")).err())
                .contains("signed with another key so far");
        assertThat(installed("1.1.0", "", "--unsigned").status()).isEqualTo(1);
        assertThat(pack("list").out()).contains("own-rules 1.0.0");
        assertThat(installed("1.1.0", "team.key").status()).isZero();
        assertThat(pack("list").out()).contains("own-rules 1.1.0");
    }

    @Test
    void anOlderOneIsInstalledOnlyIfThatIsAskedFor() {
        assertThat(installed("1.10.0", "team.key", "--key", path("team.key.pub")).status())
                .isZero();
        assertThat(installed("1.9.0", "team.key").err()).contains("which is newer");
        assertThat(pack("list").out()).contains("own-rules 1.10.0");
        assertThat(installed("1.9.0", "team.key", "--downgrade").status()).isZero();
        assertThat(pack("list").out()).contains("own-rules 1.9.0");
    }

    @Test
    void aPackWithoutASignatureIsInstalledOnlyIfThatIsAskedFor() {
        assertThat(installed("1.0.0", "").status()).isEqualTo(1);
        assertThat(installed("1.0.0", "", "--unsigned").status()).isZero();
    }

    @Test
    void aFileThatWasCutIsNotInstalled() throws Exception {
        Path file = built("1.0.0", "team.key");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        Run run = pack("install", file.toString(), "--key", path("team.key.pub"));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("not used");
        assertThat(pack("list").out()).doesNotContain("own-rules");
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private Run installed(String version, String key, String... more) {
        String[] install = {"install", built(version, key).toString()};
        String[] all = Arrays.copyOf(install, 2 + more.length);
        System.arraycopy(more, 0, all, 2, more.length);
        return pack(all);
    }

    private Path built(String version, String key) {
        Path file = folder.resolve(version + key + ".clewpack");
        String[] build = {
            "build",
            path("rules"),
            "--name",
            "own-rules",
            "--version-of-pack",
            version,
            "--out",
            file.toString(),
            "--force",
            "--key",
            path(key)
        };
        Run run = pack(key.isEmpty() ? Arrays.copyOf(build, build.length - 2) : build);
        assertThat(run.status()).as(run.err()).isZero();
        return file;
    }

    private static Run pack(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "pack";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Run.clew(all);
    }
}
