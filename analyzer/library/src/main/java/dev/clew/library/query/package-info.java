/// From what a person typed to what the index is asked.
@NullMarked
package dev.clew.library.query;

import org.jspecify.annotations.NullMarked;
