package org.unravel.model;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Text that a file can hold: a string of Java may have halves of characters (surrogates without their other half), for which UTF-8 has no bytes. */
public final class WholeCharacters {

    private WholeCharacters() {
    }

    /** What stands in a message after the place of a text that is none, as {@code expected whole characters, found half of one, U+D800}; empty where all are whole. */
    public static Optional<String> objection(String text) {
        OptionalInt half = text.codePoints().filter(c -> Character.getType(c) == Character.SURROGATE).findFirst();
        return half.isEmpty() ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "expected whole characters, found half of one, U+%04X", half.getAsInt()));
    }

    /** Refuses a text of a model, which has to be written into files. */
    static void require(String what, String text) {
        objection(text).ifPresent(o -> {
            throw new ModelException(o + ", in the " + what);
        });
    }
}
