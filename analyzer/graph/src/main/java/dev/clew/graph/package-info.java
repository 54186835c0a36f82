/// The cluster as a graph: objects and what hangs on what.
@NullMarked
package dev.clew.graph;

import org.jspecify.annotations.NullMarked;
