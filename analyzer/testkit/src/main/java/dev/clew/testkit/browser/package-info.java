/// A browser for tests: Chromium without a window, driven by its own protocol.
@NullMarked
package dev.clew.testkit.browser;

import org.jspecify.annotations.NullMarked;
