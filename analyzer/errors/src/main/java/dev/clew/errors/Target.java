package dev.clew.errors;

/// What an operation was tried on.
///
/// @param kind what sort of thing it is
/// @param value its name as it is written, without quotes
/// @param span where it stands in the text
public record Target(Kind kind, String value, Span span) {

    /// The sorts of things that errors name.
    public enum Kind {
        URL,
        ADDRESS,
        HOST,
        IMAGE,
        PERMISSION,
        OBJECT,
        VARIABLE,
        OPTION,
        COMMAND,
        PATH
    }
}
