package org.unravel.ensemble;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.unravel.model.JumpCorrelations;
import org.unravel.model.Model;

/** Pairs of jumps by their delay, whatever comes between them, for the g² that the model asks for. */
final class CorrelationTally extends DirectTally<CorrelationSums> implements Tally.OfJumps, Tally.OfEnds {

    private final Model model;
    private final JumpCorrelations asked;
    private final int lanes;
    /** Of each channel its place among those that a pair begins with, or −1. */
    private final int[] placeOfFirst;
    /** Of each channel the pairs that end with it, with the place of their first. */
    private final int[][] ending;
    private final int[][] beginning;
    /** Times of jumps that a later one may still make a pair with, shape [places of first channels][lanes]; a trajectory has the lane (index mod lanes). */
    private final Recent[][] recent;

    /** The jumps of one channel in the last of a trajectory's time, in the order of time. */
    private static final class Recent {

        private static final int FIRST_LENGTH = 8;

        private double[] times = new double[FIRST_LENGTH];
        private int from;
        private int to;

        void add(double time) {
            if (to == times.length) {
                int left = to - from;
                double[] room = 2 * left > times.length ? new double[2 * times.length] : times;
                System.arraycopy(times, from, room, 0, left);
                times = room;
                from = 0;
                to = left;
            }
            times[to++] = time;
        }

        void forget(double before) {
            while (from < to && times[from] <= before) {
                from++;
            }
        }
    }

    CorrelationTally(Model model, int lanes) {
        this.model = model;
        this.asked = model.counting().correlations().orElseThrow();
        this.lanes = lanes;
        List<String> labels = model.channelLabels();
        List<String> firsts = asked.pairs().stream().map(p -> p.first()).distinct().toList();
        placeOfFirst = labels.stream().mapToInt(firsts::indexOf).toArray();
        ending = labels.stream().map(c -> IntStream.range(0, asked.pairs().size()).filter(p -> asked.pairs().get(p).second().equals(c)).toArray()).toArray(int[][]::new);
        beginning = Arrays.stream(ending).map(of -> Arrays.stream(of).map(p -> firsts.indexOf(asked.pairs().get(p).first())).toArray()).toArray(int[][]::new);
        recent = new Recent[firsts.size()][lanes];
    }

    @Override
    public void start() {
        super.start();
        for (Recent[] ofChannel : recent) {
            Arrays.setAll(ofChannel, b -> new Recent());
        }
    }

    @Override
    public void jump(long trajectory, int from, int channel, double time, double delay, double weight) {
        int group = (int) (trajectory % GroupedWaitingTimes.GROUP_COUNT);
        int lane = (int) (trajectory % lanes);
        sums.jump(group, channel, weight);
        for (int i = 0; i < ending[channel].length; i++) {
            Recent jumps = recent[beginning[channel][i]][lane];
            jumps.forget(time - asked.longest());
            for (int j = jumps.from; j < jumps.to; j++) {
                sums.pair(ending[channel][i], group, (time - jumps.times[j]) / asked.longest(), weight);
            }
        }
        if (placeOfFirst[channel] >= 0) {
            recent[placeOfFirst[channel]][lane].forget(time - asked.longest());
            recent[placeOfFirst[channel]][lane].add(time);
        }
    }

    @Override
    public void end(LaneGroup group) {
        for (int b = 0; b < group.laneCount(); b++) {
            long trajectory = group.first() + b;
            sums.trajectory((int) (trajectory % GroupedWaitingTimes.GROUP_COUNT), group.finalWeight()[b]);
            for (Recent[] ofChannel : recent) {
                Recent own = ofChannel[(int) (trajectory % lanes)];
                own.from = 0;
                own.to = 0;
            }
        }
    }

    @Override
    public CorrelationSums empty() {
        return new CorrelationSums(model);
    }
}
