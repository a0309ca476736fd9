package org.unravel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.DoubleStream;

import org.unravel.engine.sector.EnergyScale;
import org.unravel.model.Model;
import org.unravel.model.Observable;
import org.unravel.numeric.SparseMatrix;
import org.unravel.trajectory.Engine;
import org.unravel.trajectory.LaneKets;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;
import org.unravel.trajectory.LaneWorker;

/** Holds the kets that an engine shows at grid times against the means that it shows there. */
public final class KetsAndValues implements LaneObserver {

    /** Part of a grid step by which one stands behind a jump of an operator at a grid time. */
    private static final double BEHIND = 1e-9;

    private final Model model;
    private final double[] re;
    private final double[] im;
    private int laneCount;
    private int shown = -1;
    private LaneValues values;
    private double worst;
    private String place = "";
    private long compared;

    private KetsAndValues(Model model) {
        this.model = model;
        this.re = new double[model.dimension()];
        this.im = new double[model.dimension()];
    }

    /** Runs trajectories 0 … count − 1. */
    public static KetsAndValues of(Model model, Engine engine, long seed, int count) {
        KetsAndValues all = new KetsAndValues(model);
        LaneWorker worker = engine.worker();
        for (int first = 0; first < count; first += engine.laneCount()) {
            worker.run(seed, first, Math.min(engine.laneCount(), count - first), all);
        }
        return all;
    }

    /** Largest difference: of energies in units of the energy scale, of observables in units of their norm where that is above 1. */
    public double worst() {
        return worst;
    }

    /** Where that is. */
    public String place() {
        return place;
    }

    /** Kets that were compared. */
    public long compared() {
        return compared;
    }

    @Override
    public void begin(long first, int count) {
        laneCount = count;
        shown = -1;
    }

    @Override
    public void jump(int lane, double time, int channel, double energyChange, double weight) {
        // kets are looked at on the grid
    }

    @Override
    public void gridPoint(int index, LaneValues shownValues) {
        shown = index;
        values = shownValues;
    }

    @Override
    public void kets(int index, LaneKets kets) {
        assertEquals(shown, index, "kets come just after their grid point");
        double time = model.time().time(index);
        double branch = time + BEHIND * model.time().step();
        SparseMatrix energy = model.energy().at(time, branch);
        SparseMatrix[] observables = model.observables().stream().map(Observable::operator).map(o -> o.at(time, branch)).toArray(SparseMatrix[]::new);
        for (int b = 0; b < laneCount; b++) {
            kets.copy(b, re, im);
            String where = " of lane " + b + " at grid point " + index;
            compare(values.energy()[b], energy, EnergyScale.of(model), "energy" + where);
            for (int o = 0; o < observables.length; o++) {
                compare(values.observables()[o][b], observables[o], Math.max(1, observables[o].rowSumNorm()), model.observables().get(o).name() + where);
            }
            compared++;
        }
    }

    private void compare(double mean, SparseMatrix operator, double scale, String where) {
        double norm = DoubleStream.concat(DoubleStream.of(re), DoubleStream.of(im)).map(x -> x * x).sum();
        double difference = Math.abs(operator.expectation(re, im) / norm - mean) / scale;
        // A NaN must not pass for a small difference.
        if (!(difference <= worst)) {
            worst = difference;
            place = where;
        }
    }
}
