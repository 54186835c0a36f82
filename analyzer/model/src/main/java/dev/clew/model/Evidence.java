package dev.clew.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A record that a finding rests on.
///
/// @param origin where it stands
/// @param text its unmodified text, the first [#LONGEST] characters
/// @param time when it happened, null where unknown
public record Evidence(Origin origin, String text, @Nullable Instant time) {

    /// How many characters of a record are kept.
    public static final int LONGEST = 2000;

    public Evidence {
        text = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
