package org.unravel.reproduction;

import org.unravel.exact.Generator;
import org.unravel.exact.StateEvolution;
import org.unravel.model.Model;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** dS/dt = −Tr ρ̇ ln ρ of the exact state, in nats per time; infinite where a rank grows. */
final class EntropyRate {

    /** Multiply-adds: seconds of any entry. */
    private static final double WORK = 1e11;
    /** Eigenvalue of a density matrix that is rounding of 0. */
    private static final double ROUNDING = 1e-14;

    private EntropyRate() {
    }

    static double[] of(Model model, double... times) {
        StateEvolution evolution = new StateEvolution(model.withTime(new TimeGrid(times[0], times[times.length - 1], times.length)), WORK);
        Generator generator = new Generator(model);
        double[][] states = evolution.states(evolution.initial(), times);
        double[] rates = new double[times.length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = rate(states[i].clone(), generator.rate(times[i], times[i], states[i].clone()), model.dimension());
        }
        return rates;
    }

    private static double rate(double[] state, double[] change, int dimension) {
        HermitianEigen eigen = HermitianEigen.of(unpacked(state, dimension));
        SparseMatrix moving = unpacked(change, dimension);
        double sum = 0;
        for (int k = 0; k < dimension; k++) {
            double into = moving.expectation(eigen.vectorsRe()[k], eigen.vectorsIm()[k]);
            if (eigen.values()[k] > ROUNDING) {
                sum -= into * Math.log(eigen.values()[k]);
            } else if (into > ROUNDING) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return sum;
    }

    private static SparseMatrix unpacked(double[] packed, int d) {
        SparseMatrixBuilder matrix = new SparseMatrixBuilder(d);
        for (int i = 0; i < d; i++) {
            matrix.add(i, i, packed[i * d + i], 0);
            for (int j = 0; j < i; j++) {
                matrix.add(i, j, packed[i * d + j], -packed[j * d + i]).add(j, i, packed[i * d + j], packed[j * d + i]);
            }
        }
        return matrix.build();
    }
}
