package org.unravel.modelfile;

/**
 * One scalar of a model file and the place where it starts.
 *
 * @param file the name shown to the user, such as {@code model.yaml} or {@code -p omega=2}
 * @param key the key it belongs to, such as {@code hamiltonian}; may be empty
 * @param text the scalar itself
 * @param line line of its first character, from 1; {@link #NO_LINE} of what is no part of a file's text
 * @param column column of its first character, from 1
 */
public record Source(String file, String key, String text, int line, int column) {

    /** Where there are no lines to count: the command line, or a file that was not opened. */
    static final int NO_LINE = 0;

    /** Something that is wrong as a whole. */
    static Source of(String shown) {
        return new Source(shown, "", "", NO_LINE, NO_LINE);
    }

    boolean hasLines() {
        return line != NO_LINE;
    }

    /**
     * A part of this scalar, at its own place.
     *
     * @param begin offset of its first character
     * @param end offset after its last character
     */
    public Source part(int begin, int end) {
        return new Source(file, key, text.substring(begin, end), hasLines() ? lineAt(begin) : NO_LINE, columnAt(begin));
    }

    /** The line of the character at an offset; approximate where the file folds the scalar over lines. */
    int lineAt(int offset) {
        return line + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /** The column of the character at an offset; approximate after the first line of a folded scalar. */
    int columnAt(int offset) {
        int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
        return lineStart == 0 ? column + offset : offset - lineStart + 1;
    }
}
