/// A part of the language of jq, enough for conditions on JSON lines, in bounded time.
@NullMarked
package dev.clew.match.jq;

import org.jspecify.annotations.NullMarked;
