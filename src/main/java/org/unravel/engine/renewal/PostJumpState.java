package org.unravel.engine.renewal;

import org.unravel.engine.lane.HermitianRows;
import org.unravel.numeric.SparseMatrix;

/**
 * A state in which trajectories start or go on after a jump, with all that its no-jump evolution needs, in a basis of the subspace in which it
 * stays. The state is the first basis vector.
 *
 * @param generator −iH_eff up to a constant phase
 * @param jumpRate K
 * @param energy E
 * @param anticommutator ½{E,K}
 * @param apart for each bath whose drift heat is integrated apart, K and ½{E,K} of that bath
 * @param unitary i[H,E]; null where the energy is the Hamiltonian
 * @param observables the model's observables
 * @param jumps the jumps that can happen, in the order of the channels
 * @param space the basis
 */
record PostJumpState(SparseMatrix generator, HermitianRows jumpRate, HermitianRows energy, HermitianRows anticommutator, Dissipation[] apart,
        HermitianRows unitary, HermitianRows[] observables, Jump[] jumps, KrylovSpace space) {

    /**
     * What one bath does between jumps.
     *
     * @param jumpRate K of the bath
     * @param anticommutator ½{E,K} with it
     */
    record Dissipation(HermitianRows jumpRate, HermitianRows anticommutator) {
    }

    /**
     * A jump that can happen.
     *
     * @param channel index of the channel
     * @param target index of the state after it
     * @param amplitudeRe real parts of √γ⟨target|A|q_j⟩ for each basis vector
     * @param amplitudeIm imaginary parts
     */
    record Jump(int channel, int target, double[] amplitudeRe, double[] amplitudeIm) {

        /** Rate of the jump times the squared norm, in a ket of the subspace. */
        double rate(double[] re, double[] im) {
            double x = 0;
            double y = 0;
            for (int j = 0; j < re.length; j++) {
                x += amplitudeRe[j] * re[j] - amplitudeIm[j] * im[j];
                y += amplitudeRe[j] * im[j] + amplitudeIm[j] * re[j];
            }
            return x * x + y * y;
        }
    }

    /** Dimension of the subspace; 1 for a state that only decays. */
    int dimension() {
        return generator.dimension();
    }
}
