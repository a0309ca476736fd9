package org.unravel.reproduction;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Where an entry is computed: the columns that are given, by their names, of one length; the first one is x.
 *
 * @param given x first, with the columns that say what a row is
 */
record Rows(Map<String, double[]> given) {

    /** The number of the row, from 0: x of a table of words. */
    static final String ROW = "row";

    Rows {
        given = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }

    /** Equal steps, both ends included. */
    static Rows even(String x, double from, double to, int count) {
        return new Rows(Map.of(x, IntStream.range(0, count).mapToDouble(i -> (from * (count - 1 - i) + to * i) / (count - 1)).toArray()));
    }

    static Rows of(ReferenceTable table) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        table.columns().stream().filter(table::isNumeric).forEach(c -> columns.put(c, table.column(c)));
        columns.put(ROW, IntStream.range(0, table.words(table.columns().get(0)).length).asDoubleStream().toArray());
        return new Rows(columns);
    }

    double[] column(String name) {
        double[] values = given.get(name);
        if (values == null) {
            throw new IllegalArgumentException("expected a given column among " + given.keySet() + ", found " + name);
        }
        return values;
    }

    int count() {
        return given.values().iterator().next().length;
    }
}
