package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.unravel.model.Model;
import org.unravel.model.Passage;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.DurationHistogram;
import org.unravel.statistics.GroupedSample;
import org.unravel.statistics.WeightTable;
import org.unravel.statistics.WeightedCount;

/** Times from the start to the n-th jumps that the model asks for. */
final class PassageTally extends DirectTally<PassageTally.Sums> implements Tally.OfJumps, Tally.OfEnds {

    private final List<Passage> passages;
    private final double start;
    private final double longest;
    /** The passages of each channel. */
    private final int[][] ofChannel;
    /** Jumps so far, shape [passages][lanes]; a trajectory has the place (index mod lanes), which no other of its group has. */
    private final int[][] seen;
    /** When the jump came and with which weight, kept until the group ends: sums are in the order of the index. */
    private final double[][] times;
    private final double[][] weights;

    PassageTally(Model model, int lanes) {
        passages = model.counting().passages();
        start = model.time().start();
        longest = model.time().end() - start;
        List<String> labels = model.channelLabels();
        ofChannel = labels.stream().map(c -> IntStream.range(0, passages.size()).filter(p -> passages.get(p).channel().equals(c)).toArray()).toArray(int[][]::new);
        seen = new int[passages.size()][lanes];
        times = new double[passages.size()][lanes];
        weights = new double[passages.size()][lanes];
    }

    @Override
    public void start() {
        super.start();
        for (int[] ofPassage : seen) {
            Arrays.fill(ofPassage, 0);
        }
    }

    @Override
    public void jump(long trajectory, int from, int channel, double time, double delay, double weight) {
        for (int p : ofChannel[channel]) {
            int place = (int) (trajectory % seen[p].length);
            if (++seen[p][place] == passages.get(p).number()) {
                times[p][place] = time - start;
                weights[p][place] = weight;
            }
        }
    }

    @Override
    public void end(LaneGroup group) {
        for (int p = 0; p < seen.length; p++) {
            for (int b = 0; b < group.laneCount(); b++) {
                long trajectory = group.first() + b;
                int place = (int) (trajectory % seen[p].length);
                if (seen[p][place] < passages.get(p).number()) {
                    sums.missed.add(p, group.finalWeight()[b]);
                } else {
                    sums.histograms[p].add(times[p][place], weights[p][place]);
                    sums.times[p].add(trajectory, times[p][place], weights[p][place]);
                }
                seen[p][place] = 0;
            }
        }
    }

    @Override
    public Sums empty() {
        return new Sums(passages, longest);
    }

    /** Times of the trajectories that came to the jump, and those that did not, by passage. */
    static final class Sums implements TallySums {

        private final List<Passage> passages;
        private final double longest;
        private final DurationHistogram[] histograms;
        private final GroupedSample[] times;
        private final WeightTable missed;

        Sums(List<Passage> passages, double longest) {
            this.passages = passages;
            this.longest = longest;
            this.histograms = passages.stream().map(p -> new DurationHistogram(longest)).toArray(DurationHistogram[]::new);
            this.times = passages.stream().map(p -> new GroupedSample()).toArray(GroupedSample[]::new);
            this.missed = new WeightTable(passages.size());
        }

        @Override
        public void combine(TallySums other) {
            Sums later = (Sums) other;
            for (int p = 0; p < histograms.length; p++) {
                histograms[p].combine(later.histograms[p]);
                times[p].combine(later.times[p]);
            }
            missed.combine(later.missed);
        }

        @Override
        public void write(DataOutput out) throws IOException {
            for (int p = 0; p < histograms.length; p++) {
                histograms[p].write(out);
                times[p].write(out);
            }
            missed.write(out);
        }

        @Override
        public void read(DataInput in) throws IOException {
            for (int p = 0; p < histograms.length; p++) {
                histograms[p].read(in);
                times[p].read(in);
            }
            missed.read(in);
        }

        @Override
        public void contribute(ResultParts parts) {
            for (int p = 0; p < histograms.length; p++) {
                WeightedCount never = missed.at(p);
                WeightedCount total = histograms[p].total().plus(never);
                List<Distribution.Bin> bins = new ArrayList<>(histograms[p].distribution(WaitingTimes.BIN_COUNT, total).bins());
                bins.add(Distribution.Bin.of(longest, Double.POSITIVE_INFINITY, never, total));
                parts.add(new PassageTimes(passages.get(p), new Distribution(bins, Distribution.Shape.INTERVALS), times[p].summary()));
            }
        }
    }
}
