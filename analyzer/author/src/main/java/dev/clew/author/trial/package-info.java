/// Tries packs on labelled cases.
@NullMarked
package dev.clew.author.trial;

import org.jspecify.annotations.NullMarked;
