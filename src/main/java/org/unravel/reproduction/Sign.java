package org.unravel.reproduction;

/** Which way a column of a table counts. */
public enum Sign {
    /** Energy, heat, work or a current, positive when it raises the energy of the system; entropy when it grows. */
    INTO_SYSTEM("positive into the system"),
    /** Positive when it leaves the system: the opposite of what a run shows. */
    OUT_OF_SYSTEM("positive out of the system"),
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
