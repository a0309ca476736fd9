package org.unravel.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A sample in 64 groups, for error bars of moments by the delete-one-group jackknife.
 *
 * <p>A value belongs to group (trajectory index mod 64), so the groups do not depend on how the work was divided. The standard error of
 * θ is √((G−1)/G · Σ_g (θ_(g) − θ̄)²) with θ_(g) the estimate without group g and G the number of groups that are not empty.
 * Not safe for threads.
 *
 * @see <a href="https://doi.org/10.1137/1.9781611970319">Efron (1982), The Jackknife, the Bootstrap and Other Resampling Plans, §3</a>
 */
public final class GroupedSample {

    /** Number of groups: a power of two. */
    public static final int GROUP_COUNT = 64;

    /** Below this number of groups the jackknife says too little: its own relative error is 1/√(2(G−1)), here 27 %. */
    private static final int LEAST_GROUP_COUNT = 8;

    /** Values from which on a sample knows the errors of skewness and kurtosis to a tenth, if its excess kurtosis is not above these. */
    private static final long LEAST_COUNT_OF_SHAPE = 10_000;
    private static final double LARGEST_KURTOSIS_OF_SKEWNESS = 3;
    private static final double LARGEST_KURTOSIS_OF_KURTOSIS = 1;

    private final PowerSums[] groups = IntStream.range(0, GROUP_COUNT).mapToObj(g -> new PowerSums()).toArray(PowerSums[]::new);

    /**
     * Adds the value of one trajectory.
     *
     * @param trajectoryIndex ≥ 0
     * @param value in the unit of the quantity
     * @param weight finite, of either sign
     */
    public void add(long trajectoryIndex, double value, double weight) {
        groups[(int) trajectoryIndex & GROUP_COUNT - 1].add(value, weight);
    }

    /** Merges another sample into this one, group by group; the other is left as it is. */
    public void combine(GroupedSample other) {
        for (int g = 0; g < GROUP_COUNT; g++) {
            groups[g].combine(other.groups[g]);
        }
    }

    /** The moments of the whole sample. */
    public PowerSums whole() {
        return without(-1);
    }

    /**
     * Moments with standard errors: of the mean that of {@link PowerSums#standardError}, of the others by the jackknife. NaN where
     * the sample says nothing: a standard error from fewer than 8 groups, those of skewness and kurtosis from fewer than 10⁴ values, with heavy tails or with weights of
     * both signs, skewness and kurtosis of a sample without spread; no standard errors
     * where a few weighted values carry the mean ({@link PowerSums#effectiveSupport}, {@link EffectiveSize}).
     */
    public SampleSummary summary() {
        PowerSums whole = whole();
        PowerSums[] replicates = replicates();
        SampleSummary summary = new SampleSummary(whole.mean(), whole.standardError(), whole.variance(), jackknife(replicates, PowerSums::variance),
                whole.skewness(), shapeError(whole, replicates, PowerSums::skewness, LARGEST_KURTOSIS_OF_SKEWNESS),
                whole.kurtosis(), shapeError(whole, replicates, PowerSums::kurtosis, LARGEST_KURTOSIS_OF_KURTOSIS), whole.min(), whole.max());
        return EffectiveSize.suffices(whole.effectiveSupport()) ? summary : summary.withoutErrorBars();
    }

    /**
     * By the jackknife where the sample is large and its tails are light, which the kurtosis does not say of weights of both signs. Elsewhere a few values decide how large it is: it is too small in most samples, and much
     * too large in the others.
     */
    private static double shapeError(PowerSums whole, PowerSums[] replicates, ToDoubleFunction<PowerSums> estimate, double largestKurtosis) {
        boolean known = whole.count() >= LEAST_COUNT_OF_SHAPE && !whole.hasNegativeWeights() && whole.kurtosis() <= largestKurtosis;
        return known ? jackknife(replicates, estimate) : Double.NaN;
    }

    /** Standard error of any estimate that is made from moments, by the jackknife; NaN from fewer than 8 groups. */
    public double jackknife(ToDoubleFunction<PowerSums> estimate) {
        return jackknife(replicates(), estimate);
    }

    private PowerSums[] replicates() {
        return IntStream.range(0, GROUP_COUNT).filter(g -> groups[g].hasWeight()).mapToObj(this::without).toArray(PowerSums[]::new);
    }

    private PowerSums without(int left) {
        PowerSums sum = new PowerSums();
        for (int g = 0; g < GROUP_COUNT; g++) {
            if (g != left) {
                sum.combine(groups[g]);
            }
        }
        return sum;
    }

    private static double jackknife(PowerSums[] replicates, ToDoubleFunction<PowerSums> estimate) {
        int n = replicates.length;
        if (n < LEAST_GROUP_COUNT) {
            return Double.NaN;
        }
        double[] values = Arrays.stream(replicates).mapToDouble(estimate).toArray();
        PowerSums spread = new PowerSums();
        for (double v : values) {
            spread.add(v);
        }
        return Math.sqrt(spread.variance() * (n - 1) * (n - 1) / n);
    }

    /** Writes the state; {@link #read} gives it back, bit for bit. */
    public void write(DataOutput out) throws IOException {
        for (PowerSums group : groups) {
            group.write(out);
        }
    }

    /** Reads into this one, which is empty, what {@link #write} has written. */
    public void read(DataInput in) throws IOException {
        for (PowerSums group : groups) {
            group.read(in);
        }
    }
}
