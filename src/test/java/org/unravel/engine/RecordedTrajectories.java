package org.unravel.engine;

import java.util.ArrayList;
import java.util.List;

import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.trajectory.Engine;
import org.unravel.trajectory.LaneKets;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;
import org.unravel.trajectory.LaneWorker;
import org.unravel.trajectory.Ledger;

/** Writes down all that an engine shows of some trajectories, and books it. */
public final class RecordedTrajectories implements LaneObserver {

    /** One jump as shown. */
    public record Jump(double time, int channel, double energyChange, double weight) {
    }

    private final Ledger ledger;
    private final int dimension;
    private final List<double[][]> endKets = new ArrayList<>();
    private final List<List<Jump>> jumps = new ArrayList<>();
    private final List<List<double[]>> energies = new ArrayList<>();
    private final List<List<Double>> weights = new ArrayList<>();
    private final List<double[]> finals = new ArrayList<>();
    private final int lastPoint;
    private int first;
    private int laneCount;
    private int nextPoint;
    private double worstClosure;

    private RecordedTrajectories(Model model, int lanes) {
        ledger = new Ledger(model, lanes);
        dimension = model.dimension();
        lastPoint = model.time().pointCount() - 1;
    }

    /** Runs trajectories 0 … count − 1. */
    public static RecordedTrajectories of(Model model, Engine engine, long seed, int count) {
        RecordedTrajectories recorded = new RecordedTrajectories(model, engine.paddedLaneCount());
        LaneWorker worker = engine.worker();
        for (int first = 0; first < count; first += engine.laneCount()) {
            worker.run(seed, first, Math.min(engine.laneCount(), count - first), recorded);
        }
        return recorded;
    }

    @Override
    public void begin(long firstOfGroup, int count) {
        if (firstOfGroup != jumps.size()) {
            throw new AssertionError("expected trajectory " + jumps.size() + ", was shown " + firstOfGroup);
        }
        first = jumps.size();
        laneCount = count;
        nextPoint = 0;
        for (int b = 0; b < count; b++) {
            jumps.add(new ArrayList<>());
            energies.add(new ArrayList<>());
            weights.add(new ArrayList<>());
        }
        ledger.begin();
    }

    @Override
    public void jump(int lane, double time, int channel, double energyChange, double weight) {
        jumps.get(first + lane).add(new Jump(time, channel, energyChange, weight));
        ledger.jump(lane, time, channel, energyChange);
    }

    @Override
    public void gridPoint(int index, LaneValues values) {
        if (index != nextPoint++) {
            throw new AssertionError("expected grid point " + (nextPoint - 1) + ", was shown " + index);
        }
        ledger.gridPoint(index, values);
        for (int b = 0; b < laneCount; b++) {
            double closure = value(Quantity.ENERGY_CHANGE, b) - value(Quantity.WORK, b) - value(Quantity.HEAT_JUMP, b)
                    - value(Quantity.HEAT_DRIFT, b) - (ledger.names().contains(Quantity.HEAT_UNITARY) ? value(Quantity.HEAT_UNITARY, b) : 0);
            // A NaN must not pass for a small error.
            worstClosure = Math.abs(closure) <= worstClosure ? worstClosure : Math.abs(closure);
            energies.get(first + b).add(shownState(values, b));
            weights.get(first + b).add(values.weight()[b]);
            if (index == lastPoint) {
                int lane = b;
                finals.add(ledger.names().stream().mapToDouble(name -> value(name, lane)).toArray());
            }
        }
    }

    @Override
    public void end(LaneKets kets) {
        if (nextPoint != lastPoint + 1 || endKets.size() != first) {
            throw new AssertionError("kets are shown once, after the last grid point");
        }
        for (int b = 0; b < laneCount; b++) {
            double[][] ket = new double[2][dimension];
            kets.copy(b, ket[0], ket[1]);
            endKets.add(ket);
        }
    }

    /** Real and imaginary parts of the ket of one trajectory at the end, not normalised. */
    public double[][] endKet(int trajectory) {
        return endKets.get(trajectory);
    }

    private static double[] shownState(LaneValues values, int lane) {
        double[] state = new double[4 + values.observables().length + values.driftApart().length];
        state[0] = values.energy()[lane];
        state[1] = values.work()[lane];
        state[2] = values.drift()[lane];
        state[3] = values.unitary()[lane];
        for (int o = 0; o < values.observables().length; o++) {
            state[4 + o] = values.observables()[o][lane];
        }
        for (int b = 0; b < values.driftApart().length; b++) {
            state[4 + values.observables().length + b] = values.driftApart()[b][lane];
        }
        return state;
    }

    private double value(String name, int lane) {
        return ledger.values()[ledger.names().indexOf(name)][lane];
    }

    int count() {
        return jumps.size();
    }

    /** Jumps of one trajectory in the order in which they were shown. */
    public List<Jump> jumps(int trajectory) {
        return jumps.get(trajectory);
    }

    long jumpCount() {
        return jumps.stream().mapToLong(List::size).sum();
    }

    /** Energy, work, drift heat, unitary heat, observables and drift heat of each bath apart, of one trajectory at a grid time. */
    public double[] state(int trajectory, int gridIndex) {
        return energies.get(trajectory).get(gridIndex);
    }

    /** Weight of one trajectory at a grid time. */
    public double weight(int trajectory, int gridIndex) {
        return weights.get(trajectory).get(gridIndex);
    }

    /** A quantity of one trajectory at the end. */
    public double atEnd(int trajectory, String quantity) {
        return finals.get(trajectory)[ledger.names().indexOf(quantity)];
    }

    /** Largest |U − U(0) − W − Q_jump − Q_drift − Q_unitary| of all trajectories at all grid times. */
    public double worstClosure() {
        return worstClosure;
    }
}
