/// Archives and compressed streams, read in one pass, within bounds.
@NullMarked
package dev.clew.bundle.archive;

import org.jspecify.annotations.NullMarked;
