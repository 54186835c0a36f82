/// Finds many literals at once in bytes.
@NullMarked
package dev.clew.match.literal;

import org.jspecify.annotations.NullMarked;
