package org.unravel.modelfile;

/**
 * One scalar of a model file and the place where it starts.
 *
 * @param file the name shown to the user, such as {@code model.yaml} or {@code -p omega=2}
 * @param key the key it belongs to, such as {@code hamiltonian}; may be empty
 * @param text the scalar itself
 * @param line line of its first character, from 1
 * @param column column of its first character, from 1
 */
public record Source(String file, String key, String text, int line, int column) {

    /**
     * A part of this scalar, at its own place.
     *
     * @param begin offset of its first character
     * @param end offset after its last character
     */
    public Source part(int begin, int end) {
        return new Source(file, key, text.substring(begin, end), lineAt(begin), columnAt(begin));
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
