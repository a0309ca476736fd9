package org.unravel.modelfile;

import java.util.Collection;
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
            throw entry.error("expected a name of letters, digits and _ that starts with a letter, at most " + LONGEST_NAME
                    + " long, as name of the " + what + ", found '" + shortened(entry.name()) + "'");
        }
    }

    /** True if the text may be the name of a model, which names its output folder. */
    static boolean isModelName(String text) {
        return MODEL_NAME.matcher(text).matches() && text.length() <= LONGEST_NAME;
    }

    /** {@code : did you mean 'x'?} for the nearest of the valid names, or the list of them where none is near. */
    static String suggestion(String found, Collection<String> valid) {
        String wrong = found.length() > LONGEST_NAME ? found.substring(0, LONGEST_NAME) : found;
        String nearest = Names.suggestion(wrong, valid);
        return nearest.isEmpty() && !valid.isEmpty() ? ": expected one of " + String.join(", ", valid) : nearest;
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
