package dev.clew.graph;

import java.time.Instant;

/// A change of an object's specification, as its managed fields tell it.
///
/// @param time when
/// @param by the field manager, e.g. `kubectl-edit`, `helm`
/// @param operation `Apply` or `Update`
public record Change(Instant time, String by, String operation) {}
