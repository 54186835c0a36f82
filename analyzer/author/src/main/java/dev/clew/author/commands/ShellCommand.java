package dev.clew.author.commands;

import java.util.List;

/// A simple command of a shell: a program and its words, without quotes and redirections.
///
/// @param words the program first; `<name>` stands for a placeholder, `$name` for a variable
public record ShellCommand(List<String> words) {

    public ShellCommand {
        words = List.copyOf(words);
    }

    /// The name of the program, without its folder.
    public String program() {
        return words.isEmpty() ? "" : words.getFirst().replaceFirst("^.*/", "");
    }

    /// The words with blanks between them.
    public String text() {
        return String.join(" ", words);
    }
}
