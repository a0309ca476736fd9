package org.unravel.bath.coupling;

import org.unravel.model.ModelException;
import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/**
 * Floquet modes |φ_n(t)⟩ = e^{iε_n(t − t_0)}U(t)|v_n⟩ at equally spaced times of a period, v_n the eigenvectors of the propagator of the period, e^{−iε_nT} its eigenvalues.
 *
 * @param quasiEnergies ε_n in (−ω_d/2, ω_d/2], shape [D]
 * @param re real parts of the modes, shape [N][D modes][D]
 * @param im imaginary parts, same shape
 */
record FloquetModes(double[] quasiEnergies, double[][][] re, double[][][] im) {

    /** Mixtures of the two Hermitian parts of a unitary; of one of them no two eigenvalues coincide that are apart. */
    private static final double[] MIXTURES = {0.37, -1.13, 2.71, -0.19, 5.3};
    /** ‖Uv − λv‖ of eigenvectors, some roundings of the steps of a period. */
    private static final double EIGENVECTOR = 1e-11;
    /** A quasi-energy this close to the lower end of its zone, in units of ω_d, is at the upper one. */
    private static final double AT_THE_END = 1e-12;

    static FloquetModes of(PeriodPropagators propagators) {
        double[][] re = propagators.re()[propagators.count()];
        double[][] im = propagators.im()[propagators.count()];
        for (double mixture : MIXTURES) {
            HermitianEigen eigen = HermitianEigen.of(mixed(re, im, mixture));
            double[] phases = phases(re, im, eigen);
            if (phases.length > 0) {
                return new FloquetModes(quasiEnergies(phases, propagators.period()), new double[propagators.count()][][], new double[propagators.count()][][]).filled(propagators, eigen);
            }
        }
        throw new ModelException("expected eigenvectors of the propagator of a period, found none to rounding", "equation");
    }

    /** (U + U†)/2 + α(U − U†)/2i. */
    private static SparseMatrix mixed(double[][] re, double[][] im, double alpha) {
        int d = re.length;
        SparseMatrixBuilder sum = new SparseMatrixBuilder(d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                sum.add(i, j, (re[i][j] + re[j][i]) / 2 + alpha * (im[i][j] + im[j][i]) / 2, (im[i][j] - im[j][i]) / 2 - alpha * (re[i][j] - re[j][i]) / 2);
            }
        }
        return sum.build();
    }

    /** arg λ of each eigenvector; none if one of them is no eigenvector of U. */
    private static double[] phases(double[][] re, double[][] im, HermitianEigen eigen) {
        int d = re.length;
        double[] phases = new double[d];
        for (int n = 0; n < d; n++) {
            double[] x = eigen.vectorsRe()[n];
            double[] y = eigen.vectorsIm()[n];
            double[][] image = image(re, im, x, y);
            double lambdaRe = 0;
            double lambdaIm = 0;
            for (int i = 0; i < d; i++) {
                lambdaRe += x[i] * image[0][i] + y[i] * image[1][i];
                lambdaIm += x[i] * image[1][i] - y[i] * image[0][i];
            }
            for (int i = 0; i < d; i++) {
                double off = Math.hypot(image[0][i] - lambdaRe * x[i] + lambdaIm * y[i], image[1][i] - lambdaRe * y[i] - lambdaIm * x[i]);
                if (off > EIGENVECTOR) {
                    return new double[0];
                }
            }
            phases[n] = Math.atan2(lambdaIm, lambdaRe);
        }
        return phases;
    }

    private static double[][] image(double[][] re, double[][] im, double[] x, double[] y) {
        int d = re.length;
        double[][] out = new double[2][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                out[0][i] += re[i][j] * x[j] - im[i][j] * y[j];
                out[1][i] += re[i][j] * y[j] + im[i][j] * x[j];
            }
        }
        return out;
    }

    private static double[] quasiEnergies(double[] phases, double period) {
        double[] energies = new double[phases.length];
        double zone = 2 * Math.PI / period;
        for (int n = 0; n < phases.length; n++) {
            double e = -phases[n] / period;
            energies[n] = e <= -zone / 2 + AT_THE_END * zone ? e + zone : e;
        }
        return energies;
    }

    private FloquetModes filled(PeriodPropagators propagators, HermitianEigen eigen) {
        int d = quasiEnergies.length;
        for (int k = 0; k < propagators.count(); k++) {
            re[k] = new double[d][];
            im[k] = new double[d][];
            for (int n = 0; n < d; n++) {
                double[][] moved = image(propagators.re()[k], propagators.im()[k], eigen.vectorsRe()[n], eigen.vectorsIm()[n]);
                double angle = quasiEnergies[n] * (propagators.time(k) - propagators.start());
                double c = Math.cos(angle);
                double s = Math.sin(angle);
                re[k][n] = new double[d];
                im[k][n] = new double[d];
                for (int i = 0; i < d; i++) {
                    re[k][n][i] = c * moved[0][i] - s * moved[1][i];
                    im[k][n][i] = c * moved[1][i] + s * moved[0][i];
                }
            }
        }
        return this;
    }
}
