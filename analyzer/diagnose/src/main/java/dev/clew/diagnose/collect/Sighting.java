package dev.clew.diagnose.collect;

import dev.clew.model.Entity;

/// A record that a signature asks for beside the one it matches.
///
/// @param entity the place it belongs to
public record Sighting(Entity entity, Moment moment) {}
