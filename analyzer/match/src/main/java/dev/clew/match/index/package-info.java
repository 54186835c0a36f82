/// Compiled packs on disk, as Lucene indexes.
@NullMarked
package dev.clew.match.index;

import org.jspecify.annotations.NullMarked;
