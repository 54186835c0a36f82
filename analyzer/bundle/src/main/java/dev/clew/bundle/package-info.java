/// Opens what people have, files, folders, archives and streams, and reads records from it.
@NullMarked
package dev.clew.bundle;

import org.jspecify.annotations.NullMarked;
