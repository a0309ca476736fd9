package org.unravel.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.unravel.ensemble.GroupedWaitingTimes;
import org.unravel.ensemble.WaitingTimes;
import org.unravel.model.Tolerance;
import org.unravel.statistics.PowerSums;
import org.unravel.statistics.StatisticalTests;

/**
 * The waiting times from the jumps of one channel, or group of channels, to the next jumps, if those are of a given one, against the exact ones.
 *
 * <p>Waiting times of one trajectory hang together, so that Pearson's chi-square would not do. The numbers in 64 groups of trajectories are independent
 * vectors, normal where each counts many jumps: {@link StatisticalTests#hotelling}. Bins are pooled to at most six cells of at least 1000
 * expected jumps; the numbers count as well as the waiting times.
 *
 * <p>Where trajectories have the same number of pairs but for fewer than 1000 events (a cascade that has come to its end), the cells add up to a number
 * that is not normal, or does not scatter at all. The last cell is then left out of F. A number that does not scatter is tested apart: were the mean off
 * by d, a trajectory would have another number with a probability of at least d/R, R the largest difference, and none of N has with
 * at most e^{−Nd/R}. The smaller of both p-values counts twice.
 */
final class WaitingTimeTest implements EnsembleTest {

    private static final int MOST_CELLS = 6;
    private static final double LEAST_SHARERS = 8;
    /** Excess of the fourth moment over 64 groups: its standard error is √(24/64) for normal ones, and 21 events of a size in all would give 3. */
    private static final double MOST_KURTOSIS = 3;

    private final GroupedWaitingTimes delays;
    private final int from;
    private final int to;
    private final double[] expected;
    private final long count;
    private final Subject subject;
    private final double mostPairs;
    private final double largestWeight;

    /**
     * A test of a pair of groups of channels.
     *
     * @param expected exact number of pairs of a trajectory in each bin
     * @param count number of trajectories
     * @param mostPairs pairs that no trajectory exceeds
     * @param largestWeight weight that no trajectory exceeds
     */
    WaitingTimeTest(Subject subject, GroupedWaitingTimes delays, double[] expected, int from, int to, long count, double mostPairs,
            double largestWeight) {
        this.largestWeight = largestWeight;
        this.mostPairs = mostPairs;
        this.subject = subject;
        this.delays = delays;
        this.from = from;
        this.to = to;
        this.count = count;
        this.expected = expected.clone();
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
        if (count < GroupedWaitingTimes.GROUP_COUNT) {
            return Finding.notMade(subject, Statistic.F, "fewer than " + GroupedWaitingTimes.GROUP_COUNT + " trajectories");
        }
        List<int[]> cells = cells();
        double[] totals = new double[GroupedWaitingTimes.GROUP_COUNT];
        for (int g = 0; g < totals.length; g++) {
            totals[g] = weight(g, new int[] {0, WaitingTimes.BIN_COUNT});
        }
        boolean free = events(totals) >= Sample.MANY_EVENTS * largestWeight * largestWeight;
        Finding shape = free ? ofCells(cells, "") : ofCells(cells.subList(0, cells.size() - 1), ", the last left out");
        if (free || !isConstant(totals)) {
            return shape;
        }
        double p = constantPValue(totals[0] / members(0));
        double both = Math.min(1, 2 * p);
        if (shape.kind() == Finding.Kind.NOT_MADE || p < shape.pValue()) {
            return new Finding(subject, Statistic.PAIRS, totals[0] / members(0) * count, shape.kind() == Finding.Kind.NOT_MADE ? p : both,
                    Finding.Kind.CHANCE, Digits.six(expectedPairs()) + " expected, the same number in every group of trajectories", shape.elementary());
        }
        return new Finding(subject, Statistic.F, shape.value(), Math.min(1, 2 * shape.pValue()), Finding.Kind.CHANCE, shape.note(), shape.elementary());
    }

    private double weight(int group, int[] cell) {
        double sum = 0;
        for (int b = cell[0]; b < cell[1]; b++) {
            sum += delays.weight(from, to, group, b);
        }
        return sum;
    }

    /** Trajectories g, g + 64, … */
    private double members(int group) {
        return Math.floorDiv(count - 1 - group, (long) GroupedWaitingTimes.GROUP_COUNT) + 1.0;
    }

    /** N times the variance of the number of pairs of a trajectory, from the scatter between groups: the events of size 1 that give as much. */
    private double events(double[] totals) {
        double mean = DoubleStream.of(totals).sum() / count;
        double sum = 0;
        for (int g = 0; g < totals.length; g++) {
            double members = members(g);
            double deviation = totals[g] - members * mean;
            sum += deviation * deviation / members;
        }
        return count * sum / (totals.length - 1);
    }

    /** Whether every group has the same whole number of pairs for each of its trajectories. */
    private boolean isConstant(double[] totals) {
        double each = totals[0] / members(0);
        return each == Math.rint(each) && IntStream.range(0, totals.length).allMatch(g -> totals[g] == each * members(g));
    }

    private double constantPValue(double each) {
        double off = MeanTest.beyond(each - expectedPairs() / count, Tolerance.RESULT * Math.max(1, each));
        return off == 0 ? 1 : Math.exp(-count * Math.abs(off) / Math.max(each, mostPairs));
    }

    private Finding ofCells(List<int[]> cells, String which) {
        if (cells.isEmpty()) {
            return Finding.notMade(subject, Statistic.F, "a single cell, and fewer than " + Digits.six(Sample.MANY_EVENTS)
                    + " events that change the number of pairs");
        }
        double[] mean = new double[cells.size()];
        double[][] groups = new double[GroupedWaitingTimes.GROUP_COUNT][cells.size()];
        for (int c = 0; c < mean.length; c++) {
            for (int b = cells.get(c)[0]; b < cells.get(c)[1]; b++) {
                mean[c] += expected[b];
            }
            for (int g = 0; g < groups.length; g++) {
                groups[g][c] = weight(g, cells.get(c)) / members(g);
            }
        }
        for (int c = 0; c < mean.length; c++) {
            if (!isSpread(groups, c)) {
                return Finding.notMade(subject, Statistic.F, "a few trajectories may hold most of the pairs");
            }
        }
        StatisticalTests.Outcome outcome = StatisticalTests.hotelling(groups, mean);
        if (Double.isNaN(outcome.pValue())) {
            return Finding.notMade(subject, Statistic.F, "the numbers in the cells follow from one another in every group of trajectories");
        }
        return Finding.of(subject, Statistic.F, outcome.statistic(), outcome.pValue(),
                Digits.six(expectedPairs()) + " pairs expected, " + mean.length + (mean.length == 1 ? " cell" : " cells") + which);
    }

    /**
     * Whether many trajectories share the scatter of a cell. A trajectory has at most {@link #mostPairs} pairs, R: N σ² ≥ 8R² by the scatter between groups
     * makes pairs that were not seen too few to count, as n trajectories of that size that are expected and missing shift z by n/√8 and are missing
     * with probability e^{−n}. Those that were seen show in the fourth moment of the groups.
     */
    private boolean isSpread(double[][] groups, int cell) {
        PowerSums sums = new PowerSums();
        for (double[] group : groups) {
            sums.add(group[cell]);
        }
        double ofOne = sums.variance() * count / GroupedWaitingTimes.GROUP_COUNT;
        double largest = mostPairs * largestWeight;
        boolean isSmooth = Double.isNaN(sums.kurtosis()) || sums.kurtosis() <= MOST_KURTOSIS;
        return sums.variance() == 0 || count * ofOne >= LEAST_SHARERS * largest * largest && isSmooth;
    }

    /** Neighbouring bins of about equal expectation: first (inclusive) and last (exclusive) of each cell. */
    private List<int[]> cells() {
        double least = Math.max(Sample.MANY_EVENTS * largestWeight, expectedPairs() / MOST_CELLS);
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
