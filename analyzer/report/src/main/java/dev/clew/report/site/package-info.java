/// The knowledge base as a static web site that works from the file system.
@NullMarked
package dev.clew.report.site;

import org.jspecify.annotations.NullMarked;
