package org.unravel.model;

import java.util.Map;

/**
 * Two groups of boson modes that exchange quanta, and nothing else: H = Σ h_jk a_j†a_k with one real symmetric matrix over the modes of both. It is no {@link Model}: its space has no
 * dimension, and all that is asked of it follows from a matrix of as many rows as there are modes. The first group is part A, the second part B.
 *
 * @param name small letters, digits and {@code -}
 * @param title one line for people, may be empty
 * @param parameters numbers under names, in the order of the file
 * @param first the group that is part A
 * @param second the group that is part B
 * @param coupling g of Σ_jk g_jk (a_j†b_k + b_k†a_j), shape [modes of the first][modes of the second]
 * @param time grid of the curves
 * @param sampling how much is sampled where nobody says otherwise
 */
public record QuadraticModel(String name, String title, Map<String, Double> parameters, ModeGroup first, ModeGroup second, double[][] coupling, TimeGrid time, SamplingDefaults sampling) {

    /** Number of modes of both groups. */
    public int modeCount() {
        return first.count() + second.count();
    }

    /** The matrix h of both groups, those of the first before those of the second, shape [modes][modes]. */
    public double[][] matrix() {
        int n = first.count();
        double[][] all = new double[modeCount()][modeCount()];
        for (int i = 0; i < n; i++) {
            System.arraycopy(first.matrix()[i], 0, all[i], 0, n);
            System.arraycopy(coupling[i], 0, all[i], n, second.count());
        }
        for (int k = 0; k < second.count(); k++) {
            System.arraycopy(second.matrix()[k], 0, all[n + k], n, second.count());
            for (int i = 0; i < n; i++) {
                all[n + k][i] = coupling[i][k];
            }
        }
        return all;
    }

    /** The same at other times. */
    public QuadraticModel withTime(TimeGrid grid) {
        return new QuadraticModel(name, title, parameters, first, second, coupling, grid, sampling);
    }
}
