/// What shippers of logs put around the lines of programs: who wrote a line, where and when.
@NullMarked
package dev.clew.bundle.wrapper;

import org.jspecify.annotations.NullMarked;
