package org.unravel.modes;

/**
 * What is known of one state against time; shapes [part][grid points] where nothing else is said.
 *
 * @param energies of A, of B and of their interaction, shape [3][grid points]
 * @param entropies of the parts, in nats; none where they are not known
 * @param purities of the parts; likewise
 * @param jointEntropy of the whole, in nats
 * @param displaced energies that the displacements of the parts have
 * @param meanForce energies of the parts by their Hamiltonians of mean force; null of a part that has none
 * @param minimal by minimal dissipation; none where it is not known
 */
record ModesAccount(double[][] energies, double[][] entropies, double[][] purities, double jointEntropy, double[][] displaced, double[][] meanForce, MinimalDissipation.Curves[] minimal) {

    double[] energy(int part) {
        return energies[part];
    }

    double[] interaction() {
        return energies[2];
    }

    /** Σ of factors times curves. */
    static double[] sum(double[] factors, double[]... curves) {
        double[] sum = new double[curves[0].length];
        for (int c = 0; c < curves.length; c++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += factors[c] * curves[c][i];
            }
        }
        return sum;
    }

    /** A curve less its first value. */
    static double[] change(double... curve) {
        double[] change = curve.clone();
        for (int i = 0; i < change.length; i++) {
            change[i] -= curve[0];
        }
        return change;
    }
}
