package org.unravel.bath.coupling;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

import org.unravel.model.ModelException;
import org.unravel.numeric.AdaptiveQuadrature;

/**
 * S(ν) = P∫dν'/2π γ(ν')/(ν − ν'), the shift that goes with the rate γ(ν) (physics.md, "Lamb shift").
 *
 * <p>With x = |ν'| it is ∫_0^∞ dx/2π [γ(x)/(ν − x) + γ(−x)/(ν + x)]. One of the two has its pole at x = |ν|: over |ν|/2 … 3|ν|/2 the two sides of the pole are taken together,
 * (γ(ν − y) − γ(ν + y))/y. What is integrated over has edges where J has landmarks, at β⁻¹, and at powers of 4 of |ν|.
 */
final class LambIntegral {

    /** Relative to the integral of the modulus; S itself is smaller by what cancels at the pole, a digit or two. */
    private static final double TOLERANCE = 1e-13;
    /** What is accepted: beyond lie integrals that diverge. */
    private static final double ACCEPTED = 1e-10;
    /** Edges at |ν|4^k, k = −8 … 8. */
    private static final int POWERS = 8;

    /** Times and parts of a frequency of the model between which the spectrum is looked at for peaks, and how often. */
    private static final double LOOKED_AT = 1e5;
    private static final int LOOKS = 4096;

    private final BathRate rate;
    private final double[] landmarks;

    /**
     * The shifts of one bath.
     *
     * @param scale a frequency of the model
     */
    LambIntegral(BathRate rate, double scale) {
        this.rate = rate;
        this.landmarks = DoubleStream.concat(Arrays.stream(rate.spectrum().landmarks()), peaks(rate.spectrum(), scale)).toArray();
    }

    /** Both neighbours of each place at which J is larger than beside it: a peak of half a per cent in width, or with wings, is not stepped over. */
    private static DoubleStream peaks(Spectrum spectrum, double scale) {
        double ratio = Math.pow(LOOKED_AT, 2.0 / LOOKS);
        double[] x = new double[LOOKS + 1];
        double[] j = new double[LOOKS + 1];
        DoubleStream.Builder found = DoubleStream.builder();
        for (int k = 0; k <= LOOKS; k++) {
            x[k] = scale / LOOKED_AT * Math.pow(ratio, k);
            j[k] = spectrum.at(x[k]);
            if (k >= 2 && j[k - 1] > j[k] && j[k - 1] >= j[k - 2]) {
                found.add(x[k - 2]).add(x[k]);
            }
        }
        return found.build();
    }

    /**
     * S(ν).
     *
     * @throws ModelException if it diverges, or cannot be had to ten digits
     */
    double at(double nu) {
        double pole = Math.abs(nu);
        double[] edges = edges(pole);
        AdaptiveQuadrature sum = new AdaptiveQuadrature();
        addAway(sum, edges, pole, x -> rate.at(x) / (nu - x) + rate.at(-x) / (nu + x));
        if (nu != 0) {
            double sign = Math.signum(nu);
            addAround(sum, edges, pole, y -> (rate.at(nu - y) - rate.at(nu + y)) / y);
            addAcross(sum, edges, pole, x -> rate.at(-sign * x) / (nu + sign * x));
        }
        AdaptiveQuadrature.Integral integral = sum.value(TOLERANCE);
        if (!integral.isWithin(ACCEPTED)) {
            throw new ModelException("expected a Lamb shift that converges, found that the principal value of gamma(nu')/(nu - nu') at nu = " + BathRate.number(nu)
                    + " does not: J(nu) must fall off at large nu and, at temperatures above 0, vanish with nu", "lamb-shift");
        }
        return integral.value() / (2 * Math.PI);
    }

    /** Both terms outside the window of the pole. */
    private static void addAway(AdaptiveQuadrature sum, double[] edges, double pole, DoubleUnaryOperator both) {
        for (int i = 1; i < edges.length; i++) {
            if (pole == 0 || edges[i] <= pole / 2 || edges[i - 1] >= 3 * pole / 2) {
                sum.add(both, edges[i - 1], edges[i]);
            }
        }
        sum.addToInfinity(both, edges[edges.length - 1]);
    }

    /** The term with the pole, inside its window, by the distance from the pole. */
    private static void addAround(AdaptiveQuadrature sum, double[] edges, double pole, DoubleUnaryOperator paired) {
        double[] distances = DoubleStream.concat(DoubleStream.of(0, pole / 2), Arrays.stream(edges).map(e -> Math.abs(e - pole)).filter(y -> y < pole / 2))
                .sorted().distinct().toArray();
        for (int i = 1; i < distances.length; i++) {
            sum.add(paired, distances[i - 1], distances[i]);
        }
    }

    /** The other term inside the window. */
    private static void addAcross(AdaptiveQuadrature sum, double[] edges, double pole, DoubleUnaryOperator other) {
        for (int i = 1; i < edges.length; i++) {
            if (edges[i - 1] >= pole / 2 && edges[i] <= 3 * pole / 2) {
                sum.add(other, edges[i - 1], edges[i]);
            }
        }
    }

    private double[] edges(double pole) {
        double unit = pole > 0 ? pole : Double.isInfinite(rate.beta()) ? 1 : 1 / rate.beta();
        DoubleStream own = DoubleStream.iterate(unit * Math.pow(4, -POWERS), x -> 4 * x).limit(2 * POWERS + 1L);
        DoubleStream window = pole > 0 ? DoubleStream.of(pole / 2, 3 * pole / 2) : DoubleStream.empty();
        return DoubleStream.concat(DoubleStream.concat(DoubleStream.of(0, 1 / rate.beta()), Arrays.stream(landmarks)), DoubleStream.concat(own, window))
                .filter(x -> x >= 0 && Double.isFinite(x)).sorted().distinct().toArray();
    }
}
