/// What a pack covers, as a page.
@NullMarked
package dev.clew.author.coverage;

import org.jspecify.annotations.NullMarked;
