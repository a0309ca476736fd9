package org.unravel.exact;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.unravel.exact.CountingDistribution.Atom;
import org.unravel.model.Absence;
import org.unravel.model.Attempt;
import org.unravel.model.Model;
import org.unravel.model.Reason;
import org.unravel.numeric.HermitianEigen;

/**
 * Exact statistics of measurements at both ends of a run (physics.md, "What is counted, exactly").
 *
 * @param finalState eigenvectors and populations of ρ(τ)
 * @param work moments of W_TPM, in the model's unit of energy
 * @param entropyProduction moments of σ, where it is defined
 * @param jarzynski moments of e^{−βW} where that relation holds
 * @param partitionRatio Z(τ)/Z(0) from the energies alone, where that relation holds: what the mean of e^{−βW} must be
 * @param integral moments of e^{−σ}, where σ is defined; the mean is 1 if the initial state is of full rank, else less
 * @param function E[e^{iuW}] at 32 arguments up to four inverse standard deviations of W; none is needed where W does not scatter
 * @param distribution of W_TPM
 */
public record TwoPointStatistics(HermitianEigen finalState, Moments work, Optional<Moments> entropyProduction, Optional<Moments> jarzynski,
        OptionalDouble partitionRatio, Optional<Moments> integral, Attempt<Optional<WorkCharacteristicFunction>> function, Attempt<WorkDistribution> distribution) {

    /**
     * Solves the master equation, the moment hierarchy and the tilted generator of a model.
     *
     * @param model measured at both ends, see {@link Model#measured}
     * @param budget pays for the distribution of work, its characteristic function, and its moments where they are so small that they need another way; all
     *        else is always computed and spent from it, in some twenty times the work of the master equation
     * @throws org.unravel.model.ModelException if the equations cannot be integrated; names the time
     */
    public static TwoPointStatistics solve(Model model, WorkBudget budget) {
        return new TwoPointSolver(model, budget).solve();
    }

    /** The characteristic function of W, where it scatters and the function was computed. */
    public Optional<WorkCharacteristicFunction> characteristicFunction() {
        return function.value().flatMap(f -> f);
    }

    /** The values of W and their probabilities, ascending, where they were computed. */
    public Optional<List<Atom>> workAtoms() {
        return distribution.value().map(WorkDistribution::atoms);
    }

    /** True if anything is missing because it takes too much work. */
    public boolean isCutByWork() {
        return Stream.of(distribution.absence(), function.absence(), work.absence()).flatMap(Optional::stream).anyMatch(a -> a.isFor(Reason.TOO_MUCH_WORK));
    }

    /**
     * Mean and central moments, each as far as it is known; NaN where it is not.
     *
     * @param mean E[X]
     * @param variance E[(X − E[X])²]; not shown where its error may exceed 1e-3 of it
     * @param third third central moment; not shown where its error may exceed 1e-3 of it and of σ³
     * @param fourth fourth central moment; not shown where its error may exceed 1e-3 of it and of σ⁴
     * @param absence why a moment is not known; empty if all are
     */
    public record Moments(double mean, double variance, double third, double fourth, Optional<Absence> absence) {

        /** Said where the spread is too small beside what it is the difference of. */
        private static final Absence LOST_DIGITS = new Absence(Reason.TOO_INEXACT, "not known to enough digits");
        /** What the integration loses of a number, in units of the sum of the magnitudes it is made of: some steps with errors of 1e-12. */
        static final double LOST = 1e-11;
        /** What skewness and kurtosis may be off by: far below what the tail of a mean, or a reader, would notice. */
        private static final double TOLERATED = 1e-3;

        /** Moments that are all known. */
        public Moments(double mean, double variance, double third, double fourth) {
            this(mean, variance, third, fourth, Optional.empty());
        }

        /** A mean, and the reason why nothing else is known. */
        static Moments ofMean(double mean, Absence absence) {
            return new Moments(mean, Double.NaN, Double.NaN, Double.NaN, Optional.of(absence));
        }

        /** Central moments c_m, shape [5], with the sums of magnitudes that cancelled in them. */
        static Moments ofCentral(double mean, double[] central, double[] magnitude) {
            double[] known = central.clone();
            double variance = Math.max(0, central[2]);
            boolean all = true;
            for (int m = 2; m <= 4; m++) {
                // a heavy tail makes the moment itself the scale
                double scale = Math.max(Math.abs(central[m]), Math.pow(variance, m / 2.0));
                if (!(LOST * magnitude[m] <= TOLERATED * scale)) {
                    known[m] = Double.NaN;
                    all = false;
                }
            }
            return new Moments(mean, known[2], known[3], known[4], all ? Optional.empty() : Optional.of(LOST_DIGITS));
        }

        /** From E[X^m], shape [5], X ≥ 0, with the sums of magnitudes they are made of. */
        static Moments ofRaw(double[] m, double[] magnitude) {
            double[] central = {1, 0, m[2] - m[1] * m[1], m[3] - 3 * m[1] * m[2] + 2 * m[1] * m[1] * m[1],
                    m[4] - 4 * m[1] * m[3] + 6 * m[1] * m[1] * m[2] - 3 * m[1] * m[1] * m[1] * m[1]};
            double[] cancelled = new double[central.length];
            // an error of each factor counts: a term with i factors E[X] as (i + 1) times its magnitude
            double a = magnitude[1];
            cancelled[2] = magnitude[2] + 2 * a * a;
            cancelled[3] = magnitude[3] + 6 * a * magnitude[2] + 6 * a * a * a;
            cancelled[4] = magnitude[4] + 8 * a * magnitude[3] + 18 * a * a * magnitude[2] + 12 * a * a * a * a;
            return ofCentral(m[1], central, cancelled);
        }

        /** The same, with the reason why no other way to the missing moments could be taken. */
        Moments stillCancelled(Absence why) {
            return new Moments(mean, variance, third, fourth, Optional.of(LOST_DIGITS.after(why)));
        }

        /** The same without the central moments from an order on, for a reason. */
        Moments without(int order, Absence why) {
            return new Moments(mean, order <= 2 ? Double.NaN : variance, order <= 3 ? Double.NaN : third, Double.NaN, Optional.of(why));
        }

        /** True if a moment is missing because the spread is too small. */
        public boolean isCancelled() {
            return absence.filter(a -> a.reason() == Reason.TOO_INEXACT).isPresent();
        }

        /** Third standardised moment; 0 without spread, NaN where it is not known. */
        public double skewness() {
            return variance <= 0 ? 0 : third / Math.pow(variance, 1.5);
        }

        /** Excess kurtosis; 0 without spread, NaN where it is not known. */
        public double kurtosis() {
            return variance <= 0 ? 0 : fourth / (variance * variance) - 3;
        }
    }
}
