package org.unravel.engine.sparse;

import java.util.Arrays;

import org.unravel.engine.drive.DriveState;
import org.unravel.engine.energy.EnergyIntegrals;
import org.unravel.engine.jump.JumpLaw;
import org.unravel.engine.jump.LaneStreams;
import org.unravel.engine.taylor.MovingRows;
import org.unravel.engine.taylor.SlicedRows;
import org.unravel.engine.taylor.TaylorKernel;
import org.unravel.model.InitialState;
import org.unravel.model.TimeGrid;
import org.unravel.trajectory.EngineCounters;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;
import org.unravel.trajectory.LaneWorker;
import org.unravel.trajectory.Recording;

/** Runs lane groups: from grid time to grid time all lanes, one after the other. */
public final class SparseWorker implements LaneWorker {

    private final SparseTables tables;
    private final TaylorKernel kernel;
    private final boolean everyPoint;
    private final LaneStreams streams;
    private final DriveState drive;
    private final SparseStepper stepper;
    private final SparseKet[] kets;
    private final EnergyIntegrals sums;
    private final MovingRows[] observables;
    private final double[][] means;
    private final double[] weight;
    private final boolean weighted;
    private final LaneValues shown;
    private final double[] scratch = new double[TaylorKernel.SCRATCH];

    public SparseWorker(SparseTables tables, TaylorKernel kernel, int lanes, Recording.Times times, JumpLaw law) {
        this.tables = tables;
        this.kernel = kernel;
        this.everyPoint = times == Recording.Times.ALL;
        this.streams = new LaneStreams(tables.model(), lanes, law);
        this.kets = new SparseKet[lanes];
        Arrays.setAll(kets, b -> new SparseKet(tables.model().dimension(), tables.terms()));
        this.sums = new EnergyIntegrals(tables.terms(), lanes);
        this.observables = Arrays.stream(tables.observables()).map(MovingRows::new).toArray(MovingRows[]::new);
        this.means = new double[1 + observables.length][lanes];
        this.weighted = law.isBiased();
        this.weight = weighted ? new double[lanes] : streams.ones();
        this.shown = new LaneValues(means[0], sums.work(), sums.drift(), sums.unitary(), sums.apart(), Arrays.copyOfRange(means, 1, means.length),
                weight);
        this.drive = new DriveState(tables.drive(), tables.generator().functions());
        this.stepper = new SparseStepper(tables, kernel, streams, drive, sums);
    }

    /** Bytes of a worker's kets. */
    static long bytes(int dimension, int lanes) {
        return 16L * lanes * SlicedRows.paddedLength(dimension) + TaylorSeries.bytes(dimension) + SegmentQuadrature.bytes(dimension);
    }

    @Override
    public EngineCounters counters() {
        return stepper.counters();
    }

    @Override
    public void run(long seed, long first, int laneCount, LaneObserver observer) {
        streams.start(seed, first, laneCount);
        enter(laneCount);
        observer.begin(first, laneCount);
        show(0, laneCount, observer);
        TimeGrid grid = tables.model().time();
        for (int g = 0; g + 1 < grid.pointCount(); g++) {
            for (int b = 0; b < laneCount; b++) {
                stepper.advance(b, kets[b], g, observer);
            }
            if (everyPoint || g + 2 == grid.pointCount()) {
                show(g + 1, laneCount, observer);
            }
        }
        observer.end(this::copyKet);
    }

    private void enter(int laneCount) {
        sums.clear();
        drive.enter(0);
        stepper.forms().moveTo(0);
        for (int b = 0; b < laneCount; b++) {
            InitialState.Component start = streams.initial(b);
            kets[b].set(start.re(), start.im(), tables.model().dimension());
            stepper.forms().of(kets[b]);
        }
    }

    /** Logarithms of the survival without any jump from each component of the initial state to the end; as there is none, nobody watches. */
    public double[] endLogSurvivals() {
        double[] ends = new double[tables.model().initial().components().size()];
        TimeGrid grid = tables.model().time();
        for (int first = 0; first < ends.length; first += kets.length) {
            int count = Math.min(kets.length, ends.length - first);
            streams.startComponents(first, count);
            enter(count);
            for (int b = 0; b < count; b++) {
                for (int g = 0; g + 1 < grid.pointCount(); g++) {
                    stepper.advance(b, kets[b], g, null);
                }
                ends[first + b] = Math.log(kets[b].forms()[0]);
            }
        }
        return ends;
    }

    private void copyKet(int lane, double[] re, double[] im) {
        System.arraycopy(kets[lane].re(), SlicedRows.HEIGHT, re, 0, tables.model().dimension());
        System.arraycopy(kets[lane].im(), SlicedRows.HEIGHT, im, 0, tables.model().dimension());
    }

    private void show(int gridIndex, int laneCount, LaneObserver observer) {
        drive.enter(tables.drive().firstPiece(gridIndex));
        drive.at(0);
        for (MovingRows o : observables) {
            o.moveTo(drive.values());
        }
        for (int b = 0; b < laneCount; b++) {
            SparseKet ket = kets[b];
            if (weighted) {
                weight[b] = streams.weight(b, Math.log(ket.forms()[0]));
            }
            means[0][b] = SparseForms.energy(ket.forms(), 0);
            for (int o = 1; o < means.length; o++) {
                means[o][b] = kernel.expectation(observables[o - 1].rows(), ket.re(), ket.im(), SlicedRows.HEIGHT, scratch) / ket.forms()[0];
            }
        }
        observer.gridPoint(gridIndex, shown);
        observer.kets(gridIndex, this::copyKet);
    }
}
