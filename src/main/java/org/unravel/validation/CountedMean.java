package org.unravel.validation;

import java.util.Optional;

import org.unravel.exact.TwoPointStatistics.Moments;

/**
 * The mean of something that is counted at jumps against the exact one: a sum over the jumps of some channels up to a grid time, each at most of a size.
 *
 * <p>How many trajectories carry such a mean is not seen from the number of jumps, as all of them may be in one. So the exact moments decide where they are
 * known, as in {@link Scatter}; elsewhere what no trajectory exceeds ({@link Sample#isNormal}).
 *
 * @param sample what it is a mean of
 * @param of the channels
 * @param point grid time
 * @param size the largest part that a jump adds, of either sign
 * @param range the largest part less the least one, where that is negative
 * @param moments exact ones of the same sum, where they are known
 */
record CountedMean(Sample sample, int[] of, int point, double size, double range, Optional<Moments> moments) {

    /** Least exact variance in units of the square of the size: below, errors of moments of 1e-11 would count. */
    private static final double LEAST_VARIANCE = 1e-8;

    /** A test, and whether its p-value is uniform or a bound. */
    record Judged(MeanTest test, boolean isNormal) {
    }

    /** Judges a deviation from the exact mean, from which tolerances have been taken. */
    Judged judge(double deviation, double standardError) {
        double width = sample.ranges.jumps(of, point) * range;
        Optional<Moments> known = moments.filter(m -> m.variance() > LEAST_VARIANCE * size * size);
        if (known.isPresent() && sample.count >= Sample.MANY_EVENTS * kurtosis(known.get(), standardError)
                || sample.isNormal(point, standardError, width)) {
            return new Judged(MeanTest.normal(deviation, standardError), true);
        }
        if (known.isPresent() && !sample.isWeighted() && Scatter.of(known.get(), size, sample.count) == Scatter.SKEWED) {
            double exactError = Math.sqrt(known.get().variance() / sample.count);
            return new Judged(MeanTest.skewed(deviation, exactError, known.get().skewness(), known.get().kurtosis(), sample.count), false);
        }
        double variance = known.map(Moments::variance).orElseGet(() -> varianceBound());
        return new Judged(bound(deviation * sample.meanWeight(point), standardError * sample.meanWeight(point), width * sample.largestWeight(point),
                variance * sample.largestWeight(point)), false);
    }

    /** Of weights of both signs, w²x² of what is drawn over the largest of them. */
    private double varianceBound() {
        return sample.isSigned() ? sample.largestWeight(point) * sample.jumps.drawnVarianceBound(of, point, size) : sample.jumps.varianceBound(of, point, size);
    }

    /** μ₄/σ⁴; with weights a bound of that of w(X − E[X]), as in {@link WeightedMeanTest}. */
    private double kurtosis(Moments exact, double standardError) {
        if (!sample.isWeighted()) {
            return exact.kurtosis() + 3;
        }
        double w = sample.largestWeight;
        double second = sample.count * square(standardError * sample.meanWeight(point));
        return w * w * w * exact.fourth() / square(second);
    }

    /** Two bounds, each of which may serve: the better one counts twice. Without a standard error, as of few weighted jumps, there is the first alone. */
    private MeanTest bound(double off, double standardError, double width, double variance) {
        MeanTest known = MeanTest.ofFewEvents(off, variance, width, sample.count);
        MeanTest seen = Double.isNaN(standardError) ? known : MeanTest.bounded(off, standardError, width * (sample.isSigned() ? 2 : 1), sample.count);
        MeanTest better = known.pValue() <= seen.pValue() ? known : seen;
        return new MeanTest(better.z(), Math.min(1, 2 * better.pValue()));
    }

    private static double square(double x) {
        return x * x;
    }
}
