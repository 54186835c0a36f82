/// What goes on while a cluster is watched: incidents that open and end, and who is told.
@NullMarked
package dev.clew.serve.listen;

import org.jspecify.annotations.NullMarked;
