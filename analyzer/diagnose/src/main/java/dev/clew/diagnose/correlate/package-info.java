/// Joins what was seen: by place, by time, by what explains what.
@NullMarked
package dev.clew.diagnose.correlate;

import org.jspecify.annotations.NullMarked;
