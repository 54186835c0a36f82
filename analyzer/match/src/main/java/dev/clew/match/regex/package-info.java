/// The seam to the regular expression engine, and what can be read off an expression without
/// running it.
@NullMarked
package dev.clew.match.regex;

import org.jspecify.annotations.NullMarked;
