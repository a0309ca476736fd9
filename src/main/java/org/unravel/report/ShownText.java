package org.unravel.report;

/** Text that somebody else wrote, made fit to be shown: it cannot turn the text around it, hide or break the file. */
final class ShownText {

    private static final int REPLACEMENT = 0xFFFD;
    private static final String ELLIPSIS = "…";

    private ShownText() {
    }

    /** The same with a replacement character for control characters but line ends and tabs, marks of direction, and halves of characters. */
    static String of(String text) {
        // thousands of cells hold nothing else
        if (isPlain(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().map(c -> isHarmless(c) ? c : REPLACEMENT).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    /** The same, cut where it is longer than so many characters. */
    static String of(String text, int most) {
        return text.codePointCount(0, text.length()) <= most ? of(text) : of(text.substring(0, text.offsetByCodePoints(0, most))) + ELLIPSIS;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\t';
            // FORMAT holds the marks of direction, and others that nobody sees
            case Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            // the last two of each plane are no characters
            default -> (c & 0xFFFE) != 0xFFFE;
        };
    }
}
