package dev.clew.bundle.archive;

import java.util.Set;

/// Why something is not read, where that loses nothing that could tell of trouble. Any other reason
/// means that the input was not read to its end.
public final class SkipReasons {

    /// A stream without any text in it.
    public static final String EMPTY = "empty";

    /// A picture, a program, a profile.
    public static final String NOT_TEXT = "not text";

    /// A device, a socket, a FIFO.
    public static final String NOT_REGULAR = "not a regular file";

    /// What a link leads to is read where it stands, or is not part of the input.
    public static final String LINK = "link in an archive, not followed";

    /// As whatever unpacks the archive would leave it.
    public static final String REPLACED = "replaced by a later entry of the same name, not read";

    /// A name twice in an archive.
    public static final String SAME_NAME =
            "another entry of the same name came before: both are read";

    private static final Set<String> HARMLESS =
            Set.of(EMPTY, NOT_TEXT, NOT_REGULAR, LINK, REPLACED, SAME_NAME);

    private SkipReasons() {}

    /// Whether with such a reason a part of the input stays unknown.
    public static boolean losesText(String reason) {
        return !HARMLESS.contains(reason);
    }
}
