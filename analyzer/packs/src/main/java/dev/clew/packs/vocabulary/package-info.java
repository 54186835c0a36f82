@NullMarked
package dev.clew.packs.vocabulary;

import org.jspecify.annotations.NullMarked;
