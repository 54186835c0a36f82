/// From object trees to a graph.
@NullMarked
package dev.clew.graph.build;

import org.jspecify.annotations.NullMarked;
