package dev.clew.bundle.layout;

import dev.clew.model.Entity;

/// What the place of a file in a bundle tells of it.
///
/// @param layout the layout that has such a place
/// @param entity pod, container, node, namespace
/// @param component the program that wrote it, or empty
/// @param previous whether it is the log of the container before its last restart
/// @param note whether the file is about the collecting itself: what was denied or failed
record Located(Layout layout, Entity entity, String component, boolean previous, boolean note) {

    static Located at(Layout layout) {
        return new Located(layout, Entity.UNKNOWN, "", false, false);
    }

    static Located of(Layout layout, Entity entity, String component) {
        return new Located(layout, entity, component, false, false);
    }

    Located previous(boolean value) {
        return new Located(layout, entity, component, value, note);
    }

    Located asNote() {
        return new Located(layout, entity, component, previous, true);
    }
}
