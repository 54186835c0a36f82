/// The knowledge base as an index: articles by their ids, and search over articles and signatures.
@NullMarked
package dev.clew.library;

import org.jspecify.annotations.NullMarked;
