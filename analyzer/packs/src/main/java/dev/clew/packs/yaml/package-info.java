/// YAML files of packs, read so that every value knows its line and column.
@NullMarked
package dev.clew.packs.yaml;

import org.jspecify.annotations.NullMarked;
