package org.unravel.reproduction;

import java.util.List;

import org.unravel.figure.Axis;

/**
 * One picture of an entry.
 *
 * @param id of its file, {@code figure-<id>.svg}: letters a to z, digits and {@code -}
 * @param title a few words, with the figure of the text where there is one
 * @param caption what is seen
 * @param x its horizontal axis
 * @param y its vertical axis
 * @param columns what is drawn, by names of columns
 * @param end where the picture ends, inclusive; infinite where it ends with the table
 */
record Panel(String id, String title, String caption, Axis x, Axis y, List<String> columns, double end) {

    Panel {
        columns = List.copyOf(columns);
    }

    /** As far as the table goes. */
    Panel(String id, String title, String caption, Axis x, Axis y, List<String> columns) {
        this(id, title, caption, x, y, columns, Double.POSITIVE_INFINITY);
    }

    /** The same, which ends earlier. */
    Panel until(double other) {
        return new Panel(id, title, caption, x, y, columns, other);
    }
}
