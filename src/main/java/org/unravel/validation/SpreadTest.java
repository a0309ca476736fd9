package org.unravel.validation;

import org.unravel.exact.CountingMoments;

/**
 * An estimate of the variance of what is counted against the exact variance σ².
 *
 * <p>z = (s² − σ²)/√((μ₄ − σ⁴)/N + 2σ⁴/N(N − 1)) with the exact fourth central moment μ₄. It is made where s² is normal: its linear part rules,
 * N(μ₄/σ⁴ − 1) ≥ 1000, and it comes from many events, N ≥ 1000 μ₄/σ⁴.
 *
 * @see <a href="https://doi.org/10.1007/978-1-4612-0919-5">Cramér, Mathematical Methods of Statistics, eq. 27.4.2</a>
 */
final class SpreadTest implements EnsembleTest {

    /** What exact moments are good to, in units of the square of the unit. */
    private static final double EXACT_TOLERANCE = 1e-10;

    private final String name;
    private final double estimate;
    private final double unit;
    private final double variance;
    private final double fourth;
    private final double count;

    /**
     * A test.
     *
     * @param name what is tested
     * @param estimate s², sampled
     * @param exact moments; the last grid point counts
     * @param unit of the quantity: 1 for a number of jumps, the energy scale for heat
     * @param count number of trajectories N
     */
    SpreadTest(String name, double estimate, CountingMoments exact, double unit, long count) {
        int last = exact.variance().length - 1;
        this.name = name;
        this.estimate = estimate;
        this.variance = exact.variance()[last];
        this.fourth = exact.fourth()[last];
        this.unit = unit;
        this.count = count;
    }

    @Override
    public Finding finding() {
        if (variance <= EXACT_TOLERANCE * unit * unit) {
            return Finding.certain(name, "variance", estimate, MeanTest.certain(estimate, EXACT_TOLERANCE * unit * unit).pValue(),
                    "it does not scatter");
        }
        double kurtosis = fourth / (variance * variance);
        if (!(count * (kurtosis - 1) >= Sample.MANY_EVENTS && count >= Sample.MANY_EVENTS * kurtosis)) {
            return Finding.notMade(name, ElementaryTest.Z, "too few events for a normal variance");
        }
        double se = variance * Math.sqrt((kurtosis - 1) / count + 2 / (count * (count - 1)));
        MeanTest test = MeanTest.normal(estimate - variance, se);
        return Finding.of(name, ElementaryTest.Z, test.z(), test.pValue(),
                Digits.six(estimate) + ", exact " + Digits.six(variance));
    }
}
