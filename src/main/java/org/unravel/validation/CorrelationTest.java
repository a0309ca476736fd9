package org.unravel.validation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.unravel.ensemble.GroupedWaitingTimes;
import org.unravel.ensemble.JumpCorrelation;
import org.unravel.exact.TwoPointStatistics.Moments;
import org.unravel.statistics.StatisticalTests;

/**
 * The g² of two channels against the exact one: the largest deviation of a bin in its own error bars, by Bonferroni.
 *
 * <p>The error bars come from {@link GroupedWaitingTimes#GROUP_COUNT} groups of trajectories, so a deviation follows Student's law of one less, where a bin holds many pairs; the tail is
 * raised by what the skewness of a Poisson number of so many pairs does (Cramér, as in {@link MeanTest#skewed}). A few trajectories with many jumps may hold most pairs and be missed by the
 * sample: where the exact fourth moment of a number of jumps says that its mean is not normal, no test is made.
 */
final class CorrelationTest implements EnsembleTest {

    /** Pairs, at most one counted of a trajectory, from which on a bin is looked at: a Poisson number of so many has a skewness of a tenth. */
    private static final double LEAST_PAIRS = 100;
    /** Deviations beyond so many standard errors are as impossible as these. */
    private static final double FARTHEST = 12;
    private static final double TAIL_STEP = 0.05;

    private final Sample sample;
    private final Subject subject;
    private final JumpCorrelation sampled;
    private final double[] pairs;
    private final double[] exact;

    /** With the exact numbers of pairs of a trajectory and g², by bin. */
    CorrelationTest(Sample sample, Subject subject, JumpCorrelation sampled, double[] pairs, double[] exact) {
        this.sample = sample;
        this.subject = subject;
        this.sampled = sampled;
        this.pairs = pairs.clone();
        this.exact = exact.clone();
    }

    @Override
    public Finding finding() {
        Optional<String> obstacle = obstacle(sample, List.of(sampled.pair().first(), sampled.pair().second()));
        if (obstacle.isPresent()) {
            return Finding.notMade(subject, Statistic.LARGEST_Z, obstacle.get());
        }
        int[] looked = IntStream.range(0, exact.length).filter(b -> expected(b) >= LEAST_PAIRS).toArray();
        if (looked.length == 0) {
            return Finding.notMade(subject, Statistic.LARGEST_Z, "fewer than " + Digits.six(LEAST_PAIRS) + " pairs expected in every bin");
        }
        int worst = Arrays.stream(looked).boxed().min(Comparator.comparingDouble(this::pValue)).orElseThrow();
        return Finding.ofBound(subject, Statistic.LARGEST_Z, z(worst), Math.min(1, looked.length * pValue(worst)),
                "at a delay of " + Digits.six(sampled.bins().get(worst).low()) + ", " + looked.length + (looked.length == 1 ? " bin" : " bins"));
    }

    private double expected(int bin) {
        return Math.min(1, pairs[bin]) * sample.count;
    }

    /** Of a bin without an error bar, in which no pair was seen although many are expected, beyond all doubt. */
    private double z(int bin) {
        double z = Math.abs(sampled.bins().get(bin).value() - exact[bin]) / sampled.bins().get(bin).standardError();
        return Double.isNaN(z) ? Double.POSITIVE_INFINITY : z;
    }

    /** As a p-value cannot rise with z, the least one up to z is taken. */
    private double pValue(int bin) {
        double expected = expected(bin);
        double least = 1;
        for (double x = Math.min(z(bin), FARTHEST); x > 0; x -= TAIL_STEP) {
            least = Math.min(least, StatisticalTests.studentPValue(x, GroupedWaitingTimes.GROUP_COUNT - 1) * Math.exp(x * x * x / (6 * Math.sqrt(expected))));
        }
        return least;
    }

    /** Why sums over pairs or successions of jumps of some channels may hang on a few trajectories. */
    static Optional<String> obstacle(Sample sample, List<String> channels) {
        if (sample.isWeighted()) {
            return Optional.of("a few weighted trajectories may hold most of the pairs and successions of jumps");
        }
        if (sample.count < Sample.MANY_TRAJECTORIES) {
            return Optional.of("fewer than " + Sample.MANY_TRAJECTORIES + " trajectories");
        }
        for (String channel : channels) {
            Optional<Moments> moments = sample.exactMoments("jumps." + channel);
            if (moments.isEmpty()) {
                return Optional.of("the exact moments of the jumps of " + channel + " are not known");
            }
            double variance = moments.get().variance();
            double least = variance > 0 ? Sample.MANY_EVENTS * (moments.get().fourth() / (variance * variance)) : 0;
            if (sample.count < least) {
                return Optional.of("the number of jumps of " + channel + " is normal on the mean from " + Digits.six(Math.ceil(least)) + " trajectories on, " + sample.count + " were sampled");
            }
        }
        return Optional.empty();
    }
}
