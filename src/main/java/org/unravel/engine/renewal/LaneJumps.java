package org.unravel.engine.renewal;

import java.util.Arrays;

import org.unravel.trajectory.LaneObserver;

/** Jumps of a lane group that wait to be shown, by the grid point before which they come; within one grid point in the order of adding. */
final class LaneJumps {

    private static final int NONE = -1;

    private final int[] first;
    private final int[] last;
    private int count;
    private int[] next = new int[256];
    private int[] lanes = new int[256];
    private int[] channels = new int[256];
    private double[] times = new double[256];
    private double[] changes = new double[256];
    private double[] weights = new double[256];

    /** For so many grid points. */
    LaneJumps(int points) {
        first = new int[points];
        last = new int[points];
    }

    void clear() {
        Arrays.fill(first, NONE);
        count = 0;
    }

    void add(int point, int lane, double time, int channel, double energyChange, double weight) {
        if (count == next.length) {
            grow();
        }
        if (first[point] == NONE) {
            first[point] = count;
        } else {
            next[last[point]] = count;
        }
        last[point] = count;
        next[count] = NONE;
        lanes[count] = lane;
        times[count] = time;
        channels[count] = channel;
        changes[count] = energyChange;
        weights[count++] = weight;
    }

    private void grow() {
        next = Arrays.copyOf(next, 2 * count);
        lanes = Arrays.copyOf(lanes, 2 * count);
        channels = Arrays.copyOf(channels, 2 * count);
        times = Arrays.copyOf(times, 2 * count);
        changes = Arrays.copyOf(changes, 2 * count);
        weights = Arrays.copyOf(weights, 2 * count);
    }

    /** Shows the jumps that come before a grid point. */
    void show(int point, LaneObserver observer) {
        for (int i = first[point]; i != NONE; i = next[i]) {
            observer.jump(lanes[i], times[i], channels[i], changes[i], weights[i]);
        }
    }
}
