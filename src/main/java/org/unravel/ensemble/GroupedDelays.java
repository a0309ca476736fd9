package org.unravel.ensemble;

/**
 * Numbers of successive jumps by pair of channels, delay and group of trajectories. The groups are independent, the pairs of one trajectory are
 * not: so the scatter between groups says how far the numbers can be trusted.
 *
 * <p>A trajectory belongs to group (index mod 64). Delays lie in {@link WaitingTimes#BIN_COUNT} equal bins that cover the run.
 *
 * @param counts shape [channels, earlier jump][channels, later jump][groups × bins]; null for a pair that was not seen. Empty where a model has
 *        more than {@link #MOST_CHANNELS} channels
 */
public record GroupedDelays(long[][][] counts) {

    /** Number of groups. */
    public static final int GROUP_COUNT = 64;

    /** Beyond, the numbers would take more room than all else of a block. */
    public static final int MOST_CHANNELS = 8;

    /** Jumps of a group with a delay in a bin. */
    public long count(int from, int to, int group, int bin) {
        return counts[from][to] == null ? 0 : counts[from][to][group * WaitingTimes.BIN_COUNT + bin];
    }

    static GroupedDelays empty(int channelCount) {
        int channels = channelCount > MOST_CHANNELS ? 0 : channelCount;
        return new GroupedDelays(new long[channels][channels][]);
    }

    void add(long trajectory, int from, int to, double partOfRun) {
        if (counts.length == 0) {
            return;
        }
        if (counts[from][to] == null) {
            counts[from][to] = new long[GROUP_COUNT * WaitingTimes.BIN_COUNT];
        }
        int bin = Math.max(0, Math.min(WaitingTimes.BIN_COUNT - 1, (int) (partOfRun * WaitingTimes.BIN_COUNT)));
        counts[from][to][(int) (trajectory % GROUP_COUNT) * WaitingTimes.BIN_COUNT + bin]++;
    }

    void combine(GroupedDelays other) {
        for (int from = 0; from < counts.length; from++) {
            for (int to = 0; to < counts.length; to++) {
                long[] added = other.counts[from][to];
                if (added == null) {
                    continue;
                }
                if (counts[from][to] == null) {
                    counts[from][to] = new long[added.length];
                }
                for (int i = 0; i < added.length; i++) {
                    counts[from][to][i] += added[i];
                }
            }
        }
    }
}
