package org.unravel.bath.coupling;

import java.util.Locale;

/** What is done with the Lamb shift of a bath, H_LS = Σ_ν S(ν)A(ν)†A(ν). Frequencies, rates and quanta are those of H without it. */
public enum LambShift {
    /** It is left out. */
    NONE,
    /** It acts on states and does not count as energy. */
    DYNAMICS,
    /** It acts on states and is part of the energy. */
    ENERGY;

    /** Its name in the model file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
