package dev.clew.diagnose.collect;

/// What tells when something was seen. Only what one clock tells can be put in order with what
/// another record tells, save by their lines in one source.
public enum Clock {
    /// The time of day, in nanoseconds since 1970.
    TIME,
    /// How long before the input was taken, in nanoseconds, negative.
    AGE,
    /// Neither; the line in its source.
    LINE
}
