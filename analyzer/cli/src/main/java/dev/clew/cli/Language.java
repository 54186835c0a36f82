package dev.clew.cli;

import java.util.Map;
import java.util.stream.Stream;

/// The languages that the knowledge base speaks.
enum Language {
    en,
    zh;

    /// The language that a question is asked in.
    static Language of(String question) {
        boolean chinese =
                question.codePoints()
                        .anyMatch(
                                c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        return chinese ? zh : en;
    }

    /// The language that the environment asks for, as POSIX has it: `LC_ALL` before `LC_MESSAGES`
    /// before `LANG`.
    static Language ofEnvironment(Map<String, String> environment) {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .filter(value -> value.startsWith("zh"))
                .map(value -> zh)
                .orElse(en);
    }

    String word() {
        return name();
    }
}
