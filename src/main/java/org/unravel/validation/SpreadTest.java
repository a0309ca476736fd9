package org.unravel.validation;

import java.util.Optional;

import org.unravel.exact.CountingDistribution;
import org.unravel.exact.CountingMoments;

/**
 * An estimate of the variance of what is counted against the exact variance σ².
 *
 * <p>z = (s² − σ²)/√((μ₄ − σ⁴)/N + 2σ⁴/N(N − 1)) with the exact fourth central moment μ₄. s² is a mean of squares (n − μ)², whose own moments follow from the
 * exact distribution of n: it is normal, skewed, or ruled by rare trajectories as those say ({@link Scatter}). Its linear part must rule,
 * N(μ₄/σ⁴ − 1) ≥ 1000.
 *
 * @see <a href="https://doi.org/10.1007/978-1-4612-0919-5">Cramér, Mathematical Methods of Statistics, eq. 27.4.2</a>
 */
final class SpreadTest implements EnsembleTest {

    /** What exact moments are good to, in units of the square of the unit. */
    private static final double EXACT_TOLERANCE = 1e-10;

    private final Subject subject;
    private final double estimate;
    private final double unit;
    private final double variance;
    private final double fourth;
    private final double count;
    private final Optional<SquaredDeviation> square;
    private final String absence;

    /**
     * A test.
     *
     * @param subject what is tested
     * @param estimate s², sampled
     * @param exact moments; the last grid point counts
     * @param distribution exact distribution of the same quantity, if it is known
     * @param absence why it is not, in words
     * @param unit of the quantity: 1 for a number of jumps, the largest quantum for heat
     * @param count number of trajectories N
     */
    SpreadTest(Subject subject, double estimate, CountingMoments exact, Optional<CountingDistribution> distribution, String absence, double unit, long count) {
        int last = exact.variance().length - 1;
        this.subject = subject;
        this.estimate = estimate;
        this.variance = exact.variance()[last];
        this.fourth = exact.fourth()[last];
        this.square = distribution.map(SquaredDeviation::new);
        this.absence = absence;
        this.unit = unit;
        this.count = count;
    }

    @Override
    public Finding finding() {
        if (variance <= EXACT_TOLERANCE * unit * unit && estimate <= EXACT_TOLERANCE * unit * unit) {
            return Finding.certain(subject, Statistic.VARIANCE, estimate, 1, "it does not scatter");
        }
        if (square.isEmpty()) {
            return Finding.notMade(subject, Statistic.Z, "its exact distribution: " + absence);
        }
        double kurtosis = fourth / (variance * variance);
        Scatter scatter = Scatter.of(square.get().moments(), unit * unit, (long) count);
        if (!(count * (kurtosis - 1) >= Sample.MANY_EVENTS && (scatter == Scatter.NORMAL || scatter == Scatter.SKEWED))) {
            return Finding.notMade(subject, Statistic.Z, "too few events for a normal variance");
        }
        double se = variance * Math.sqrt((kurtosis - 1) / count + 2 / (count * (count - 1)));
        double deviation = MeanTest.beyond(estimate - variance, EXACT_TOLERANCE * unit * unit);
        String note = Digits.six(estimate) + ", exact " + Digits.six(variance);
        if (scatter == Scatter.NORMAL) {
            MeanTest test = MeanTest.normal(deviation, se);
            return Finding.of(subject, Statistic.Z, test.z(), test.pValue(), note);
        }
        MeanTest test = MeanTest.skewed(deviation, se, square.get().moments().skewness(), square.get().moments().kurtosis(), (long) count);
        return Finding.ofBound(subject, Statistic.Z, test.z(), test.pValue(), note);
    }
}
