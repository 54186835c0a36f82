/// How fast the parts are that every byte, line or run goes through, and inputs and packs of any
/// size to try the whole on.
@NullMarked
package dev.clew.bench;

import org.jspecify.annotations.NullMarked;
