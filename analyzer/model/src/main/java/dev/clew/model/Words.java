package dev.clew.model;

import java.util.Locale;
import java.util.Optional;

/// Turns the lower-case words of packs and command lines into enum constants.
final class Words {

    private Words() {}

    static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
        String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
