/// Pages made for people: describe, tables, status pages, pasted terminals.
@NullMarked
package dev.clew.bundle.text;

import org.jspecify.annotations.NullMarked;
