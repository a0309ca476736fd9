package org.unravel.validation;

import org.unravel.exact.TwoPointStatistics.Moments;
import org.unravel.model.Absence;

/**
 * The sampled mean of what was measured at both ends against the exact one: z with the exact standard error, its p-value from
 * {@link MeanTest#skewed}, as the exact skewness and kurtosis are known. Not made where the tails are so heavy that no sample of this size could
 * fail; where they are light, N ≥ 1000 μ₄/σ⁴, the p-value is that of the plain z.
 */
final class MeasuredMeanTest implements EnsembleTest {

    /** Exact numbers are good to what the integration is good to, over many steps. */
    static final double EXACT_TOLERANCE = 1e-8;

    private final Subject subject;
    private final double sampled;
    private final Moments exact;
    private final double unit;
    private final long count;

    /** A test of a mean whose values are of the size of a unit, over so many trajectories. */
    MeasuredMeanTest(Subject subject, double sampled, Moments exact, double unit, long count) {
        this.subject = subject;
        this.sampled = sampled;
        this.exact = exact;
        this.unit = unit;
        this.count = count;
    }

    @Override
    public Finding finding() {
        double deviation = MeanTest.beyond(sampled - exact.mean(), EXACT_TOLERANCE * unit);
        Scatter scatter = Scatter.of(exact, unit, count);
        double se = Math.sqrt(Math.max(0, exact.variance()) / count);
        switch (scatter) {
            case NONE:
                return Finding.certain(subject, Statistic.DEVIATION, sampled - exact.mean(), MeanTest.certain(deviation, 0).pValue(), "it does not scatter");
            case NORMAL:
                MeanTest normal = MeanTest.normal(deviation, se);
                return Finding.of(subject, Statistic.Z, normal.z(), normal.pValue(), "");
            case SKEWED:
                MeanTest skewed = MeanTest.skewed(deviation, se, exact.skewness(), exact.kurtosis(), count);
                return Finding.ofBound(subject, Statistic.Z, skewed.z(), skewed.pValue(), "");
            case RARE_EVENTS:
                return Finding.notMade(subject, Statistic.Z, "rare events decide its mean, " + count + " trajectories are too few");
            default:
                return Finding.notMade(subject, Statistic.Z, "its exact moments: " + exact.absence().map(Absence::text).orElse(""));
        }
    }
}
