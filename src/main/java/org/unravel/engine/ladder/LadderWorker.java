package org.unravel.engine.ladder;

import java.util.Arrays;

import org.unravel.engine.jump.JumpLaw;
import org.unravel.engine.jump.LaneStreams;
import org.unravel.engine.lane.HermitianRows;
import org.unravel.engine.sector.Sector;
import org.unravel.trajectory.EngineCounters;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;
import org.unravel.trajectory.LaneWorker;
import org.unravel.trajectory.Recording;

/** Runs lane groups: from grid time to grid time all lanes, one after the other. */
final class LadderWorker implements LaneWorker {

    private final LadderTables tables;
    private final boolean everyPoint;
    private final LaneStreams streams;
    private final LadderStepper stepper;
    private final LadderStepper.Lane[] lanes;
    private final boolean weighted;
    private final double[] energy;
    private final double[] drift;
    private final double[] unitary;
    private final double[][] apart;
    private final double[][] observables;
    private final double[] weight;
    private final LaneValues shown;

    LadderWorker(LadderTables tables, int lanes, Recording.Times times, JumpLaw law) {
        this.tables = tables;
        this.everyPoint = times == Recording.Times.ALL;
        this.streams = new LaneStreams(tables.model(), lanes, law);
        this.stepper = new LadderStepper(tables, streams);
        this.lanes = new LadderStepper.Lane[lanes];
        this.apart = new double[tables.model().bathsApart().size()][lanes];
        Arrays.setAll(this.lanes, b -> new LadderStepper.Lane(tables.map().largestSector(), apart.length));
        this.weighted = law.isBiased();
        this.energy = new double[lanes];
        this.drift = new double[lanes];
        this.unitary = new double[lanes];
        this.observables = new double[tables.model().observables().size()][lanes];
        this.weight = weighted ? new double[lanes] : streams.ones();
        this.shown = new LaneValues(energy, new double[lanes], drift, unitary, apart, observables, weight);
    }

    @Override
    public EngineCounters counters() {
        return new EngineCounters(stepper.jumps(), 0, stepper.laterJumps(), stepper.grazings(), 0, 0);
    }

    @Override
    public void run(long seed, long first, int laneCount, LaneObserver observer) {
        streams.start(seed, first, laneCount);
        for (int b = 0; b < laneCount; b++) {
            stepper.start(lanes[b], streams.initial(b));
        }
        observer.begin(first, laneCount);
        show(0, laneCount, observer);
        int last = tables.model().time().pointCount() - 1;
        for (int g = 0; g < last; g++) {
            for (int b = 0; b < laneCount; b++) {
                stepper.advance(b, lanes[b], g, observer);
            }
            if (everyPoint || g + 1 == last) {
                show(g + 1, laneCount, observer);
            }
        }
        observer.end(this::copyKet);
    }

    private void show(int gridIndex, int laneCount, LaneObserver observer) {
        for (int b = 0; b < laneCount; b++) {
            LadderStepper.Lane lane = lanes[b];
            energy[b] = lane.energy();
            drift[b] = lane.drift();
            unitary[b] = lane.unitary();
            for (int i = 0; i < apart.length; i++) {
                apart[i][b] = lane.apart(i);
            }
            if (weighted) {
                weight[b] = streams.weight(b, lane.logSurvival());
            }
            HermitianRows[] of = tables.observables().get(lane.sector());
            for (int o = 0; o < of.length; o++) {
                observables[o][b] = of[o].expectation(lane.re(), lane.im());
            }
        }
        observer.gridPoint(gridIndex, shown);
        observer.kets(gridIndex, this::copyKet);
    }

    private void copyKet(int lane, double[] re, double[] im) {
        Arrays.fill(re, 0);
        Arrays.fill(im, 0);
        Sector sector = tables.map().sectors().get(lanes[lane].sector());
        sector.scatter(lanes[lane].re(), re);
        sector.scatter(lanes[lane].im(), im);
    }

    /** Logarithms of the survival without any jump from each component of the initial state to the end. */
    double[] endLogSurvivals() {
        double[] ends = new double[tables.model().initial().components().size()];
        int intervals = tables.model().time().pointCount() - 1;
        for (int c = 0; c < ends.length; c++) {
            streams.startComponents(c, 1);
            stepper.start(lanes[0], streams.initial(0));
            for (int g = 0; g < intervals && lanes[0].logSurvival() > Double.NEGATIVE_INFINITY; g++) {
                stepper.advance(0, lanes[0], g, null);
            }
            ends[c] = lanes[0].logSurvival();
        }
        return ends;
    }
}
