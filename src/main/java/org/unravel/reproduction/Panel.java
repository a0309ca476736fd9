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
 */
record Panel(String id, String title, String caption, Axis x, Axis y, List<String> columns) {

    Panel {
        columns = List.copyOf(columns);
    }
}
