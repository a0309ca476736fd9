package org.unravel.output;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Names of files that are named after a quantity. Names of a model file are taken as they are. Those of a model that a program has made may hold what folders and systems read as something else:
 * such characters become {@code %XX}, and a long name ends in a number that is its own.
 */
public final class QuantityFile {

    private static final String ENDING = ".csv";
    /** What no system takes in a name of a file, or what ends one. */
    private static final Set<Integer> RESERVED = "/\\:*?\"<>|%".codePoints().boxed().collect(Collectors.toUnmodifiableSet());
    /** Characters that are not seen, or that are none. */
    private static final Set<Byte> UNSEEN = Set.of(Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED,
            Character.PRIVATE_USE);
    /** File systems take 255, of which the name of the part that becomes the file needs some, and so does the number. */
    private static final int MOST_BYTES = 160;

    private QuantityFile() {
    }

    /** Name of the table of a quantity. */
    public static String of(String quantity) {
        StringBuilder safe = new StringBuilder();
        quantity.codePoints().forEach(c -> {
            if (RESERVED.contains(c) || UNSEEN.contains((byte) Character.getType(c))) {
                safe.append(String.format(Locale.ROOT, "%%%02X", c));
            } else {
                safe.appendCodePoint(c);
            }
        });
        String name = safe.toString();
        return (bytes(name) > MOST_BYTES ? shortened(name) + "~" + UUID.nameUUIDFromBytes(quantity.getBytes(StandardCharsets.UTF_8)) : name) + ENDING;
    }

    private static String shortened(String name) {
        int end = name.length();
        while (bytes(name.substring(0, end)) > MOST_BYTES) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
