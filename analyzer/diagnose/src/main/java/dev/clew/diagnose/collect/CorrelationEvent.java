package dev.clew.diagnose.collect;

import dev.clew.model.Entity;
import dev.clew.model.Evidence;

/// A record that a signature asks for beside the one it matches.
///
/// @param entity the place it belongs to
/// @param evidence the record, cut short
public record CorrelationEvent(Entity entity, Timestamp timestamp, Evidence evidence) {}
