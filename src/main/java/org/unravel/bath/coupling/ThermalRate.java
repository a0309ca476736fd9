package org.unravel.bath.coupling;

import org.unravel.model.Channel;
import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SpectralNorm;

/**
 * How fast a channel is at the temperature of its bath: the mean of its jump rate over its own jumps from the thermal state, γ Tr[ρ(A†A)²]/Tr[ρA†A]. Of a qubit that is γ, of an oscillator
 * γ(1 + 2n): no matter where its ladder is cut.
 */
final class ThermalRate {

    /** e^{−x} is a number. */
    private static final double LARGEST_EXPONENT = 600;
    /** Of the squared norm: an operator whose singular values all but one vanish has one rate, whatever the state. */
    private static final double RANK_ONE = 1e-9;

    private final HermitianEigen levels;
    private final double[] weights;

    /**
     * Rates at one time.
     *
     * @param hamiltonian H at that time
     * @param beta inverse temperature, may be infinite
     */
    ThermalRate(SparseMatrix hamiltonian, double beta) {
        levels = HermitianEigen.of(hamiltonian);
        double[] e = levels.values();
        double spread = e[e.length - 1] - e[0];
        double cold = spread > 0 ? Math.min(beta, LARGEST_EXPONENT / spread) : 0;
        weights = new double[e.length];
        for (int k = 0; k < e.length; k++) {
            weights[k] = Math.exp(-cold * (e[k] - e[0]));
        }
    }

    /** The rate of a channel at this time. */
    double of(Channel channel, double t) {
        SparseMatrix a = channel.operator().at(t);
        double gamma = channel.rate().at(t).re();
        double norm = SpectralNorm.of(a);
        double total = 0;
        for (int p = 0; p < a.nonZeroCount(); p++) {
            total += a.re()[p] * a.re()[p] + a.im()[p] * a.im()[p];
        }
        return total <= (1 + RANK_ONE) * norm * norm ? gamma * norm * norm : gamma * mean(a);
    }

    private double mean(SparseMatrix a) {
        int n = a.dimension();
        SparseMatrix adjoint = a.adjoint();
        double[][] once = new double[2][n];
        double[][] twice = new double[2][n];
        double first = 0;
        double second = 0;
        for (int k = 0; k < n; k++) {
            a.apply(levels.vectorsRe()[k], levels.vectorsIm()[k], once[0], once[1]);
            adjoint.apply(once[0], once[1], twice[0], twice[1]);
            first += weights[k] * square(once);
            second += weights[k] * square(twice);
        }
        return first > 0 ? second / first : 0;
    }

    private static double square(double[][] ket) {
        double sum = 0;
        for (int i = 0; i < ket[0].length; i++) {
            sum += ket[0][i] * ket[0][i] + ket[1][i] * ket[1][i];
        }
        return sum;
    }
}
