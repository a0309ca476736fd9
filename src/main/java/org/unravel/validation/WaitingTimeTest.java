package org.unravel.validation;

import java.util.ArrayList;
import java.util.List;

import org.unravel.ensemble.GroupedDelays;
import org.unravel.ensemble.WaitingTimes;
import org.unravel.exact.WaitingTimeProbabilities;
import org.unravel.statistics.StatisticalTests;

/**
 * The delays from the jumps of one channel to the next jumps, if those are of a given channel, against the exact ones.
 *
 * <p>Delays of one trajectory hang together, so that Pearson's chi-square would not do. The numbers in 64 groups of trajectories are independent
 * vectors, normal where each counts many jumps: {@link StatisticalTests#hotelling}. Bins are pooled to at most six cells of at least 1000
 * expected jumps; the numbers count as well as the delays.
 */
final class WaitingTimeTest implements EnsembleTest {

    private static final int MOST_CELLS = 6;
    private static final String STATISTIC = "F";

    private final GroupedDelays delays;
    private final int from;
    private final int to;
    private final double[] expected;
    private final long count;
    private final String name;

    /**
     * A test of the pair of channels (from, to).
     *
     * @param count number of trajectories
     */
    WaitingTimeTest(String name, GroupedDelays delays, WaitingTimeProbabilities exact, int from, int to, long count) {
        this.name = name;
        this.delays = delays;
        this.from = from;
        this.to = to;
        this.count = count;
        this.expected = exact.bins()[from + 1][to].clone();
        for (int b = 0; b < expected.length; b++) {
            expected[b] *= exact.counts()[from + 1];
        }
    }

    /** Expected number of pairs in the whole sample; NaN where the earlier channel never fires. */
    double expectedPairs() {
        double sum = 0;
        for (double e : expected) {
            sum += e;
        }
        return count * sum;
    }

    @Override
    public Finding finding() {
        List<int[]> cells = cells();
        double[] mean = new double[cells.size()];
        double[][] groups = new double[GroupedDelays.GROUP_COUNT][cells.size()];
        for (int c = 0; c < mean.length; c++) {
            for (int b = cells.get(c)[0]; b < cells.get(c)[1]; b++) {
                mean[c] += expected[b];
                for (int g = 0; g < groups.length; g++) {
                    groups[g][c] += delays.count(from, to, g, b);
                }
            }
        }
        for (int g = 0; g < groups.length; g++) {
            // trajectories g, g + 64, …
            double members = Math.floorDiv(count - 1 - g, (long) groups.length) + 1.0;
            for (int c = 0; c < mean.length; c++) {
                groups[g][c] /= members;
            }
        }
        StatisticalTests.Outcome outcome = StatisticalTests.hotelling(groups, mean);
        if (Double.isNaN(outcome.pValue())) {
            return Finding.certain(name, "pairs", 0, 0, "no scatter between groups, " + Digits.six(expectedPairs()) + " pairs expected");
        }
        return Finding.of(name, STATISTIC, outcome.statistic(), outcome.pValue(),
                Digits.six(expectedPairs()) + " pairs expected, " + mean.length + (mean.length == 1 ? " cell" : " cells"));
    }

    /** Neighbouring bins of about equal expectation: first (inclusive) and last (exclusive) of each cell. */
    private List<int[]> cells() {
        double least = Math.max(Sample.MANY_EVENTS, expectedPairs() / MOST_CELLS);
        List<int[]> cells = new ArrayList<>();
        int first = 0;
        double open = 0;
        for (int b = 0; b < WaitingTimes.BIN_COUNT; b++) {
            open += count * expected[b];
            if (open >= least) {
                cells.add(new int[] {first, b + 1});
                first = b + 1;
                open = 0;
            }
        }
        if (cells.isEmpty()) {
            cells.add(new int[] {0, WaitingTimes.BIN_COUNT});
        }
        cells.get(cells.size() - 1)[1] = WaitingTimes.BIN_COUNT;
        return cells;
    }
}
