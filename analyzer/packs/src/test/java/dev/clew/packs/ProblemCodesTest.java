package dev.clew.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The page of problem codes says what the codes say.
class ProblemCodesTest {

    @Test
    void thePageListsEveryCodeInItsOwnWords() throws IOException {
        Path page = Path.of(System.getProperty("clew.root", "")).resolve("docs/problem-codes.md");
        String rows =
                Arrays.stream(Code.values())
                        .map(code -> "| `" + code.name() + "` | " + code.description() + " |")
                        .collect(Collectors.joining("\n"));
        assertThat(Files.readString(page)).contains("\n" + rows + "\n");
    }
}
