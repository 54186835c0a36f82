package dev.clew.redact;

/// Takes note of secrets.
interface Learning {

    /// A secret that was seen.
    void learn(Kind kind, String value);
}
