/// Formats of log lines that a user describes in files, as lnav takes them.
@NullMarked
package dev.clew.bundle.format;

import org.jspecify.annotations.NullMarked;
