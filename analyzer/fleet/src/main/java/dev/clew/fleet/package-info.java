/// Many bundles at once, on Spark: from folders of bundles to tables, and questions to those.
@NullMarked
package dev.clew.fleet;

import org.jspecify.annotations.NullMarked;
