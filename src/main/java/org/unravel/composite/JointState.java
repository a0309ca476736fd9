package org.unravel.composite;

import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrix;


/** A state of the whole space at one time, and how it changes. The arrays are its own: not to be written. */
public sealed interface JointState {

    /** Elements of an integrated or sampled density matrix are known no better. */
    double NOISE = 1e-16;

    /** Tr[Oρ], real for a Hermitian operator on the whole space. */
    double mean(SparseMatrix operator);

    /** −Tr ρ ln ρ, in nats; NaN of an average with weights of both signs that is no state. */
    double entropy();

    /**
     * A density matrix.
     *
     * @param dimension D
     * @param state packed in D² real numbers: in row i and column j stands the real part of the element for i ≥ j, its imaginary part for i &lt; j
     * @param rate ρ̇, packed likewise; empty, of length 0, where nobody needs it
     */
    record Density(int dimension, double[] state, double[] rate) implements JointState {

        private static final double NEGATIVE = -1e-9;

        @Override
        public double mean(SparseMatrix operator) {
            return PackedMatrix.traceOfProduct(operator, state, dimension);
        }

        @Override
        public double entropy() {
            double[] populations = HermitianEigen.of(PackedMatrix.sparse(state, dimension), NOISE).values();
            return populations[0] < NEGATIVE ? Double.NaN : Schmidt.entropy(populations);
        }
    }

    /**
     * A mixture of orthonormal kets, as that of a closed model is which started from few.
     *
     * @param weights probabilities, which add up to 1
     * @param re real parts of the kets, shape [kets][D]
     * @param im imaginary parts
     * @param rateRe real parts of ψ̇ of each, same shape; of no kets where nobody needs it
     * @param rateIm imaginary parts
     */
    record Mixture(double[] weights, double[][] re, double[][] im, double[][] rateRe, double[][] rateIm) implements JointState {

        @Override
        public double mean(SparseMatrix operator) {
            double sum = 0;
            for (int c = 0; c < weights.length; c++) {
                sum += weights[c] == 0 ? 0 : weights[c] * operator.expectation(re[c], im[c]);
            }
            return sum;
        }

        @Override
        public double entropy() {
            return Schmidt.entropy(weights);
        }

        /** The same kets with other weights. */
        public Mixture weighted(double[] others) {
            return new Mixture(others, re, im, rateRe, rateIm);
        }

        /** The same with ψ̇ = −iHψ. */
        public Mixture under(SparseMatrix hamiltonian) {
            double[][] x = new double[re.length][hamiltonian.dimension()];
            double[][] y = new double[re.length][hamiltonian.dimension()];
            for (int c = 0; c < re.length; c++) {
                hamiltonian.apply(re[c], im[c], y[c], x[c]);
                for (int i = 0; i < y[c].length; i++) {
                    y[c][i] = -y[c][i];
                }
            }
            return new Mixture(weights, re, im, x, y);
        }

        /** The density matrix, packed as in {@link Density}. */
        public double[] packed() {
            int d = re[0].length;
            double[] packed = new double[d * d];
            for (int c = 0; c < weights.length; c++) {
                for (int i = 0; i < d; i++) {
                    for (int j = 0; j <= i; j++) {
                        packed[i * d + j] += weights[c] * (re[c][i] * re[c][j] + im[c][i] * im[c][j]);
                        if (j < i) {
                            packed[j * d + i] += weights[c] * (im[c][j] * re[c][i] - re[c][j] * im[c][i]);
                        }
                    }
                }
            }
            return packed;
        }
    }
}
