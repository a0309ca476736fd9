package org.unravel.statistics;

import java.util.List;

/**
 * The sampled mean of w = e^{−cx}, with what shows whether its error bar can be believed.
 *
 * <p>A few values of very negative cx may carry most of the sum; while they have not been drawn often, the sample's spread is far too small. So the
 * average counts as dominated by rare events where the largest 1 % of the values carry more than half of it, or the effective size is below 100,
 * and then it has no standard error.
 *
 * @param mean w̄
 * @param standardError by the jackknife over groups; NaN where rare events dominate
 * @param effectiveSize (Σw)²/Σw² (Kish), from 1 to the number of values; with vw for w where trajectories have weights v
 * @param largestShare share of the largest value in the sum
 * @param topShare share of the largest 1 % of the values; NaN where the distribution lacks some or the run drew too few, and then rare events count as dominating
 * @see <a href="https://doi.org/10.1103/PhysRevE.73.046105">Jarzynski (2006), Phys. Rev. E 73, 046105: which values dominate</a>
 */
public record ExponentialAverage(double mean, double standardError, double effectiveSize, double largestShare, double topShare) {

    /** Part of the values that is looked at. */
    private static final double TOP_PART = 0.01;
    /** What that part may carry. */
    private static final double MOST_TOP_SHARE = 0.5;
    /** A distribution that lacks a trajectory lacks more than half of one, whatever the rounding. */
    private static final double HALF = 0.5;

    /**
     * The average of a sample.
     *
     * @param weights the values w, with the weights v of their trajectories
     * @param values the distribution of x, each trajectory counted once, as atoms or in bins whose width times c is small beside 1; of x − (ln v)/c
     *        for trajectories of weight v, so that e^{−cx} is what each adds to the sum
     * @param c the factor in the exponent
     * @throws IllegalArgumentException if a weight is negative
     */
    public static ExponentialAverage of(GroupedSample weights, Distribution values, double c) {
        PowerSums whole = weights.whole();
        if (whole.hasNegativeWeights()) {
            throw new IllegalArgumentException("expected trajectories of weights >= 0: with weights of both signs nothing says which values carry an exponential average");
        }
        double mean = whole.mean();
        double n = whole.count();
        double size = whole.effectiveTermCount();
        double top = topShare(values, c, n);
        boolean dominated = !(EffectiveSize.suffices(size) && top <= MOST_TOP_SHARE);
        return new ExponentialAverage(mean, dominated ? Double.NaN : weights.jackknife(PowerSums::mean), size,
                whole.largestTerm() / (whole.weight() * mean), top);
    }

    /** The same mean without an error bar, as for a run whose weights allow none. */
    public ExponentialAverage withoutErrorBar() {
        return new ExponentialAverage(mean, Double.NaN, effectiveSize, largestShare, Double.NaN);
    }

    /** True if the mean hangs on a few values; see the class. */
    public boolean isDominatedByRareEvents() {
        return !(EffectiveSize.suffices(effectiveSize) && topShare <= MOST_TOP_SHARE);
    }

    /** Weights are taken in the middle of a bin and relative to the largest, so that none overflows. */
    private static double topShare(Distribution values, double c, double count) {
        List<Distribution.Bin> bins = values.bins();
        double known = bins.stream().mapToDouble(Distribution.Bin::probability).sum();
        if (known < 1 - HALF / count) {
            return Double.NaN;
        }
        boolean ascending = c >= 0;
        double best = middle(bins.get(ascending ? 0 : bins.size() - 1));
        double left = TOP_PART;
        double topSum = 0;
        double sum = 0;
        for (int i = 0; i < bins.size(); i++) {
            Distribution.Bin bin = bins.get(ascending ? i : bins.size() - 1 - i);
            double weight = Math.exp(-c * (middle(bin) - best));
            double taken = Math.min(left, bin.probability());
            topSum += taken * weight;
            left -= taken;
            sum += bin.probability() * weight;
        }
        return topSum / sum;
    }

    private static double middle(Distribution.Bin bin) {
        return (bin.low() + bin.high()) / 2;
    }
}
