/// Rules in the format of CRE, the common reliability enumerations that preq reads.
@NullMarked
package dev.clew.packs.cre;

import org.jspecify.annotations.NullMarked;
