/// The server: an API for programs and a page for people.
@NullMarked
package dev.clew.serve.http;

import org.jspecify.annotations.NullMarked;
