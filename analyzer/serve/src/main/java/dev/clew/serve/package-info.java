/// What serves agents, programs and people alike: analyses, the knowledge base, and their bounds.
@NullMarked
package dev.clew.serve;

import org.jspecify.annotations.NullMarked;
