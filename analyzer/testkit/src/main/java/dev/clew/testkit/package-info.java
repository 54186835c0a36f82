/// What tests of several modules share. Nothing here is shipped.
@NullMarked
package dev.clew.testkit;

import org.jspecify.annotations.NullMarked;
