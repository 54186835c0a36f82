/// Gathers what the rules saw in records, in bounded memory.
@NullMarked
package dev.clew.diagnose.collect;

import org.jspecify.annotations.NullMarked;
