/// How the text of articles and questions is cut into the words that are looked up.
@NullMarked
package dev.clew.library.text;

import org.jspecify.annotations.NullMarked;
