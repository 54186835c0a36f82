/// Signatures whose match is several records: sets and sequences within a time, with what voids
/// them.
@NullMarked
package dev.clew.diagnose.frame;

import org.jspecify.annotations.NullMarked;
