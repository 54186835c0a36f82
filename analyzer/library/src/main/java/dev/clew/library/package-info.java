/// The knowledge base as an index on disk: articles by their ids, and search over them.
@NullMarked
package dev.clew.library;

import org.jspecify.annotations.NullMarked;
