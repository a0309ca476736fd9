package org.unravel.reproduction;

import java.util.List;
import java.util.OptionalDouble;

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
 * @param form curves against x, or the path of a Bloch vector, of which the columns are the components
 * @param mark a value of x that the text points at
 * @param end where the picture ends, inclusive; infinite where it ends with the table
 */
record Panel(String id, String title, String caption, Axis x, Axis y, List<String> columns, Form form, OptionalDouble mark, double end) {

    /** What is drawn. */
    enum Form { CURVES, SPHERE }

    Panel {
        columns = List.copyOf(columns);
    }

    /** Curves. */
    Panel(String id, String title, String caption, Axis x, Axis y, List<String> columns) {
        this(id, title, caption, x, y, columns, Form.CURVES, OptionalDouble.empty(), Double.POSITIVE_INFINITY);
    }

    /** The exact path of a Bloch vector by its three components. */
    static Panel sphere(String id, String title, String caption, String... components) {
        Axis none = Axis.linear("", "");
        return new Panel(id, title, caption, none, none, List.of(components), Form.SPHERE, OptionalDouble.empty(), Double.POSITIVE_INFINITY);
    }

    /** The same with a line at a value of x. */
    Panel marked(double at) {
        return new Panel(id, title, caption, x, y, columns, form, OptionalDouble.of(at), end);
    }

    /** The same, which ends earlier. */
    Panel until(double other) {
        return new Panel(id, title, caption, x, y, columns, form, mark, other);
    }
}
