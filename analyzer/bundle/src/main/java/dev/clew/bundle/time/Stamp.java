package dev.clew.bundle.time;

import java.time.Instant;

/// A time stamp read from text.
///
/// @param instant the moment; a stamp without a zone is taken for UTC
/// @param end index of the first character after the stamp
/// @param assumed whether the year is not in the text
public record Stamp(Instant instant, int end, boolean assumed) {}
