package org.unravel.reproduction;

/**
 * A column of a table and how the program makes it.
 *
 * @param name in the table
 * @param unit as the table has it
 * @param sign which way it counts
 * @param definition what it is, in a phrase
 * @param reading how its values come from what was computed; null of a column that is not judged
 * @param tolerance largest deviation of the exact curve, in units of the largest finite value of the table
 */
record Column(String name, String unit, Sign sign, String definition, Reading reading, double tolerance) {

    /** What the tables are held to: they have 12 digits. */
    static final double TOLERANCE = 1e-8;

    static Column of(String name, String unit, Sign sign, String definition, Reading reading) {
        return new Column(name, unit, sign, definition, reading, TOLERANCE);
    }

    /** A column that the program does not make: its cells stay empty and the entry's remark says so. */
    static Column unjudged(String name, String unit, Sign sign, String definition) {
        return new Column(name, unit, sign, definition, null, TOLERANCE);
    }

    /** The same, held to another tolerance, which the remark explains. */
    Column within(double other) {
        return new Column(name, unit, sign, definition, reading, other);
    }

    boolean isJudged() {
        return reading != null;
    }
}
