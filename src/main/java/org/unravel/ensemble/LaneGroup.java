package org.unravel.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

import org.unravel.trajectory.LaneValues;
import org.unravel.trajectory.Ledger;

/** The trajectories that come together, as tallies see them. */
final class LaneGroup {

    private final Ledger ledger;
    private final int[] lastChannel;
    private final double[] lastTime;
    private final double[] finalWeight;
    private final List<CountPowers> powers = new ArrayList<>();
    /** Of each channel. */
    private final Counted[][] counted;
    private long firstOfBlock;
    private long first;
    private int laneCount;
    private LaneValues values;

    /** By how much a jump changes a number. */
    private record Counted(CountPowers powers, int step) {
    }

    LaneGroup(Ledger ledger, int lanes) {
        this.ledger = ledger;
        this.counted = new Counted[ledger.jumpCounts().length][0];
        this.lastChannel = new int[lanes];
        this.lastTime = new double[lanes];
        this.finalWeight = new double[lanes];
    }

    /** Lanes of the group at most. */
    int lanes() {
        return lastChannel.length;
    }

    /** From now on keeps the sums of powers of a number that jumps change: by the whole number {@code step} of a channel. */
    CountPowers count(IntUnaryOperator step) {
        CountPowers number = new CountPowers(lanes());
        powers.add(number);
        for (int k = 0; k < counted.length; k++) {
            if (step.applyAsInt(k) != 0) {
                counted[k] = Arrays.copyOf(counted[k], counted[k].length + 1);
                counted[k][counted[k].length - 1] = new Counted(number, step.applyAsInt(k));
            }
        }
        return number;
    }

    void startBlock(long firstTrajectory) {
        firstOfBlock = firstTrajectory;
    }

    void begin(long firstOfGroup, int count, double startTime) {
        first = firstOfGroup;
        laneCount = count;
        Arrays.fill(lastChannel, 0);
        Arrays.fill(lastTime, startTime);
        for (CountPowers number : powers) {
            number.clear();
        }
    }

    void jumped(int lane, int channel, double time) {
        lastChannel[lane] = channel + 1;
        lastTime[lane] = time;
        for (Counted number : counted[channel]) {
            number.powers.add(lane, number.step);
        }
    }

    void show(LaneValues now) {
        values = now;
    }

    void end() {
        System.arraycopy(values.weight(), 0, finalWeight, 0, laneCount);
    }

    /** Index of the first trajectory; lane b holds trajectory {@code first + b}. */
    long first() {
        return first;
    }

    /** Number of trajectories. */
    int laneCount() {
        return laneCount;
    }

    /** Whether the group is the first of its block: its first trajectory gives the pivots. */
    boolean isFirstOfBlock() {
        return first == firstOfBlock;
    }

    /** The books of these trajectories. */
    Ledger ledger() {
        return ledger;
    }

    /** What the engine shows at the grid time. */
    LaneValues values() {
        return values;
    }

    /** Weights at the end, shape [lanes]. */
    double[] finalWeight() {
        return finalWeight;
    }

    /** Channel of the last jump so far plus 1, or 0; shape [lanes]. */
    int[] lastChannel() {
        return lastChannel;
    }

    /** Time of the last jump so far, or the start; shape [lanes]. */
    double[] lastTime() {
        return lastTime;
    }
}
