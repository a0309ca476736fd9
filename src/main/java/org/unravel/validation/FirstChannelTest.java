package org.unravel.validation;

import java.util.ArrayList;
import java.util.List;

import org.unravel.ensemble.WaitingTimes;
import org.unravel.exact.WaitingTimeProbabilities;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.StatisticalTests;
import org.unravel.statistics.WeightedCount;

/** Channel and time of the first jump of every trajectory, or none, against the exact probabilities: Pearson's chi-square. */
final class FirstChannelTest implements EnsembleTest {

    private static final Subject SUBJECT = Subject.of(Subject.Kind.FIRST_JUMPS, "first jump by channel and time");

    private final List<WaitingTimes> sampled;
    private final List<String> channels;
    private final WaitingTimeProbabilities exact;
    private final long count;
    private final double largestWeight;

    /**
     * A test.
     *
     * @param channels {@code bath.channel} in the order of the channels
     * @param count number of trajectories
     * @param largestWeight no weight of theirs exceeds it
     */
    FirstChannelTest(List<WaitingTimes> sampled, List<String> channels, WaitingTimeProbabilities exact, long count, double largestWeight) {
        this.largestWeight = largestWeight;
        this.sampled = sampled;
        this.channels = channels;
        this.exact = exact;
        this.count = count;
    }

    @Override
    public Finding finding() {
        List<WeightedCount> observed = new ArrayList<>();
        List<Double> expected = new ArrayList<>();
        for (int k = 0; k < channels.size(); k++) {
            List<Distribution.Bin> bins = bins(channels.get(k));
            for (int b = 0; b < WaitingTimes.BIN_COUNT; b++) {
                observed.add(bins.isEmpty() ? WeightedCount.NONE : bins.get(b).values());
                expected.add(count * Math.max(0, exact.bins()[0][k][b]));
            }
        }
        List<Distribution.Bin> none = bins(WaitingTimes.NONE);
        observed.add(none.isEmpty() ? WeightedCount.NONE : none.get(0).values());
        expected.add(Math.max(0, count - expected.stream().mapToDouble(Double::doubleValue).sum()));
        if (!observed.stream().allMatch(WeightedCount::hasUnitWeights)) {
            return new WeightedShares(observed, expected.stream().mapToDouble(e -> e / count).toArray(), largestWeight, count).finding(SUBJECT);
        }
        StatisticalTests.Outcome outcome = StatisticalTests.chiSquare(observed.stream().mapToLong(WeightedCount::count).toArray(),
                expected.stream().mapToDouble(Double::doubleValue).toArray());
        if (Double.isNaN(outcome.pValue())) {
            return Finding.notMade(SUBJECT, Statistic.CHI_SQUARE, "fewer than two cells with 5 expected trajectories");
        }
        return Finding.of(SUBJECT, Statistic.CHI_SQUARE, outcome.statistic(), outcome.pValue(), channels.size() + " channels");
    }

    private List<Distribution.Bin> bins(String to) {
        return sampled.stream().filter(w -> w.from().equals(WaitingTimes.START) && w.to().equals(to)).findFirst().map(w -> w.distribution().bins())
                .orElse(List.of());
    }
}
