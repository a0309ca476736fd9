package org.unravel.engine;

import java.util.Arrays;
import java.util.function.IntFunction;

import org.unravel.model.InitialState;
import org.unravel.trajectory.EngineCounters;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;
import org.unravel.trajectory.LaneWorker;
import org.unravel.trajectory.Recording;

/** Runs lane groups over the step tables. */
final class GridWorker implements LaneWorker {

    private final GridTables tables;
    private final IntFunction<StepTable> source;
    private final boolean everyPoint;
    private final int lastPoint;
    private final LaneStepper stepper;
    private final JumpResolver resolver;
    private final EnergyIntegrals sums;
    private final LaneStreams streams;
    private final int[] jumping;
    private final double[][] means;
    private final LaneValues shown;
    private final double[][] saved = new double[3][];

    GridWorker(GridTables tables, LaneKernel kernel, int lanes, Recording.Times times) {
        this.source = tables.source();
        this.everyPoint = times == Recording.Times.ALL;
        this.lastPoint = tables.model().time().pointCount() - 1;
        this.tables = tables;
        this.stepper = LaneStepper.of(tables, kernel, lanes);
        this.resolver = new JumpResolver(stepper, new ChannelTable(tables.model(), tables.frame()), tables.terms());
        this.sums = new EnergyIntegrals(lanes);
        this.streams = new LaneStreams(tables.model(), lanes);
        this.jumping = new int[lanes];
        this.means = new double[1 + tables.model().observables().size()][lanes];
        this.shown = new LaneValues(means[0], sums.work(), sums.drift(), sums.unitary(), Arrays.copyOfRange(means, 1, means.length));
        for (int i = 0; i < saved.length; i++) {
            saved[i] = new double[lanes];
        }
    }

    @Override
    public EngineCounters counters() {
        return resolver.counters();
    }

    @Override
    public void run(long seed, long first, int laneCount, LaneObserver observer) {
        int lanes = LaneKernel.padded(laneCount);
        start(seed, first, laneCount, lanes);
        observer.begin(first, laneCount);
        stepper.means(tables.point(0), means, lanes);
        observer.gridPoint(0, shown);
        for (int s = 0; s < tables.stepCount(); s++) {
            StepTable table = source.apply(s);
            stepper.advance(table, lanes);
            int count = jumpingLanes(lanes);
            stepper.integrate(table, sums, lanes);
            for (int l = 0; l < count; l++) {
                int lane = jumping[l];
                restore(l, lane);
                double[] threshold = streams.threshold();
                threshold[lane] = resolver.resolve(table, lane, threshold[lane], streams.stream(lane), sums, observer);
            }
            stepper.swap();
            if (tables.quench(s) != null) {
                quench(tables.quench(s), lanes);
            }
            int gridIndex = table.step().gridIndex();
            if (gridIndex == lastPoint || gridIndex >= 0 && everyPoint) {
                stepper.means(tables.point(gridIndex), means, lanes);
                observer.gridPoint(gridIndex, shown);
            }
        }
        observer.end(this::copyKet);
    }

    private void copyKet(int lane, double[] re, double[] im) {
        for (int i = 0; i < stepper.dimension; i++) {
            re[i] = stepper.re[i][lane];
            im[i] = stepper.im[i][lane];
        }
        tables.frame().leave(tables.model().time().end(), re, im);
    }

    private void start(long seed, long first, int laneCount, int lanes) {
        streams.start(seed, first, laneCount);
        for (int b = 0; b < lanes; b++) {
            InitialState.Component ket = streams.initial(b);
            for (int i = 0; i < stepper.dimension; i++) {
                stepper.re[i][b] = ket.re()[i];
                stepper.im[i][b] = ket.im()[i];
            }
        }
        sums.clear();
        stepper.start(lanes);
    }

    /** Lists the lanes whose norm has fallen below their threshold, and keeps their integrals at the start of the step. */
    private int jumpingLanes(int lanes) {
        int count = stepper.kernel.below(stepper.nextNorm, streams.threshold(), jumping, lanes);
        for (int l = 0; l < count; l++) {
            int b = jumping[l];
            saved[0][l] = sums.work()[b];
            saved[1][l] = sums.drift()[b];
            saved[2][l] = sums.unitary()[b];
        }
        return count;
    }

    private void restore(int l, int lane) {
        sums.work()[lane] = saved[0][l];
        sums.drift()[lane] = saved[1][l];
        sums.unitary()[lane] = saved[2][l];
    }

    /** A jump of H in time is work in the state of that moment (trajectories.md §2). */
    private void quench(HermitianRows difference, int lanes) {
        double[] change = saved[0];
        stepper.kernel.expectation(difference, stepper.re, stepper.im, stepper.norm, change, lanes);
        for (int b = 0; b < lanes; b++) {
            sums.work()[b] += change[b];
        }
    }
}
