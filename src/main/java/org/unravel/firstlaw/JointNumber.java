package org.unravel.firstlaw;

import java.util.Optional;

/** A number of a model of two parts that belongs to neither. */
public enum JointNumber {
    /** Tr ρV. */
    INTERACTION_ENERGY("E_int"),
    /** Entropy of the whole. */
    ENTROPY("S_AB"),
    /** S_A + S_B − S_AB. */
    MUTUAL_INFORMATION("I_AB"),
    /** E_int(t) − E_int(0): what switching the interaction on at the start and off at t takes. */
    SWITCHING_WORK("W_switch");

    private final String word;

    JointNumber(String word) {
        this.word = word;
    }

    /** Its name in files. */
    public String word() {
        return word;
    }

    /** The one of a name. */
    public static Optional<JointNumber> named(String word) {
        return java.util.Arrays.stream(values()).filter(n -> n.word.equals(word)).findFirst();
    }
}
