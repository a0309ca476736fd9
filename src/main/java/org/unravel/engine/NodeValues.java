package org.unravel.engine;

import org.unravel.numeric.ChebyshevNodes;

/** Where the forms of one lane at the 16 Chebyshev nodes stand in a flat array: n, k, e, c, then p and u where the model has them, then k, e, c of each bath apart. */
final class NodeValues {

    static final int N = ChebyshevNodes.COUNT;
    /** ⟨1⟩. */
    static final int NORM = 0;
    /** ⟨K⟩. */
    static final int JUMP_RATE = N;
    /** ⟨E⟩. */
    static final int ENERGY = 2 * N;
    /** ⟨½{E,K}⟩. */
    static final int ANTICOMMUTATOR = 3 * N;

    private NodeValues() {
    }

    /** ⟨Ė⟩. */
    static int power() {
        return 4 * N;
    }

    /** ⟨i[H,E]⟩. */
    static int unitary(EnergyTerms terms) {
        return terms.power() ? 5 * N : 4 * N;
    }

    /** ⟨K⟩, ⟨E⟩ and ⟨½{E,K}⟩ with the K of a bath apart. */
    static int apart(EnergyTerms terms, int bath) {
        return (terms.formCount() + EnergyTerms.FORMS_APART * bath) * N;
    }
}
