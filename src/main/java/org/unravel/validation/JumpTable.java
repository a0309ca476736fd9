package org.unravel.validation;

import java.util.Arrays;

import org.unravel.ensemble.EnsembleResult;
import org.unravel.exact.ExactCurves;
import org.unravel.statistics.StatisticalTests;

/** Jumps that were seen beside those that are expected, up to every grid time. */
final class JumpTable {

    private final ChannelBounds channels;
    private final EnsembleResult result;
    private final ExactCurves exact;

    JumpTable(ChannelBounds channels, EnsembleResult result, ExactCurves exact) {
        this.channels = channels;
        this.result = result;
        this.exact = exact;
    }

    /** Expected number of jumps of one channel in one trajectory, up to a grid time. */
    double expectedEach(int channel, int point) {
        return exact.curve(channels.name(channel)).orElseThrow()[point];
    }

    /** Expected number of jumps of some channels in one trajectory. */
    double expectedEach(int[] of, int point) {
        double sum = 0;
        for (int k : of) {
            sum += expectedEach(k, point);
        }
        return sum;
    }

    /** Expected number of jumps of some channels in the whole sample. */
    double expected(int[] of, int point) {
        return result.trajectoryCount() * expectedEach(of, point);
    }

    /** Mean number of jumps of one channel in a trajectory of the sample, weighted. */
    double observedEach(int channel, int point) {
        return observed(new int[] {channel}, point) / (result.trajectoryCount() * result.meanWeight(point));
    }

    /** Jumps of some channels in the whole sample, each times the weight of its trajectory. */
    double observed(int[] of, int point) {
        double sum = 0;
        for (int k : of) {
            sum += result.jumpNumbers().get(channels.name(k))[point];
        }
        return sum;
    }

    /**
     * Two-sided p-value of the number of jumps as a Poisson number, for few jumps in many trajectories.
     *
     * <p>Jumps of one trajectory may come in clusters: from any state on, more follow at a mean of at most Λ, so that
     * E[n(n − 1)] ≤ 2Λ E[n] and the variance is at most F = 1 + 2Λ times the mean. The count is taken in units of F, rounded
     * towards its mean.
     */
    double poissonPValue(int[] of, int point) {
        double cluster = cluster(of, point);
        double mean = Math.max(0, expected(of, point)) / cluster;
        double count = observed(of, point) / cluster;
        long rounded = (long) (count > mean ? Math.max(Math.floor(count), Math.floor(mean)) : Math.min(Math.ceil(count), Math.ceil(mean)));
        return StatisticalTests.poissonPValue(rounded, mean);
    }

    /** The largest |q| of some channels. */
    double largestQuantum(int[] of) {
        return Arrays.stream(of).mapToDouble(channels::largestQuantum).max().orElse(0);
    }

    /** No less than the variance of a sum over the jumps of a trajectory that each add at most a size: size² E[n²] ≤ size² (1 + 2Λ) E[n]. */
    double varianceBound(int[] of, int point, double size) {
        return size * size * cluster(of, point) * Math.max(0, expectedEach(of, point));
    }

    /** F = 1 + 2Λ. */
    private double cluster(int[] of, int point) {
        return 1 + 2 * channels.jumpBound(of, point);
    }
}
