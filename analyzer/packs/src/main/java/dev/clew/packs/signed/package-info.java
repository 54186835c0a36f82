/// Packs as one file: what is in it, who made it, and that it is whole.
@NullMarked
package dev.clew.packs.signed;

import org.jspecify.annotations.NullMarked;
