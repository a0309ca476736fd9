package org.unravel.output;

import java.io.IOException;
import java.io.Writer;

/** Rows of comma-separated values: shortest decimals that read back as the same number, an empty cell for NaN, {@code inf} for infinity. */
final class CsvTable {

    private final Writer out;

    CsvTable(Writer out) {
        this.out = out;
    }

    /** One row; cells are text, or {@link Double} where they are numbers. */
    void row(Iterable<?> cells) throws IOException {
        String separator = "";
        for (Object cell : cells) {
            out.write(separator);
            out.write(cell instanceof Double number ? text(number) : cell.toString());
            separator = ",";
        }
        out.write('\n');
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
