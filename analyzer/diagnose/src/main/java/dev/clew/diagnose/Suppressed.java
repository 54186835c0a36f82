package dev.clew.diagnose;

import dev.clew.model.Evidence;
import dev.clew.model.Rule;

/// A message that looked bad and is not.
///
/// @param benign why it does no harm
/// @param signature id of the signature that would have found it
/// @param count how often it was seen
public record Suppressed(Rule.Benign benign, String signature, long count, Evidence evidence) {}
