package org.unravel.model;

import java.util.Optional;

/**
 * Why something is not there.
 *
 * @param reason what stands in the way
 * @param text the same in words for people; no code reads it
 * @param other why another way to it, taken because of this reason, led nowhere; what it says is part of the text already
 */
public record Absence(Reason reason, String text, Optional<Absence> other) {

    /** An absence with no other way to go. */
    public Absence(Reason reason, String text) {
        this(reason, text, Optional.empty());
    }

    /** Of what was refused. */
    public static Absence of(ModelException e) {
        return new Absence(e.reason(), e.getMessage());
    }

    /** The same reason in the words of what needs the thing. */
    public Absence saying(String words) {
        return new Absence(reason, words, other);
    }

    /** The same, after another way to it has led nowhere too. */
    public Absence after(Absence otherWay) {
        return new Absence(reason, text + ", " + otherWay.text, Optional.of(otherWay));
    }

    /** True if it is for this reason that something is missing, or that another way to it led nowhere. */
    public boolean isFor(Reason asked) {
        return reason == asked || other.filter(o -> o.isFor(asked)).isPresent();
    }
}
