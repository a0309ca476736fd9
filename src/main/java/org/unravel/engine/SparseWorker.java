package org.unravel.engine;

import java.util.Arrays;

import org.unravel.model.TimeGrid;
import org.unravel.trajectory.EngineCounters;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;
import org.unravel.trajectory.LaneWorker;
import org.unravel.trajectory.Recording;

/**
 * Runs lane groups as Taylor polynomials. In every part of a grid interval all lanes are expanded; those that jump are taken out, jump, and are
 * expanded again over the time that is left, round by round, until every lane has come to the end of the part.
 */
final class SparseWorker implements LaneWorker {

    private final SparseTables tables;
    private final TaylorKernel kernel;
    private final boolean everyPoint;
    private final int dimension;
    private final int lanes;
    private final LaneStreams streams;
    private final SparseRound round;
    private final double[] psiRe;
    private final double[] psiIm;
    private final double[] done;
    private final int[] active;
    private final double[] norm;
    private final EnergyIntegrals sums;
    private final double[][] means;
    private final LaneValues shown;

    SparseWorker(SparseTables tables, TaylorKernel kernel, int lanes, Recording.Times times) {
        this.tables = tables;
        this.kernel = kernel;
        this.everyPoint = times == Recording.Times.ALL;
        this.dimension = tables.model().dimension();
        this.lanes = lanes;
        this.streams = new LaneStreams(tables.model(), lanes);
        this.psiRe = new double[dimension * lanes];
        this.psiIm = new double[dimension * lanes];
        this.done = new double[lanes];
        this.active = new int[lanes];
        this.norm = new double[lanes];
        this.sums = new EnergyIntegrals(lanes);
        this.means = new double[1 + tables.observables().length][lanes];
        this.shown = new LaneValues(means[0], sums.work(), sums.drift(), sums.unitary(), Arrays.copyOfRange(means, 1, means.length));
        this.round = new SparseRound(tables, kernel, lanes, streams, sums);
    }

    @Override
    public EngineCounters counters() {
        return round.counters();
    }

    @Override
    public void run(long seed, long first, int laneCount, LaneObserver observer) {
        start(seed, first, laneCount);
        observer.begin(first, laneCount);
        show(0, observer);
        TimeGrid grid = tables.model().time();
        for (int g = 0; g + 1 < grid.pointCount(); g++) {
            for (int part = 0; part < tables.partCount(); part++) {
                advance(grid.time(g) + part * tables.partLength(), laneCount, observer);
            }
            if (everyPoint || g + 2 == grid.pointCount()) {
                show(g + 1, observer);
            }
        }
        observer.end(this::copyKet);
    }

    private void copyKet(int lane, double[] re, double[] im) {
        for (int i = 0; i < dimension; i++) {
            re[i] = psiRe[i * lanes + lane];
            im[i] = psiIm[i * lanes + lane];
        }
    }

    private void start(long seed, long first, int laneCount) {
        streams.start(seed, first, laneCount);
        for (int b = 0; b < lanes; b++) {
            for (int i = 0; i < dimension; i++) {
                psiRe[i * lanes + b] = streams.initial(b).re()[i];
                psiIm[i * lanes + b] = streams.initial(b).im()[i];
            }
        }
        sums.clear();
    }

    /** Takes all lanes over one part that starts at a time. */
    private void advance(double time, int laneCount, LaneObserver observer) {
        Arrays.fill(done, 0, laneCount, 0);
        int count = laneCount;
        for (int b = 0; b < count; b++) {
            active[b] = b;
        }
        while (count > 0) {
            count = round.advance(time, active, count, psiRe, psiIm, done, observer);
        }
    }

    private void show(int gridIndex, LaneObserver observer) {
        Arrays.fill(norm, 0);
        for (int i = 0; i < dimension; i++) {
            for (int b = 0; b < lanes; b++) {
                int p = i * lanes + b;
                norm[b] = Math.fma(psiRe[p], psiRe[p], Math.fma(psiIm[p], psiIm[p], norm[b]));
            }
        }
        for (int o = 0; o < means.length; o++) {
            HermitianRows rows = o == 0 ? tables.energyRows() : tables.observables()[o - 1];
            kernel.expectation(rows, psiRe, psiIm, means[o], lanes);
            for (int b = 0; b < lanes; b++) {
                means[o][b] /= norm[b];
            }
        }
        observer.gridPoint(gridIndex, shown);
    }
}
