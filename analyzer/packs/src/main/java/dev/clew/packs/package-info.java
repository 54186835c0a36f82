/// Packs: folders of signatures and articles. Reads and lints them; a file with mistakes gives all
/// its problems at once.
@NullMarked
package dev.clew.packs;

import org.jspecify.annotations.NullMarked;
