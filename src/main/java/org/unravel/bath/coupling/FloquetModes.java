package org.unravel.bath.coupling;

import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.BlockMatrix;
import org.unravel.numeric.FourierSum;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.UnitaryEigen;

/**
 * Floquet modes |φ_n(t)⟩ = |φ_n(t + T)⟩ and quasi-energies ε_n in (−π/T, π/T] of a periodic Hamiltonian: e^{−iε_n t}|φ_n(t)⟩ solves the Schrödinger equation (Shirley, Phys. Rev. 138, B979
 * (1965), doi:10.1103/PhysRev.138.B979).
 */
final class FloquetModes {

    private static final double HALF = 0.5;
    /** Of ω: a quasi-energy this close to the lower end is the one at the upper end. */
    private static final double ENDS = 1e-12;

    private final double start;
    private final double period;
    private final PeriodPropagator propagator;
    private final UnitaryEigen eigen;
    private final double[] quasiEnergies;

    /**
     * The modes.
     *
     * @param start t_0, where they are eigenvectors of U(t_0 + T, t_0)
     * @param period T &gt; 0
     */
    FloquetModes(TimeDependentOperator hamiltonian, double start, double period) {
        this.start = start;
        this.period = period;
        this.propagator = new PeriodPropagator(hamiltonian, start, period);
        this.eigen = UnitaryEigen.of(propagator.whole().sparse());
        this.quasiEnergies = eigen.phases().clone();
        for (int n = 0; n < quasiEnergies.length; n++) {
            double part = quasiEnergies[n] / (2 * Math.PI);
            quasiEnergies[n] = (part <= ENDS - HALF ? part + 1 : part) * frequency();
        }
    }

    int dimension() {
        return quasiEnergies.length;
    }

    double period() {
        return period;
    }

    /** ω = 2π/T. */
    double frequency() {
        return 2 * Math.PI / period;
    }

    /** ε_n, in the order of the modes. */
    double[] quasiEnergies() {
        return quasiEnergies;
    }

    /** Time j of N equal steps of the period from t_0 on. */
    double time(int j, int count) {
        return start + j * (period / count);
    }

    /**
     * The modes at times.
     *
     * @param re real parts, shape [times][modes][D]
     * @param im imaginary parts, same shape
     */
    record Samples(double[][][] re, double[][][] im) {

        int count() {
            return re.length;
        }
    }

    /** The modes at N equal steps of a period. */
    Samples at(int count) {
        int d = dimension();
        Samples samples = new Samples(new double[count][d][d], new double[count][d][d]);
        for (int j = 0; j < count; j++) {
            BlockMatrix u = propagator.at(time(j, count));
            for (int n = 0; n < d; n++) {
                double[] re = samples.re[j][n];
                double[] im = samples.im[j][n];
                u.apply(eigen.vectorsRe()[n], eigen.vectorsIm()[n], re, im);
                turn(re, im, quasiEnergies[n] * (j * (period / count)));
            }
        }
        return samples;
    }

    private static void turn(double[] re, double[] im, double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        for (int i = 0; i < re.length; i++) {
            double x = re[i];
            re[i] = x * cos - im[i] * sin;
            im[i] = x * sin + im[i] * cos;
        }
    }

    /** ⟨φ_n(t)|S|φ_m(t)⟩ at the times of samples, shape [2][n][m][times]: real and imaginary parts. */
    static double[][][][] elements(Samples samples, SparseMatrix coupling) {
        int d = coupling.dimension();
        double[][][][] all = new double[2][d][d][samples.count()];
        double[] sRe = new double[d];
        double[] sIm = new double[d];
        for (int j = 0; j < samples.count(); j++) {
            for (int m = 0; m < d; m++) {
                coupling.apply(samples.re[j][m], samples.im[j][m], sRe, sIm);
                for (int n = 0; n < d; n++) {
                    double[] re = samples.re[j][n];
                    double[] im = samples.im[j][n];
                    for (int i = 0; i < d; i++) {
                        all[0][n][m][j] += re[i] * sRe[i] + im[i] * sIm[i];
                        all[1][n][m][j] += re[i] * sIm[i] - im[i] * sRe[i];
                    }
                }
            }
        }
        return all;
    }

    /** Coefficients of Σ_k c_k e^{−ikωt}, t counted from 0, in place of values at N equal steps from t_0 on; order as {@link FourierSum}. */
    void coefficients(double[] re, double[] im) {
        FourierSum.coefficients(re, im);
        if (start == 0) {
            return;
        }
        for (int k = 0; k < re.length; k++) {
            double angle = order(k, re.length) * frequency() * start;
            double x = re[k];
            re[k] = x * Math.cos(angle) - im[k] * Math.sin(angle);
            im[k] = x * Math.sin(angle) + im[k] * Math.cos(angle);
        }
    }

    /** The k whose coefficient is at a place. */
    static int order(int place, int count) {
        return place < count / 2 ? place : place - count;
    }
}
