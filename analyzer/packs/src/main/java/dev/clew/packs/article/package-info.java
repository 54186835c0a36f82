/// Articles, from Markdown with a header.
@NullMarked
package dev.clew.packs.article;

import org.jspecify.annotations.NullMarked;
