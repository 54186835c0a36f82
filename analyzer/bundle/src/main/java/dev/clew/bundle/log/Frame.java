package dev.clew.bundle.log;

/// One format that stands around a program's own words, or that it writes them in. A frame looks at
/// a place of a line and, where it finds itself, leaves in the [LogLine] what it tells.
@FunctionalInterface
interface Frame {

    /// What a frame makes of a place.
    enum Found {
        /// The line is in another format there.
        NOTHING,
        /// A wrapper: the line goes on with what it wrapped, see [LogLine#goOn].
        WRAPPER,
        /// The program's own words, read to the end of the line.
        WORDS
    }

    /// Looks for the format, and reads it.
    ///
    /// @param text what is left of the line, or what a wrapper held
    /// @param at where the first character stands that is no blank; there is one
    Found read(LogLine line, String text, int at);
}
