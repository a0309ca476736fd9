package org.unravel.engine;

import java.util.Arrays;
import java.util.List;

import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.trajectory.Engine;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;
import org.unravel.trajectory.LaneWorker;
import org.unravel.trajectory.Ledger;
import org.unravel.trajectory.Recording;

/** What trajectories have at the end: work, heat, counted heat and jumps; and how well their first law closed. */
public final class FinalSample implements LaneObserver {

    /** What is sampled, in the order of {@link #values}. */
    static final List<String> NAMES = List.of(Quantity.WORK, Quantity.HEAT, Quantity.HEAT_COUNTED, "jumps");

    private final Ledger ledger;
    private final int lastPoint;
    private final double[][] values;
    private final int[] rows;
    private int first;
    private int laneCount;
    private double worstClosure;

    private FinalSample(Model model, int lanes, int count) {
        ledger = new Ledger(model, lanes);
        lastPoint = model.time().pointCount() - 1;
        values = new double[NAMES.size()][count];
        rows = NAMES.stream().mapToInt(ledger.names()::indexOf).toArray();
    }

    /** Trajectories 0 … count − 1 of a seed. */
    public static FinalSample of(Model model, Engine engine, long seed, int count) {
        FinalSample sample = new FinalSample(model, engine.paddedLaneCount(), count);
        LaneWorker worker = engine.worker(Recording.Times.ENDS);
        for (int next = 0; next < count; next += engine.laneCount()) {
            worker.run(seed, next, Math.min(engine.laneCount(), count - next), sample);
        }
        return sample;
    }

    @Override
    public void begin(long firstOfGroup, int count) {
        first = (int) firstOfGroup;
        laneCount = count;
        ledger.begin();
    }

    @Override
    public void jump(int lane, double time, int channel, double energyChange, double weight) {
        ledger.jump(lane, time, channel, energyChange);
        values[NAMES.size() - 1][first + lane]++;
    }

    @Override
    public void gridPoint(int index, LaneValues shown) {
        ledger.gridPoint(index, shown);
        for (int b = 0; b < laneCount; b++) {
            // A NaN must not pass for a small error.
            worstClosure = ledger.closureError()[b] <= worstClosure ? worstClosure : ledger.closureError()[b];
        }
        for (int q = 0; q < rows.length && index == lastPoint; q++) {
            if (rows[q] >= 0) {
                System.arraycopy(ledger.values()[rows[q]], 0, values[q], first, laneCount);
            }
        }
    }

    /** Values of all trajectories, ascending. */
    public double[] values(String name) {
        double[] sorted = values[NAMES.indexOf(name)].clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** Largest failure of ΔU = W + Q. */
    public double worstClosure() {
        return worstClosure;
    }
}
