/// Takes secrets out of texts as they pass, line by line and within bounds.
@NullMarked
package dev.clew.redact;

import org.jspecify.annotations.NullMarked;
