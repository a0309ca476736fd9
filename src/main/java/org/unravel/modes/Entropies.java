package org.unravel.modes;

import org.unravel.model.TimeGrid;

/** Entropies and purities of Gaussian states that conserve the number of quanta but for a displacement: by the eigenvalues n of their covariance. In nats. */
final class Entropies {

    private Entropies() {
    }

    /** (n + 1) ln(n + 1) − n ln n; 0 of what rounding or noise makes negative. */
    static double of(double n) {
        return n > 0 ? Math.log1p(n) + n * Math.log1p(1 / n) : 0;
    }

    /** Of the whole state, which does not change. */
    static double joint(ComplexMatrix covariance) {
        return sum(HermitianSpectrum.of(covariance));
    }

    private static double sum(double... eigenvalues) {
        double sum = 0;
        for (double n : eigenvalues) {
            sum += of(n);
        }
        return sum;
    }

    /** ln Tr ρ² = −Σ ln(2n + 1). */
    private static double logarithmOfPurity(double... eigenvalues) {
        double sum = 0;
        for (double n : eigenvalues) {
            sum -= Math.log1p(2 * Math.max(0, n));
        }
        return sum;
    }

    /** Entropy and purity of a part at the grid times, shape [2][grid points]. */
    static double[][] of(NormalModes modes, int part, ComplexMatrix covariance) {
        TimeGrid grid = modes.model().time();
        RealMatrix vectors = modes.vectors(part);
        double[][] all = new double[2][grid.pointCount()];
        for (int i = 0; i < grid.pointCount(); i++) {
            double[] n = HermitianSpectrum.of(Instant.block(vectors, new Instant(modes, grid.time(i) - grid.start()).moments(covariance, 0), vectors));
            all[0][i] = sum(n);
            all[1][i] = Math.exp(logarithmOfPurity(n));
        }
        return all;
    }
}
