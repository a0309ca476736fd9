package org.unravel.ensemble;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.trajectory.LaneValues;
import org.unravel.trajectory.Ledger;

/**
 * Keeps every trajectory of a block as it is. Watches as a {@link Tally} does and is none: records do not add up, so that they leave with their block and never enter the merge.
 * One per worker thread.
 */
final class RecordTally implements Tally.OfJumps {

    private static final int FIRST_LENGTH = 1024;

    private final List<Channel> channels;
    private final boolean hasHeatOfJumps;
    private final boolean isWeighted;
    private final int observableCount;
    private final int[] rows;
    private final int columnCount;
    private final int firstMeasured;
    private final int blockSize;
    private final Optional<EndMeasurement> measurement;
    private final double[] startEnergy;

    /** Jumps of the group, in the order in which they were shown. */
    private int groupJumps;
    private int[] lane = new int[FIRST_LENGTH];
    private int[] channel = new int[FIRST_LENGTH];
    private double[] time = new double[FIRST_LENGTH];
    private final int[] next;

    private long firstOfBlock;
    private int count;
    private int jumps;
    private double[][] values;
    private int[] jumpCount;
    private double[] jumpTime;
    private int[] jumpChannel;
    private double[] jumpHeat;

    /** Of blocks of up to so many trajectories, in groups of up to so many lanes; the measurement is that of the {@link TwoPointTally}. */
    RecordTally(Model model, Ledger ledger, int lanes, int blockSize, Optional<EndStates> ends, Optional<EndMeasurement> measurement) {
        this.channels = model.channels();
        this.hasHeatOfJumps = RecordPlan.hasHeatOfJumps(model);
        this.isWeighted = model.isWeighted();
        this.observableCount = model.observables().size();
        this.rows = ledger.names().stream().filter(q -> !q.equals(Quantity.ENERGY)).mapToInt(ledger.names()::indexOf).toArray();
        this.columnCount = RecordPlan.quantities(model, ends).size() + observableCount;
        this.firstMeasured = 2 + rows.length + (isWeighted ? 1 : 0);
        this.blockSize = blockSize;
        this.measurement = measurement;
        this.startEnergy = new double[lanes];
        this.next = new int[lanes + 1];
    }

    /** Begins the block whose first trajectory is given. */
    void start(long firstTrajectory) {
        firstOfBlock = firstTrajectory;
        // a block has about as many jumps as the one before it
        int expected = Math.max(FIRST_LENGTH, jumps);
        count = 0;
        jumps = 0;
        groupJumps = 0;
        values = new double[columnCount][blockSize];
        jumpCount = new int[blockSize];
        jumpTime = new double[expected];
        jumpChannel = new int[expected];
        jumpHeat = new double[hasHeatOfJumps ? expected : 0];
    }

    /** Those of the block that has been watched; the tally does not touch them any more. */
    TrajectoryRecords records() {
        return new TrajectoryRecords(firstOfBlock, count, values, jumpCount, jumpTime, jumpChannel, jumpHeat);
    }

    @Override
    public void jump(long trajectory, int from, int by, double at, double delay, double weight) {
        if (groupJumps == lane.length) {
            lane = Arrays.copyOf(lane, 2 * groupJumps);
            channel = Arrays.copyOf(channel, 2 * groupJumps);
            time = Arrays.copyOf(time, 2 * groupJumps);
        }
        lane[groupJumps] = (int) (trajectory - firstOfBlock) - count;
        channel[groupJumps] = by;
        time[groupJumps++] = at;
    }

    /** A group has come to the first grid time. */
    void begin(LaneGroup group) {
        System.arraycopy(group.values().energy(), 0, startEnergy, 0, group.laneCount());
    }

    /** It has come to the last one. */
    void end(LaneGroup group) {
        sortJumps(group.laneCount());
        LaneValues shown = group.values();
        int column = keep(0, startEnergy, group.laneCount());
        column = keep(column, shown.energy(), group.laneCount());
        for (int row : rows) {
            column = keep(column, group.ledger().values()[row], group.laneCount());
        }
        if (isWeighted) {
            keep(column, group.finalWeight(), group.laneCount());
        }
        for (int i = 0; i < observableCount; i++) {
            keep(columnCount - observableCount + i, shown.observables()[i], group.laneCount());
        }
        count += group.laneCount();
    }

    private int keep(int column, double[] lanes, int laneCount) {
        System.arraycopy(lanes, 0, values[column], count, laneCount);
        return column + 1;
    }

    /** Its kets at the end have been measured, if they are. */
    void measured(LaneGroup group) {
        measurement.ifPresent(m -> {
            for (int i = 0; i < m.measured().length; i++) {
                System.arraycopy(m.measured()[i], 0, values[firstMeasured + i], (int) (group.first() - firstOfBlock), group.laneCount());
            }
        });
    }

    /** Lanes jump in turn, and each in the order of time: so it is enough to sort them by lane and leave the order of each. */
    private void sortJumps(int laneCount) {
        Arrays.fill(next, 0);
        for (int i = 0; i < groupJumps; i++) {
            next[lane[i] + 1]++;
        }
        for (int b = 0; b < laneCount; b++) {
            jumpCount[count + b] = next[b + 1];
            next[b + 1] += next[b];
        }
        makeRoom();
        for (int i = 0; i < groupJumps; i++) {
            int place = jumps + next[lane[i]]++;
            jumpTime[place] = time[i];
            jumpChannel[place] = channel[i];
            if (hasHeatOfJumps) {
                jumpHeat[place] = channels.get(channel[i]).heat().at(time[i]).re();
            }
        }
        jumps += groupJumps;
        groupJumps = 0;
    }

    private void makeRoom() {
        int needed = Math.addExact(jumps, groupJumps);
        if (needed > jumpTime.length) {
            int length = (int) Math.min(Math.max(2L * jumpTime.length, needed), Integer.MAX_VALUE - Long.BYTES);
            jumpTime = Arrays.copyOf(jumpTime, length);
            jumpChannel = Arrays.copyOf(jumpChannel, length);
            jumpHeat = Arrays.copyOf(jumpHeat, hasHeatOfJumps ? length : 0);
        }
    }
}
