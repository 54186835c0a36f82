package dev.clew.bundle.text;

/// One shape that text on a page can have.
interface Shape {

    /// Reads what stands next on the page, if it has this shape.
    ///
    /// @return whether at least one line was taken; if not, the page is as before
    boolean take(Page page, Context context);
}
