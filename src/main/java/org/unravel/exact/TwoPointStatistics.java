package org.unravel.exact;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.unravel.exact.CountingDistribution.Atom;
import org.unravel.model.Model;
import org.unravel.numeric.HermitianEigen;

/**
 * Exact statistics of measurements at both ends of a run (trajectories.md §4).
 *
 * @param finalState eigenvectors and populations of ρ(τ)
 * @param work moments of W_TPM, in the model's unit of energy
 * @param entropyProduction moments of σ, where it is defined
 * @param jarzynski moments of e^{−βW} where that relation holds
 * @param partitionRatio Z(τ)/Z(0) from the energies alone, where that relation holds: what the mean of e^{−βW} must be
 * @param integral moments of e^{−σ}, where σ is defined; the mean is 1 if the initial state is of full rank, else less
 * @param characteristicFunction E[e^{iuW}] at 32 arguments up to four inverse standard deviations of W, where it scatters
 * @param workAtoms the distribution of W_TPM, ascending, where it was computed
 * @param absence why it was not; empty if it was
 */
public record TwoPointStatistics(HermitianEigen finalState, Moments work, Optional<Moments> entropyProduction, Optional<Moments> jarzynski,
        OptionalDouble partitionRatio, Optional<Moments> integral, Optional<WorkCharacteristicFunction> characteristicFunction,
        Optional<List<Atom>> workAtoms, String absence) {

    /**
     * Solves the master equation, the moment hierarchy and the tilted generator of a model.
     *
     * @param model measured at both ends, see {@link Model#measured}
     * @param effort what the distribution of work may cost; all else is always computed, in some twenty times the work of the master equation
     * @throws org.unravel.model.ModelException if the equations cannot be integrated; names the time
     */
    public static TwoPointStatistics solve(Model model, Effort effort) {
        return new TwoPointSolver(model, effort.budget()).solve();
    }

    /**
     * Mean and central moments.
     *
     * @param mean E[X]
     * @param variance E[(X − E[X])²]
     * @param third third central moment
     * @param fourth fourth central moment
     */
    public record Moments(double mean, double variance, double third, double fourth) {

        /** From the moments E[X], E[X²], E[X³], E[X⁴]. */
        static Moments ofRaw(double m1, double m2, double m3, double m4) {
            return new Moments(m1, m2 - m1 * m1, m3 - 3 * m1 * m2 + 2 * m1 * m1 * m1,
                    m4 - 4 * m1 * m3 + 6 * m1 * m1 * m2 - 3 * m1 * m1 * m1 * m1);
        }

        /** Third standardised moment; 0 without spread. */
        public double skewness() {
            return variance > 0 ? third / Math.pow(variance, 1.5) : 0;
        }

        /** Excess kurtosis; 0 without spread. */
        public double kurtosis() {
            return variance > 0 ? fourth / (variance * variance) - 3 : 0;
        }
    }
}
