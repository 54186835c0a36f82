/// Reads a live cluster, and only reads it: what an expert would gather, as a bundle that the
/// analysis reads like any other.
@NullMarked
package dev.clew.cluster;

import org.jspecify.annotations.NullMarked;
