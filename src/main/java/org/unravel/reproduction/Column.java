package org.unravel.reproduction;

import java.util.Optional;

/**
 * A column of a table and how the program makes it.
 *
 * @param name in the table
 * @param unit as the table has it
 * @param sign which way it counts
 * @param definition what it is, in a phrase
 * @param reading how its values come from what was computed; null of a column that is not judged
 * @param tolerance largest deviation of the exact curve, in units of the largest finite value of the table
 * @param margin above 0 in the rows that are judged, the others are skipped; empty where all are
 */
record Column(String name, String unit, Sign sign, String definition, Reading reading, double tolerance, Optional<Reading> margin) {

    /** What the tables are held to: they have 12 digits. */
    static final double TOLERANCE = 1e-8;

    static Column of(String name, String unit, Sign sign, String definition, Reading reading) {
        return new Column(name, unit, sign, definition, reading, TOLERANCE, Optional.empty());
    }

    /** A column that the program does not make: its cells stay empty and the entry's remark says so. */
    static Column unjudged(String name, String unit, Sign sign, String definition) {
        return new Column(name, unit, sign, definition, null, TOLERANCE, Optional.empty());
    }

    /** The same, held to another tolerance, which the remark explains. */
    Column within(double other) {
        return new Column(name, unit, sign, definition, reading, other, margin);
    }

    /** The same, judged only in the rows where a reading exceeds a value, which the remark explains. */
    Column whereAbove(double least, Reading modulus) {
        return new Column(name, unit, sign, definition, reading, tolerance, Optional.of(modulus.affine(1, -least)));
    }

    /** The same, made in another way. */
    Column read(Reading other) {
        return new Column(name, unit, sign, definition, other, tolerance, margin);
    }

    boolean isJudged() {
        return reading != null;
    }
}
