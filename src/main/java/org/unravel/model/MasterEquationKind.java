package org.unravel.model;

import java.util.Locale;

/** From a coupling to jump operators: the equations of weak coupling that are built. */
public enum MasterEquationKind {
    /** Jumps between levels of the whole, constant H (Davies). */
    GLOBAL,
    /** Jumps between levels of the part of H that the coupling acts on. */
    LOCAL,
    /** Jumps between the levels of H(t) at each time; for a slow H(t). */
    ADIABATIC,
    /** Jumps between the Floquet modes of a periodic H(t). */
    FLOQUET;

    /** Its name in the model file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
