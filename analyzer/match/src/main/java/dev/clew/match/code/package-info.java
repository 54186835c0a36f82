/// Codes that programs print for a reason, such as `errno 28` or the flag `UF` of Envoy, and what
/// they mean.
@NullMarked
package dev.clew.match.code;

import org.jspecify.annotations.NullMarked;
