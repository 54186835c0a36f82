/// Pages of the knowledge base: an article, a line explained; for terminals, as Markdown and as
/// HTML.
@NullMarked
package dev.clew.report.page;

import org.jspecify.annotations.NullMarked;
