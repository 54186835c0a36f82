/// Tells the fixed words of a line from what differs each time it is printed.
@NullMarked
package dev.clew.match.template;

import org.jspecify.annotations.NullMarked;
