/// The layouts of support bundles: which file holds what, and about which pod.
@NullMarked
package dev.clew.bundle.layout;

import org.jspecify.annotations.NullMarked;
