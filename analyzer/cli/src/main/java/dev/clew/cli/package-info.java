/// The command `clew`: arguments, terminal and exit status. The only place that prints and exits.
@NullMarked
package dev.clew.cli;

import org.jspecify.annotations.NullMarked;
