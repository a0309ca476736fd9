package org.unravel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A table of {@code data/reference}: columns of numbers by name. */
public final class ReferenceTable {

    private final String name;
    private final List<String> columns;
    private final List<String[]> rows;

    private ReferenceTable(String name, List<String> lines) {
        this.name = name;
        this.columns = List.of(lines.get(0).split(","));
        this.rows = lines.stream().skip(1).map(l -> l.split(",")).toList();
    }

    /** Reads a table by the name of its file without the ending. */
    public static ReferenceTable read(String name) {
        String resource = "/org/unravel/data/reference/" + name + ".csv";
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ReferenceTable.class.getResourceAsStream(resource), resource), StandardCharsets.UTF_8))) {
            return new ReferenceTable(name, reader.lines().filter(l -> !l.startsWith("#") && !l.isBlank()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double number(String text) {
        return switch (text) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /** The column of a name, shape [rows]. */
    public double[] column(String column) {
        return Arrays.stream(words(column)).mapToDouble(ReferenceTable::number).toArray();
    }

    /** The same as it stands in the file. */
    public String[] words(String column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("no column " + column + " in " + name + ", which has " + columns);
        }
        return rows.stream().map(r -> r[index]).toArray(String[]::new);
    }
}
