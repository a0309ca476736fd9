package org.unravel.engine.energy;

import org.unravel.engine.sector.EnergyTerms;
import org.unravel.numeric.ChebyshevNodes;

/** Where the forms of one lane at the 16 Chebyshev nodes stand in a flat array: n, k, e, c, then p and u where the model has them, then k, e, c of each bath apart. */
public final class NodeValues {

    public static final int N = ChebyshevNodes.COUNT;
    /** ⟨1⟩. */
    public static final int NORM = 0;
    /** ⟨K⟩. */
    public static final int JUMP_RATE = N;
    /** ⟨E⟩. */
    public static final int ENERGY = 2 * N;
    /** ⟨½{E,K}⟩. */
    public static final int ANTICOMMUTATOR = 3 * N;

    private NodeValues() {
    }

    /** ⟨Ė⟩. */
    public static int power() {
        return 4 * N;
    }

    /** ⟨i[H,E]⟩. */
    public static int unitary(EnergyTerms terms) {
        return terms.power() ? 5 * N : 4 * N;
    }

    /** ⟨K⟩, ⟨E⟩ and ⟨½{E,K}⟩ with the K of a bath apart. */
    public static int apart(EnergyTerms terms, int bath) {
        return (terms.formCount() + EnergyTerms.FORMS_APART * bath) * N;
    }
}
