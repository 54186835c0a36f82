package dev.clew.cli;

/// When to use colours: the values of `--color`.
enum When {
    /// On a terminal that shows them.
    auto,
    always,
    never
}
