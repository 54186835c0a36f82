/// The words that all modules share: records read from inputs, the signatures they are judged by,
/// and the findings that come of it. Everything here is immutable.
@NullMarked
package dev.clew.model;

import org.jspecify.annotations.NullMarked;
