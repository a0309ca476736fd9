package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

import org.unravel.statistics.WeightTable;

/**
 * Numbers of successive jumps by pair of {@linkplain ChannelGroups groups of channels}, waiting time and group of trajectories. The groups are independent, the pairs of one trajectory are
 * not: so the scatter between groups says how far the numbers can be trusted.
 *
 * <p>A trajectory belongs to group (index mod 64). Waiting times lie in {@link WaitingTimes#BIN_COUNT} equal bins that cover the run.
 *
 * @param pairs jumps by group × bin with the weights just after the later jump, shape [groups of channels, earlier jump][groups of channels, later jump]; null for a pair
 *        that was not seen
 */
public record GroupedWaitingTimes(WeightTable[][] pairs) {

    /** Number of groups. */
    public static final int GROUP_COUNT = 64;

    /** Sum of the weights of the jumps of a group with a waiting time in a bin: their number for unit weights. */
    public double weight(int from, int to, int group, int bin) {
        return pairs[from][to] == null ? 0 : pairs[from][to].weight(group * WaitingTimes.BIN_COUNT + bin);
    }

    static GroupedWaitingTimes empty(int channelGroups) {
        return new GroupedWaitingTimes(new WeightTable[channelGroups][channelGroups]);
    }

    private static WeightTable emptyPair() {
        return new WeightTable(GROUP_COUNT * WaitingTimes.BIN_COUNT);
    }

    void add(long trajectory, int from, int to, double partOfRun, double weight) {
        if (pairs[from][to] == null) {
            pairs[from][to] = emptyPair();
        }
        int bin = Math.max(0, Math.min(WaitingTimes.BIN_COUNT - 1, (int) (partOfRun * WaitingTimes.BIN_COUNT)));
        pairs[from][to].add((int) (trajectory % GROUP_COUNT) * WaitingTimes.BIN_COUNT + bin, weight);
    }

    void combine(GroupedWaitingTimes other) {
        for (int from = 0; from < pairs.length; from++) {
            for (int to = 0; to < pairs.length; to++) {
                WeightTable added = other.pairs[from][to];
                if (added == null) {
                    continue;
                }
                if (pairs[from][to] == null) {
                    pairs[from][to] = emptyPair();
                }
                pairs[from][to].combine(added);
            }
        }
    }

    void write(DataOutput out) throws IOException {
        for (WeightTable[] row : pairs) {
            for (WeightTable pair : row) {
                out.writeBoolean(pair != null);
                if (pair != null) {
                    pair.write(out);
                }
            }
        }
    }

    void read(DataInput in) throws IOException {
        for (WeightTable[] row : pairs) {
            for (int to = 0; to < row.length; to++) {
                row[to] = in.readBoolean() ? emptyPair() : null;
                if (row[to] != null) {
                    row[to].read(in);
                }
            }
        }
    }
}
