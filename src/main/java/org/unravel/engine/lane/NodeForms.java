package org.unravel.engine.lane;

import org.unravel.engine.sector.EnergyTerms;

/**
 * The forms of one quadrature node on the outer-product rows of the step-start state: n; k, e, c if there is drift; p if there is power; u if
 * there is unitary heat: the forms of 1, K, E, ½{E,K}, Ė, i[H,E].
 *
 * @param terms which of them there are
 * @param coefficients shape [rows][terms.formCount()], flat
 * @param apart n, k, e, c for each bath apart, with the K of that bath: shape [baths apart][rows][4], the last two flat, as the loops of drift heat want them
 */
public record NodeForms(EnergyTerms terms, double[] coefficients, double[][] apart) {

    /** Most forms of a node. */
    public static final int MOST = 6;
    /** Forms of a bath apart. */
    public static final int APART = 1 + EnergyTerms.FORMS_APART;
}
