package org.unravel.output;

import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;

/**
 * Rows of comma-separated values: shortest decimals that read back as the same number, an empty cell for NaN, {@code inf} for infinity. Text with a comma, a quote or a line break, which no name
 * of a model file has, stands in quotes.
 */
public final class CsvTable {

    private static final Pattern SPECIAL = Pattern.compile("[\",\r\n]");

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
            line.append(separator).append(cell instanceof Double number ? text(number) : quoted(cell.toString()));
            separator = ",";
        }
        return line.toString();
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
