package org.unravel.figure;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One picture.
 *
 * @param id for links and file names: letters a to z, digits and {@code -}, unique in a run
 * @param title a few words
 * @param caption what is shown, and what it must be; a sentence or two for people
 * @param x horizontal axis
 * @param y vertical axis
 * @param series in the order of the legend, at least one
 * @param files of the run that hold the same numbers, all of them and to all digits; empty if none does
 * @param marks what error bars are marked for, in words
 */
public record Figure(String id, String title, String caption, Axis x, Axis y, List<Series> series, List<String> files, String marks) {

    private static final String FEW_EVENTS = "error bars that rest on few events";
    private static final Pattern ID = Pattern.compile("[a-z0-9-]+");

    /** Checks the id; lists are copied. */
    public Figure {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("expected an id of letters a to z, digits and -, found '" + id + "'");
        }
        series = List.copyOf(series);
        files = List.copyOf(files);
    }

    /** Of numbers that stand in no file of the run. */
    public Figure(String id, String title, String caption, Axis x, Axis y, List<Series> series) {
        this(id, title, caption, x, y, series, List.of(), FEW_EVENTS);
    }

    /** Whose error bars are marked where they rest on few events. */
    public Figure(String id, String title, String caption, Axis x, Axis y, List<Series> series, List<String> files) {
        this(id, title, caption, x, y, series, files, FEW_EVENTS);
    }

    /** The same with another caption. */
    Figure withCaption(String other) {
        return new Figure(id, title, other, x, y, series, files, marks);
    }

    /** The same under another id. */
    public Figure withId(String other) {
        return new Figure(other, title, caption, x, y, series, files, marks);
    }

    /** The same, of numbers that stand in these files of the run. */
    public Figure in(String... names) {
        return new Figure(id, title, caption, x, y, series, List.of(names), marks);
    }

    /** The same where error bars are marked for another reason. */
    Figure withMarks(String meaning) {
        return new Figure(id, title, caption, x, y, series, files, meaning);
    }
}
