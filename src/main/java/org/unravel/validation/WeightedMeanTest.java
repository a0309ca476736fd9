package org.unravel.validation;

import org.unravel.exact.TwoPointStatistics.Moments;

/**
 * The weighted mean of what was measured at both ends against the exact one: z with the standard error of the sample.
 *
 * <p>The mean is that of y = w(x − E[x]). In the biased law E[y⁴] is at most W³μ₄ with the largest weight W and the exact μ₄ of x, and the sample says
 * what E[y²] is; so the kurtosis of y has a bound, and with it goes {@link MeanTest#normal}, {@link MeanTest#skewed}, or no test. An average of terms
 * wx > 0, 1000 effective ones, that is too large is normal whatever μ₄; one that is too small may lack heavy terms that no sample of this size has.
 */
final class WeightedMeanTest implements EnsembleTest {

    private final Sample sample;
    private final Subject subject;
    private final double mean;
    private final double standardError;
    private final double effectiveTerms;
    private final Moments exact;
    private final double unit;

    /**
     * A test of a mean whose values are of the size of a unit.
     *
     * @param standardError of the weighted mean; NaN where rare events carry it
     * @param effectiveTerms effective number of terms of one sign; 0 where they have both
     */
    WeightedMeanTest(Sample sample, Subject subject, double mean, double standardError, double effectiveTerms, Moments exact, double unit) {
        this.sample = sample;
        this.subject = subject;
        this.mean = mean;
        this.standardError = standardError;
        this.effectiveTerms = effectiveTerms;
        this.exact = exact;
        this.unit = unit;
    }

    @Override
    public Finding finding() {
        double deviation = MeanTest.beyond(mean - exact.mean(), MeasuredMeanTest.EXACT_TOLERANCE * unit);
        if (Scatter.isNone(exact, unit)) {
            return Finding.certain(subject, Statistic.DEVIATION, mean - exact.mean(), MeanTest.certain(deviation, 0).pValue(), "it does not scatter");
        }
        if (!(standardError > 0) || Double.isNaN(exact.mean())) {
            return Finding.notMade(subject, Statistic.Z, reason("rare events decide its mean"));
        }
        double kurtosis = kurtosisBound();
        boolean normal = sample.count >= Sample.MANY_EVENTS * kurtosis;
        if (normal || effectiveTerms >= Sample.MANY_EVENTS && deviation > 0) {
            MeanTest test = MeanTest.normal(deviation, standardError);
            return normal ? Finding.of(subject, Statistic.Z, test.z(), test.pValue(), "weighted")
                    : Finding.ofBound(subject, Statistic.Z, test.z(), test.pValue(), "weighted");
        }
        // |γ| ≤ √(κ + 3), whatever the distribution
        double skewness = Math.sqrt(kurtosis);
        if (!MeanTest.canFail(skewness, kurtosis - 3, sample.count)) {
            return Finding.notMade(subject, Statistic.Z, reason("rare events may decide it, " + sample.count + " trajectories are too few"));
        }
        MeanTest test = MeanTest.skewed(deviation, standardError, skewness, kurtosis - 3, sample.count);
        return Finding.ofBound(subject, Statistic.Z, test.z(), test.pValue(), "weighted");
    }

    /** Where exact moments are missing, that is why there is no test: nothing is known of rare events. */
    private String reason(String otherwise) {
        return exact.absence().map(a -> "its exact moments: " + a.text()).orElse(otherwise);
    }

    /** Bound of E[y⁴]/E[y²]²; NaN where the exact moments are not known. */
    private double kurtosisBound() {
        double w = sample.largestWeight;
        double fourth = w * w * w * (exact.kurtosis() + 3) * exact.variance() * exact.variance();
        double second = sample.count * standardError * standardError * sample.meanWeight(sample.end) * sample.meanWeight(sample.end);
        return fourth / (second * second);
    }
}
