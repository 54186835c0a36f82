/// What the words of an error say by themselves: its chain, what was tried on what, how it failed.
@NullMarked
package dev.clew.errors;

import org.jspecify.annotations.NullMarked;
