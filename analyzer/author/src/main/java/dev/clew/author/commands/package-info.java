/// Takes commands apart as a shell and their programs would, without running them.
@NullMarked
package dev.clew.author.commands;

import org.jspecify.annotations.NullMarked;
