/// What lines have in common that a program prints again and again with other numbers.
@NullMarked
package dev.clew.match.shape;

import org.jspecify.annotations.NullMarked;
