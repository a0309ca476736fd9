package org.unravel.reproduction;

/** Which way a column of a table counts. */
public enum Sign {
    /** Energy, heat, work or a current, positive when it raises the energy of the system; entropy when it grows. */
    INTO_SYSTEM("positive into the system"),
    /** Positive when it leaves the system: the opposite of what a run shows. */
    OUT_OF_SYSTEM("positive out of the system"),
    /** Energy, heat or work of one part of two, positive when it raises the energy of that part. */
    INTO_PART("positive into the part"),
    /** Positive when the part gives it away, to the other part or to a bath. */
    PROVIDED_BY_PART("positive when the part provides it"),
    /** A quantity without a direction: a population, an angle, a variance. */
    NONE("no direction");

    private final String text;

    Sign(String text) {
        this.text = text;
    }

    /** In words, as in {@code signs.csv}. */
    public String text() {
        return text;
    }
}
