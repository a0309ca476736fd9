package org.unravel.engine;

import org.unravel.numeric.ChebyshevNodes;

/**
 * Forms of one lane at the 16 Chebyshev nodes of a step, unnormalised, shape [{@link NodeForms#MOST}][16]: n, k, e, c, p, u.
 *
 * @param n ⟨1⟩
 * @param k ⟨K⟩
 * @param e ⟨E⟩
 * @param c ⟨½{E,K}⟩
 * @param p ⟨Ė⟩
 * @param u ⟨i[H,E]⟩
 */
record NodeValues(double[] n, double[] k, double[] e, double[] c, double[] p, double[] u) {

    NodeValues() {
        this(new double[ChebyshevNodes.COUNT], new double[ChebyshevNodes.COUNT], new double[ChebyshevNodes.COUNT],
                new double[ChebyshevNodes.COUNT], new double[ChebyshevNodes.COUNT], new double[ChebyshevNodes.COUNT]);
    }
}
