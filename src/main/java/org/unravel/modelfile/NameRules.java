package org.unravel.modelfile;

import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Rules for names, and what messages say of a wrong one. */
final class NameRules {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern MODEL_NAME = Pattern.compile("[a-z0-9-]+");
    private static final int SHOWN_LENGTH = 60;
    private static final int LONGEST_NAME = 100;

    private NameRules() {
    }

    /** Refuses a key that is no name of a parameter, subsystem, bath, channel or observable. */
    static void check(String what, YamlNode.Entry entry) {
        if (!NAME.matcher(entry.name()).matches() || entry.name().length() > LONGEST_NAME) {
            throw entry.error("expected a name of letters, digits and _ that starts with a letter for a " + what + ", at most "
                    + LONGEST_NAME + " long, found '" + shortened(entry.name()) + "'");
        }
    }

    /** True if the text may be the name of a model, which names its output folder. */
    static boolean isModelName(String text) {
        return MODEL_NAME.matcher(text).matches() && text.length() <= LONGEST_NAME;
    }

    /** {@code : did you mean 'x'?} for the nearest of the valid names, or the list of them where none is near. */
    static String suggestion(String found, Collection<String> valid) {
        String wrong = found.length() > LONGEST_NAME ? found.substring(0, LONGEST_NAME) : found;
        return valid.stream().min(Comparator.comparingInt(v -> distance(wrong, v)))
                .map(v -> distance(wrong, v) <= 1 + v.length() / 3
                        ? ": did you mean '" + v + "'?" : ": expected one of " + String.join(", ", valid))
                .orElse("");
    }

    /** Levenshtein distance, small and capital letters taken as one. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }

    /** Text cut to a length that fits a message. */
    static String shortened(String text) {
        String line = oneLine(text);
        return line.length() <= SHOWN_LENGTH ? line : line.substring(0, SHOWN_LENGTH) + "...";
    }

    /** Text with line breaks and control characters made spaces. */
    static String oneLine(String text) {
        return text == null ? "" : text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }
}
