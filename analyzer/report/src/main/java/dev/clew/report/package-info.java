/// Writes a diagnosis for people and for programs.
@NullMarked
package dev.clew.report;

import org.jspecify.annotations.NullMarked;
