/// Signatures, benign messages and facts, from YAML.
@NullMarked
package dev.clew.packs.rule;

import org.jspecify.annotations.NullMarked;
