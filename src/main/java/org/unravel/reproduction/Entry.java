package org.unravel.reproduction;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.unravel.firstlaw.dissipation.Identity;

/**
 * One table of a text, and how the program makes its curves.
 *
 * @param name the table's, with hyphens
 * @param title one line for people
 * @param text which text, and which figure or equation of it
 * @param table name of the reference table; empty where none is shipped, so that nothing is judged
 * @param rows where it is computed; those of the table where it has one
 * @param settings what is computed
 * @param columns in the order of the table, x first
 * @param panels its figures
 * @param identities equations that are checked with both sides; found when they are asked for
 * @param remark where a text is wrong or unclear, what was settled, and what is not judged; may be empty
 */
public record Entry(String name, String title, String text, Optional<String> table, Optional<Rows> rows, List<Setting> settings, List<Column> columns, List<Panel> panels,
        Supplier<List<Identity>> identities, String remark) {

    /** Copies the lists. */
    public Entry {
        settings = List.copyOf(settings);
        columns = List.copyOf(columns);
        panels = List.copyOf(panels);
    }

    /** One of a table. */
    static Entry of(String name, String title, String text, List<Setting> settings, List<Column> columns, List<Panel> panels) {
        return new Entry(name, title, text, Optional.of(name.replace('-', '_')), Optional.empty(), settings, columns, panels, List::of, "");
    }

    /** The same without a table, on a grid of its own. */
    Entry untabled(Rows grid) {
        return new Entry(name, title, text, Optional.empty(), Optional.of(grid), settings, columns, panels, identities, remark);
    }

    Entry with(Supplier<List<Identity>> others) {
        return new Entry(name, title, text, table, rows, settings, columns, panels, others, remark);
    }

    Entry remarked(String other) {
        return new Entry(name, title, text, table, rows, settings, columns, panels, identities, other);
    }

    Entry with(List<Column> others) {
        return new Entry(name, title, text, table, rows, settings, others, panels, identities, remark);
    }
}
