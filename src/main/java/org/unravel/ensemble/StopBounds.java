package org.unravel.ensemble;

import java.util.Optional;

import org.unravel.model.InitialState.Component;
import org.unravel.model.Model;
import org.unravel.model.WeightSign;

/**
 * What must be known of a quantity before a run may stop at its standard error: a sample cannot tell of trajectories that it has not seen.
 *
 * <p>With exact moments the true standard error is known: it must have come down to the goal, and either 20 trajectories are expected to hold what
 * carries it, N ≥ 20 μ₄/σ⁴ (an event of probability p that rules has μ₄/σ⁴ = 1/p), or what the sample lacks of it is small beside the goal. Without, the
 * quantity lies within a width R in all trajectories, so that those of probability p add at most pR²/N to the square of the standard error. That must be
 * small beside the goal for a channel that fewer than 20 trajectories have seen, for an initial ket that fewer than 20 are expected to start in, and for
 * anything that a sample of N misses with a probability of 5 %, p = 3/N.
 *
 * @param width R, of the quantity in the unit of the quantity; infinite where it is not known
 * @param jumps bound of the expected number of jumps of each channel in a trajectory, shape [channels]
 * @param exact exact moments of the quantity, if they are known
 */
public record StopBounds(double width, double[] jumps, Optional<Spread> exact) {

    /** Trajectories that must hold an event before its part of the standard error is believed. */
    static final double LEAST_HOLDERS = 20;

    /** Expected trajectories that are missed with a probability of 5 %. */
    private static final double MISSED = 3;

    /** Part of the square of the goal that may be unseen: the standard error is then too small by 2.5 % at most. */
    private static final double NEGLIGIBLE = 0.05;

    /**
     * Exact moments.
     *
     * @param variance σ², in the square of the unit of the quantity
     * @param kurtosis μ₄/σ⁴
     */
    public record Spread(double variance, double kurtosis) {
    }

    /** Nothing is known: no standard error can be believed. */
    static StopBounds unknown(Model model) {
        double[] jumps = new double[model.channels().size()];
        java.util.Arrays.fill(jumps, Double.POSITIVE_INFINITY);
        return new StopBounds(Double.POSITIVE_INFINITY, jumps, Optional.empty());
    }

    /**
     * Why a standard error that has come down to a goal cannot be believed; empty if it can.
     *
     * @param count number of trajectories N
     * @param holders trajectories of them in which each channel has jumped, shape [channels]
     */
    Optional<String> obstacle(Model model, double goal, double standardError, long count, long[] holders) {
        if (model.unraveling().weights() == WeightSign.SIGNED) {
            return Optional.of("of weights of both signs nothing is known but what they can grow to, and trajectories too heavy and rare to be seen could carry it");
        }
        return exact.isPresent() && !model.isWeighted() ? byMoments(exact.get(), goal, standardError, count) : byWidth(model, goal, count, holders);
    }

    private static Optional<String> byMoments(Spread spread, double goal, double standardError, long count) {
        double square = spread.variance / count;
        if (square > goal * goal) {
            return Optional.of(String.format(java.util.Locale.ROOT, "the exact one of so many trajectories is %.2g", Math.sqrt(square)));
        }
        boolean seen = count >= LEAST_HOLDERS * spread.kurtosis;
        if (seen || square - standardError * standardError <= NEGLIGIBLE * goal * goal) {
            return Optional.empty();
        }
        return Optional.of(String.format(java.util.Locale.ROOT, "fewer than %.0f trajectories are expected to hold the rare events that carry it, "
                + "%.1e trajectories would", LEAST_HOLDERS, LEAST_HOLDERS * spread.kurtosis));
    }

    private Optional<String> byWidth(Model model, double goal, long count, long[] holders) {
        double largest = width * model.unraveling().largestWeight();
        for (int k = 0; k < holders.length; k++) {
            if (holders[k] < LEAST_HOLDERS && matters(Math.min(jumps[k], LEAST_HOLDERS / count), largest, goal, count)) {
                return Optional.of("fewer than " + (int) LEAST_HOLDERS + " trajectories hold a jump of " + model.channels().get(k).name());
            }
        }
        for (Component ket : model.initial().components()) {
            if (!model.initial().isPure() && ket.probability() * count < LEAST_HOLDERS && matters(ket.probability(), largest, goal, count)) {
                return Optional.of("fewer than " + (int) LEAST_HOLDERS + " trajectories are expected to start in a rare ket of the initial state");
            }
        }
        return matters(MISSED / count, largest, goal, count)
                ? Optional.of("trajectories too rare to be seen in so small a sample could carry it") : Optional.empty();
    }

    private static boolean matters(double probability, double width, double goal, long count) {
        return probability > 0 && !(probability * width * width / count <= NEGLIGIBLE * goal * goal);
    }
}
