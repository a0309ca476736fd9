package org.unravel.reproduction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A table that ships with the program ({@code data/reference}): columns of numbers, or words, by name. */
final class ReferenceTable {

    private static final String FOLDER = "/org/unravel/data/reference/";

    private static final char COMMENT = '#';

    private final String file;
    private final List<String> columns;
    private final List<String[]> rows;

    private ReferenceTable(String file, List<String> lines) {
        this.file = file;
        this.columns = List.of(lines.get(0).split(","));
        this.rows = lines.stream().skip(1).map(l -> l.split(",")).toList();
    }

    /** Reads a table by the name of its file without the ending. */
    static ReferenceTable read(String name) {
        String file = name + ".csv";
        try (InputStream in = ReferenceTable.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + FOLDER + file);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new ReferenceTable(file, reader.lines().filter(l -> !l.isBlank() && l.charAt(0) != COMMENT).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String file() {
        return file;
    }

    List<String> columns() {
        return columns;
    }

    boolean isNumeric(String column) {
        try {
            column(column);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** The column of a name; {@code nan} where not defined, {@code inf} where infinite. */
    double[] column(String column) {
        return Arrays.stream(words(column)).mapToDouble(ReferenceTable::number).toArray();
    }

    private static double number(String text) {
        return switch (text) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /** The same as it stands in the file. */
    String[] words(String column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("expected a column among " + columns + " of " + file + ", found " + column);
        }
        return rows.stream().map(r -> r[index]).toArray(String[]::new);
    }
}
