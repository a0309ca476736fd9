package org.unravel.bath.coupling;

import org.unravel.model.ModelException;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.BlockMatrix;
import org.unravel.numeric.BlockPartition;
import org.unravel.numeric.ChebyshevNodes;
import org.unravel.numeric.CollocationPropagator;
import org.unravel.numeric.SparseMatrix;

/**
 * The propagators U(t_k) of dU/dt = −iH(t)U from the start of a period to equally spaced times of it, t_k = kT/N after the start, k = 0 … N; by collocation, to rounding of N steps.
 *
 * @param start of the period, a time
 * @param period T
 * @param re real parts, shape [N + 1][D][D], the first index of a matrix is the row
 * @param im imaginary parts, same shape
 */
record PeriodPropagators(double start, double period, double[][][] re, double[][][] im) {

    /** Of one step: h‖H‖ at most this takes the polynomial of degree 15 to rounding. */
    static final double LONGEST_STEP = 0.5;

    /**
     * Propagates over a period.
     *
     * @param count N, so large that H turns by less than {@link #LONGEST_STEP} in a step
     */
    static PeriodPropagators of(TimeDependentOperator hamiltonian, double start, double period, int count) {
        int d = hamiltonian.dimension();
        double[][][] re = new double[count + 1][d][d];
        double[][][] im = new double[count + 1][d][d];
        for (int i = 0; i < d; i++) {
            re[0][i][i] = 1;
        }
        BlockPartition whole = BlockPartition.whole(d);
        for (int k = 0; k < count; k++) {
            double from = start + period * k / count;
            double to = start + period * (k + 1) / count;
            SparseMatrix[] generators = new SparseMatrix[ChebyshevNodes.COUNT];
            for (int j = 0; j < generators.length; j++) {
                double t = (from + to) / 2 + ChebyshevNodes.node(j) * (to - from) / 2;
                generators[j] = hamiltonian.at(t, (from + to) / 2).scaled(0, -1);
            }
            BlockMatrix[] v = CollocationPropagator.solve(whole, generators, to - from);
            if (v == null) {
                throw new ModelException("expected a hamiltonian that can be followed over its period, found that it cannot near t = " + BathRate.number(from), "equation");
            }
            multiply(v[ChebyshevNodes.COUNT - 1], re[k], im[k], re[k + 1], im[k + 1]);
        }
        return new PeriodPropagators(start, period, re, im);
    }

    /** Number of steps N. */
    int count() {
        return re.length - 1;
    }

    /** The time of a sample. */
    double time(int k) {
        return start + period * k / count();
    }

    private static void multiply(BlockMatrix v, double[][] re, double[][] im, double[][] outRe, double[][] outIm) {
        int d = re.length;
        for (int i = 0; i < d; i++) {
            for (int l = 0; l < d; l++) {
                double x = v.re()[i * d + l];
                double y = v.im()[i * d + l];
                for (int j = 0; j < d; j++) {
                    outRe[i][j] += x * re[l][j] - y * im[l][j];
                    outIm[i][j] += x * im[l][j] + y * re[l][j];
                }
            }
        }
    }
}
