/// The diagnosis as one HTML file that needs nothing beside itself: no network, no other file. Each
/// class writes one part of the page. All text goes through [dev.clew.report.html.Markup], which
/// escapes it.
@NullMarked
package dev.clew.report.html;

import org.jspecify.annotations.NullMarked;
