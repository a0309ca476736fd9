package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.unravel.model.Model;
import org.unravel.model.TimeGrid;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.DurationHistogram;
import org.unravel.statistics.WeightTable;
import org.unravel.statistics.WeightedCount;

/** Waiting times from the start or from a jump to the next jump, and how many trajectories ended without another. */
final class WaitingTimeTally extends DirectTally<WaitingTimeTally.Sums> implements Tally.OfJumps, Tally.OfEnds {

    private final List<String> names = new ArrayList<>(List.of(WaitingTimes.START));
    private final double longest;

    WaitingTimeTally(Model model) {
        names.addAll(model.channelLabels());
        TimeGrid time = model.time();
        longest = time.end() - time.start();
    }

    @Override
    public void jump(long trajectory, int from, int channel, double time, double delay, double weight) {
        if (sums.delays[from][channel] == null) {
            sums.delays[from][channel] = new DurationHistogram(longest);
        }
        sums.delays[from][channel].add(delay, weight);
    }

    @Override
    public void end(LaneGroup group) {
        for (int b = 0; b < group.laneCount(); b++) {
            sums.endings.add(group.lastChannel()[b], group.finalWeight()[b]);
        }
    }

    @Override
    public Sums empty() {
        return new Sums(names, longest);
    }

    /** Delays from channel {@code from − 1} (0: the start) to a channel, null where there was none; and trajectories by their last jump, likewise. */
    static final class Sums implements TallySums {

        private final List<String> names;
        private final double longest;
        private final DurationHistogram[][] delays;
        private final WeightTable endings;

        Sums(List<String> names, double longest) {
            this.names = names;
            this.longest = longest;
            this.delays = new DurationHistogram[names.size()][names.size() - 1];
            this.endings = new WeightTable(names.size());
        }

        @Override
        public void combine(TallySums other) {
            Sums later = (Sums) other;
            endings.combine(later.endings);
            for (int from = 0; from < delays.length; from++) {
                for (int to = 0; to < delays[from].length; to++) {
                    DurationHistogram more = later.delays[from][to];
                    if (delays[from][to] == null) {
                        delays[from][to] = more;
                    } else if (more != null) {
                        delays[from][to].combine(more);
                    }
                }
            }
        }

        @Override
        public void write(DataOutput out) throws IOException {
            endings.write(out);
            for (DurationHistogram[] row : delays) {
                for (DurationHistogram cell : row) {
                    out.writeBoolean(cell != null);
                    if (cell != null) {
                        cell.write(out);
                    }
                }
            }
        }

        @Override
        public void read(DataInput in) throws IOException {
            endings.read(in);
            for (DurationHistogram[] row : delays) {
                for (int to = 0; to < row.length; to++) {
                    row[to] = in.readBoolean() ? new DurationHistogram(longest) : null;
                    if (row[to] != null) {
                        row[to].read(in);
                    }
                }
            }
        }

        @Override
        public void contribute(ResultParts parts) {
            for (int from = 0; from < names.size(); from++) {
                WeightedCount total = endings.at(from);
                for (DurationHistogram cell : delays[from]) {
                    total = cell == null ? total : total.plus(cell.total());
                }
                if (total.hasWeight()) {
                    contribute(parts, from, total);
                }
            }
        }

        private void contribute(ResultParts parts, int from, WeightedCount total) {
            for (int to = 0; to < delays[from].length; to++) {
                if (delays[from][to] != null) {
                    parts.add(new WaitingTimes(names.get(from), names.get(to + 1), delays[from][to].distribution(WaitingTimes.BIN_COUNT, total)));
                }
            }
            Distribution.Bin none = Distribution.Bin.of(0, Double.POSITIVE_INFINITY, endings.at(from), total);
            parts.add(new WaitingTimes(names.get(from), WaitingTimes.NONE, new Distribution(List.of(none), Distribution.Shape.INTERVALS)));
        }
    }
}
