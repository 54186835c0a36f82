/// What the state of objects, held against each other, says is wrong.
@NullMarked
package dev.clew.graph.checks;

import org.jspecify.annotations.NullMarked;
