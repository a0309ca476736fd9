package org.unravel.print;

import java.awt.Font;
import java.awt.font.FontRenderContext;

/** Texts that people wrote, made fit to be drawn: one line, nothing that XML cannot hold or that turns the direction of what follows, no wider than its place. */
final class PlainText {

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final String CUT = "…";

    private static final int LONGEST = 4000;

    /** Wider than any place; what is beyond need not be measured. */
    private static final int WIDEST = 200;

    private PlainText() {
    }

    /** The text without control and format characters and without what is no character; gaps become single blanks. */
    static String of(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().limit(LONGEST).map(PlainText::shown).filter(c -> c >= 0).forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }

    private static int shown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SPACE_SEPARATOR -> Character.isWhitespace(c) || c == '\u00a0' ? ' ' : -1;
            case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> -1;
            default -> c;
        };
    }

    /** The same, cut where it is wider than its place. */
    static String fit(String text, Font font, double width) {
        String plain = of(text);
        if (plain.length() <= WIDEST && width(plain, font) <= width) {
            return plain;
        }
        int length = plain.offsetByCodePoints(0, Math.min(WIDEST, plain.codePointCount(0, plain.length())));
        while (length > 0 && width(plain.substring(0, length) + CUT, font) > width) {
            length = plain.offsetByCodePoints(length, -1);
        }
        return plain.substring(0, length) + CUT;
    }

    /** Width in points. */
    static double width(String text, Font font) {
        return font.getStringBounds(text, EXACT).getWidth();
    }
}
