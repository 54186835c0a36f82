/// Time stamps, in the shapes that programs print.
@NullMarked
package dev.clew.bundle.time;

import org.jspecify.annotations.NullMarked;
