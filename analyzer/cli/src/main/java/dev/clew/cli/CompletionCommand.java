package dev.clew.cli;

import dev.clew.model.Article;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        header = "Prints what makes a shell complete this command.",
        description = {
            "For bash: source <(clew completion bash). For zsh: the same with zsh. For fish: clew completion fish | source.",
            "`clew completion words -- WORD…` prints what may stand in",
            "the place of the last word, as kubectl asks it of kubectl_complete-clew."
        })
final class CompletionCommand implements Callable<Integer> {

    enum Shell {
        bash,
        zsh,
        fish,
        words
    }

    /// Asks this program for what may stand where the cursor is, so that values and ids are known
    /// too.
    private static final String FISH =
            """
            function __clew_words
                set -l typed (commandline -opc) (commandline -ct)
                clew completion words -- $typed[2..-1] 2>/dev/null | string match -v ':*'
            end
            complete -c clew -a '(__clew_words)'
            """;

    /// Tells kubectl not to offer files beside the words (`ShellCompDirectiveNoFileComp` of cobra).
    private static final String WORDS_ONLY = ":4";

    /// Tells it to offer files (`ShellCompDirectiveDefault`).
    private static final String FILES_TOO = ":0";

    @Parameters(index = "0", paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
    Shell shell = Shell.bash;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "WORD", hidden = true)
    List<String> words = List.of();

    @Spec @Nullable CommandSpec spec;

    private final Console console;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        CommandSpec root = java.util.Objects.requireNonNull(spec).root();
        switch (shell) {
            // The script for bash prepares zsh for itself
            case bash, zsh ->
                    console.out().print(AutoComplete.bash(root.name(), root.commandLine()));
            case fish -> console.out().print(FISH);
            case words -> words(root);
        }
        return Exit.DONE;
    }

    private void words(CommandSpec root) throws IOException {
        List<String> typed = words.isEmpty() ? List.of("") : words;
        String last = typed.getLast();
        List<String> known = known(typed);
        if (!known.isEmpty()) {
            known.forEach(console.out()::println);
            console.out().println(WORDS_ONLY);
            return;
        }
        List<CharSequence> ends = new ArrayList<>();
        AutoComplete.complete(
                root,
                typed.toArray(String[]::new),
                typed.size() - 1,
                last.length(),
                last.length(),
                ends);
        ends.stream().map(end -> last + end).sorted().forEach(console.out()::println);
        console.out().println(ends.isEmpty() ? FILES_TOO : WORDS_ONLY);
    }

    /// Ids for `explain`, and areas for `--area`, that go on with the last word.
    private static List<String> known(List<String> typed) throws IOException {
        String last = typed.getLast();
        String before = typed.size() < 2 ? "" : typed.get(typed.size() - 2);
        Stream<String> names = Stream.of();
        if (before.equals("--area")) {
            names = Shipped.library().articles().stream().map(Article::area);
        } else if (typed.size() == 2 && before.equals("explain") && !last.startsWith("-")) {
            names = Shipped.library().articles().stream().map(Article::id);
        }
        return names.filter(name -> name.startsWith(last)).distinct().sorted().toList();
    }
}
