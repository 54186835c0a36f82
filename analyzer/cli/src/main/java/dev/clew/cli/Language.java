package dev.clew.cli;

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

    String word() {
        return name();
    }
}
