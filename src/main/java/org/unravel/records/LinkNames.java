package org.unravel.records;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names of datasets in one group. Names of a model file are taken as they are. Those of a model that a program has made may hold what HDF5 reads as a path, or more bytes than jHDF can write:
 * such characters become {@code %XX}, and a long name ends in a number.
 */
final class LinkNames {

    /** jHDF writes the length of a name in one byte. */
    private static final int MOST_BYTES = 120;

    private final Set<String> taken = new HashSet<>();

    /** The name of the next dataset: another one for every call. */
    String next(String name) {
        StringBuilder safe = new StringBuilder();
        name.codePoints().forEach(c -> {
            if (c == '/' || c == '%' || Character.isISOControl(c)) {
                safe.append(String.format(Locale.ROOT, "%%%02X", c));
            } else {
                safe.appendCodePoint(c);
            }
        });
        String link = safe.toString();
        if (link.isBlank() || link.equals(".") || link.equals("..")) {
            link = "%" + link;
        }
        boolean fits = link.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
        if (!fits || !taken.add(link)) {
            link = shortened(link) + "~" + taken.size();
            taken.add(link);
        }
        return link;
    }

    private static String shortened(String name) {
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES - Long.BYTES) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }
}
