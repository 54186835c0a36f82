/// Holds articles to their form, and their commands to what programs, charts and clusters take.
@NullMarked
package dev.clew.author.article;

import org.jspecify.annotations.NullMarked;
