package org.unravel.engine;

/**
 * The forms of one quadrature node on the outer-product rows of the step-start state: n; k, e, c if there is drift; p if there is power; u if
 * there is unitary heat: the forms of 1, K, E, ½{E,K}, Ė, i[H,E].
 *
 * @param terms which of them there are
 * @param coefficients shape [rows][terms.formCount()], flat
 */
record NodeForms(EnergyTerms terms, double[] coefficients) {

    /** Most forms of a node. */
    static final int MOST = 6;
}
