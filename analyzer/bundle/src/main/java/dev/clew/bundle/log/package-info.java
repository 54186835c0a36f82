/// Lines that programs log, whatever stands in front of them.
@NullMarked
package dev.clew.bundle.log;

import org.jspecify.annotations.NullMarked;
