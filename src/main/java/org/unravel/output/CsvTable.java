package org.unravel.output;

import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;

/**
 * Rows of comma-separated values: shortest decimals that read back as the same number, an empty cell for NaN, {@code inf} for infinity. Text with a comma, a quote or a line break, which no name
 * of a model file has, stands in quotes. Before text that a spreadsheet would take for a formula, which no name of a model file is either, stands an apostrophe.
 */
public final class CsvTable {

    private static final Pattern SPECIAL = Pattern.compile("[\",\r\n]");
    /** Spreadsheets compute it when they open the file; a number with its sign is none. */
    private static final Pattern FORMULA = Pattern.compile("(?![+-]?[0-9.]+([eE][+-]?[0-9]+)?$)[=+\\-@\\t\\r]");

    private final Writer out;

    /** A table that is written to somewhere; the writer is left open. */
    public CsvTable(Writer out) {
        this.out = out;
    }

    /** One row; cells are text, or {@link Double} where they are numbers. */
    public void row(Iterable<?> cells) throws IOException {
        out.write(line(cells));
        out.write('\n');
    }

    /** One row without the end of its line. */
    public static String line(Iterable<?> cells) {
        StringBuilder line = new StringBuilder();
        String separator = "";
        for (Object cell : cells) {
            line.append(separator).append(cell instanceof Double number ? text(number) : quoted(harmless(cell.toString())));
            separator = ",";
        }
        return line.toString();
    }

    private static String harmless(String text) {
        return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
    }

    private static String quoted(String text) {
        return SPECIAL.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    static String text(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        return Double.toString(value);
    }
}
