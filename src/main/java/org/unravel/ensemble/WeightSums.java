package org.unravel.ensemble;

import java.util.Arrays;

import org.unravel.statistics.GroupedSample;

/** Sums up the weights of the trajectories of one block, and their jumps with them: what a run without a bias has no need of. */
final class WeightSums {

    private final int channelCount;
    private final WeightedCurveSums weights;
    private final double[] ones;
    private final WeightedCurveSums jumps;
    private final double[] numbers;
    private GroupedSample finals;

    WeightSums(int channelCount, int pointCount, int lanes) {
        this.channelCount = channelCount;
        this.weights = new WeightedCurveSums(1, pointCount);
        this.ones = new double[lanes];
        Arrays.fill(ones, 1);
        this.jumps = new WeightedCurveSums(channelCount, pointCount);
        this.numbers = new double[lanes];
    }

    /** Begins a new block. */
    void start() {
        weights.clear();
        jumps.clear();
        finals = new GroupedSample();
    }

    /** Adds trajectories {@code first …} at a grid time; of the block's first group, the first lane gives the pivot. */
    void gridPoint(int gridIndex, boolean isFirst, long first, double[] weight, int[][] jumpCounts, int laneCount) {
        if (isFirst) {
            weights.setPivot(gridIndex, 0, weight[0]);
        }
        weights.add(gridIndex, 0, first, weight, ones, laneCount);
        for (int k = 0; k < channelCount; k++) {
            for (int b = 0; b < laneCount; b++) {
                numbers[b] = jumpCounts[k][b];
            }
            jumps.add(gridIndex, k, first, numbers, weight, laneCount);
        }
    }

    /** Adds the weights at the end. */
    void end(long first, double[] weight, int laneCount) {
        for (int b = 0; b < laneCount; b++) {
            finals.add(first + b, weight[b], 1);
        }
        weights.count(laneCount);
        jumps.count(laneCount);
    }

    WeightMoments moments() {
        return new WeightMoments(weights.moments(), jumps.moments(), finals);
    }
}
