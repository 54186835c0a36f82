package dev.clew.bench;

import dev.clew.match.RuleSource;
import dev.clew.match.index.PackIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/// The literals that the signatures of a compiled pack look for in lines of text.
///
/// `Literals COMPILED-PACK OUT` writes them one a line, in lower case, as `rg -f` takes them.
public final class Literals {

    private Literals() {}

    /// Writes what the arguments say.
    public static void main(String[] arguments) throws IOException {
        try (PackIndex pack = PackIndex.open(Path.of(arguments[0]))) {
            Files.write(Path.of(arguments[1]), of(pack));
        }
    }

    /// The literals of a source of rules.
    static Set<String> of(RuleSource rules) {
        Set<String> literals = new TreeSet<>();
        rules.triggers(
                true,
                new RuleSource.TriggerSink() {
                    @Override
                    public void literal(String literal, int ordinal) {
                        if (literal.indexOf('\n') < 0) {
                            literals.add(literal);
                        }
                    }

                    @Override
                    public void every(int ordinal) {
                        throw new IllegalStateException("rule " + ordinal + " has no literal");
                    }

                    @Override
                    public void whereRead(int ordinal) {
                        every(ordinal);
                    }
                });
        return literals;
    }
}
