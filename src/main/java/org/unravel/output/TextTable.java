package org.unravel.output;

import java.util.ArrayList;
import java.util.List;

/** Columns of text side by side. */
final class TextTable {

    private TextTable() {
    }

    /** Rows of equally many cells as lines, indented, each column as wide as its widest cell. */
    static List<String> aligned(List<List<String>> rows) {
        int columnCount = rows.get(0).size();
        int[] width = new int[columnCount];
        for (List<String> row : rows) {
            for (int c = 0; c < columnCount; c++) {
                width[c] = Math.max(width[c], row.get(c).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columnCount; c++) {
                line.append("  ").append(row.get(c)).append(" ".repeat(width[c] - row.get(c).length()));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
