package dev.clew.bundle.format;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which fields of a format have a meaning of their own.
///
/// @param time the field of the stamp
/// @param subsecond the field of its fraction, null if there is none
/// @param level the field of the level
/// @param body fields for the message, of which the first one counts that is there
record FieldNames(String time, @Nullable String subsecond, String level, List<String> body) {

    String message(Map<String, String> fields) {
        return body.stream().map(fields::get).filter(each -> each != null).findFirst().orElse("");
    }
}
