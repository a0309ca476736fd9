package org.unravel.ensemble;

import java.util.Arrays;

/**
 * The weighted jumps of a lane group, held back until its end.
 *
 * <p>Jumps are shown in an order that depends on the number of lanes. Numbers of jumps do not care; sums of weights round. So waiting times are booked
 * trajectory by trajectory, in the order of the index.
 */
final class JumpLog {

    private static final int FIRST_LENGTH = 16;

    private final Lane[] lanes;

    private static final class Lane {

        private int count;
        private int[] from = new int[FIRST_LENGTH];
        private int[] channel = new int[FIRST_LENGTH];
        private double[] time = new double[FIRST_LENGTH];
        private double[] delay = new double[FIRST_LENGTH];
        private double[] weight = new double[FIRST_LENGTH];

        private void grow() {
            from = Arrays.copyOf(from, 2 * count);
            channel = Arrays.copyOf(channel, 2 * count);
            time = Arrays.copyOf(time, 2 * count);
            delay = Arrays.copyOf(delay, 2 * count);
            weight = Arrays.copyOf(weight, 2 * count);
        }
    }

    JumpLog(int laneCount) {
        lanes = new Lane[laneCount];
        Arrays.setAll(lanes, b -> new Lane());
    }

    void begin() {
        for (Lane lane : lanes) {
            lane.count = 0;
        }
    }

    void add(int lane, int from, int channel, double time, double delay, double weight) {
        Lane l = lanes[lane];
        if (l.count == l.from.length) {
            l.grow();
        }
        l.from[l.count] = from;
        l.channel[l.count] = channel;
        l.time[l.count] = time;
        l.delay[l.count] = delay;
        l.weight[l.count++] = weight;
    }

    /** Shows the jumps of the trajectories {@code first …} of the group. */
    void replay(long first, int laneCount, Tally.OfJumps tally) {
        for (int b = 0; b < laneCount; b++) {
            Lane l = lanes[b];
            for (int i = 0; i < l.count; i++) {
                tally.jump(first + b, l.from[i], l.channel[i], l.time[i], l.delay[i], l.weight[i]);
            }
        }
    }
}
