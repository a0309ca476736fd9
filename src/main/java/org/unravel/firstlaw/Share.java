package org.unravel.firstlaw;

/** A number that a definition gives: the change of its energy, and what it is split into; all positive into the part. */
public enum Share {
    /** Change of the energy since the start. */
    CHANGE("dU"),
    /** Heat since the start. */
    HEAT("Q"),
    /** Work since the start. */
    WORK("W"),
    /** A third share, of a definition that has one. */
    REMAINDER("C");

    private final String word;

    Share(String word) {
        this.word = word;
    }

    /** Its name in files and tables. */
    public String word() {
        return word;
    }
}
