/// The words of reports in the languages they speak.
@NullMarked
package dev.clew.report.words;

import org.jspecify.annotations.NullMarked;
