/// The author's tools: lint a pack and its articles, prove signatures by their samples, measure a
/// pack on labelled cases, draft a signature from a log line.
@NullMarked
package dev.clew.author;

import org.jspecify.annotations.NullMarked;
