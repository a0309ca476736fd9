package org.unravel.firstlaw;

import java.util.Arrays;

import org.unravel.model.InitialState;

/**
 * Kets of a mixed start that are in so few trajectories of a sample that its error bars need not show them: of those that none has drawn a sample knows nothing.
 *
 * @param kets those that fewer than 20 trajectories are expected to start in
 * @param probability theirs together
 * @param noise standard deviation of their share of the sample, √(probability/N)
 */
record RareStarts(int kets, double probability, double noise) {

    /** Trajectories that a ket is expected to be in, below which it is rare. */
    static final double LEAST = 20;

    static RareStarts of(InitialState initial, long trajectoryCount) {
        double[] rare = initial.components().stream().mapToDouble(InitialState.Component::probability).filter(p -> p * trajectoryCount < LEAST).toArray();
        double probability = initial.isPure() ? 0 : Arrays.stream(rare).sum();
        return new RareStarts(initial.isPure() ? 0 : rare.length, probability, Math.sqrt(probability / trajectoryCount));
    }

    /** What they may add to the noise of a curve, were each of them as far from the rest as its largest value is from zero; same shape. */
    double[] of(double[] curve) {
        double largest = Arrays.stream(curve).filter(Double::isFinite).map(Math::abs).max().orElse(0);
        double[] all = new double[curve.length];
        Arrays.fill(all, noise * largest);
        return all;
    }
}
