/// Judges records by signatures. A [RuleBook] holds compiled rules; a [Prefilter] says which of
/// them are worth trying.
@NullMarked
package dev.clew.match;

import org.jspecify.annotations.NullMarked;
