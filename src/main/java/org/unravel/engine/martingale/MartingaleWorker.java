package org.unravel.engine.martingale;

import java.util.Arrays;

import org.unravel.engine.drive.Step;
import org.unravel.engine.jump.JumpLaw;
import org.unravel.engine.jump.LaneStreams;
import org.unravel.engine.lane.HermitianRows;
import org.unravel.engine.lane.NodeKernel;
import org.unravel.trajectory.EngineCounters;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;
import org.unravel.trajectory.LaneWorker;
import org.unravel.trajectory.Recording;

/** Runs lane groups over the steps: in each step all lanes, one after the other. */
final class MartingaleWorker implements LaneWorker {

    private final MartingaleTables tables;
    private final boolean everyPoint;
    private final int lastPoint;
    private final LaneStreams streams;
    private final MartingaleLanes lanes;
    private final StepRates rates;
    private final MartingaleJumps jumps;
    private final double[] energy;
    private final double[] weight;
    private final double[][] observables;
    private final LaneValues shown;
    private final double[] nextRe;
    private final double[] nextIm;

    MartingaleWorker(MartingaleTables tables, NodeKernel kernel, int laneCount, Recording.Times times) {
        this.tables = tables;
        this.everyPoint = times == Recording.Times.ALL;
        this.lastPoint = tables.model().time().pointCount() - 1;
        // The draws are those of the plain law, with |γ| in place of γ.
        this.streams = new LaneStreams(tables.model(), laneCount, JumpLaw.OWN);
        this.lanes = new MartingaleLanes(tables.sector().dimension(), laneCount, tables.terms());
        this.rates = new StepRates(tables.terms(), tables.outer(), kernel);
        this.jumps = new MartingaleJumps(tables, rates, kernel, streams, lanes);
        this.energy = new double[laneCount];
        this.weight = new double[laneCount];
        this.observables = new double[tables.model().observables().size()][laneCount];
        this.shown = new LaneValues(energy, lanes.sums().work(), lanes.sums().drift(), lanes.sums().unitary(), lanes.sums().apart(), observables, weight);
        this.nextRe = new double[tables.sector().dimension()];
        this.nextIm = new double[nextRe.length];
    }

    @Override
    public EngineCounters counters() {
        return jumps.counters();
    }

    @Override
    public void run(long seed, long first, int laneCount, LaneObserver observer) {
        streams.start(seed, first, laneCount);
        lanes.start(streams, laneCount);
        observer.begin(first, laneCount);
        show(0, laneCount, observer);
        for (int s = 0; s < tables.stepCount(); s++) {
            Step step = tables.step(s);
            MartingaleStep table = tables.table(s);
            for (int b = 0; b < laneCount; b++) {
                advance(step, table, b, observer);
            }
            finish(s, laneCount);
            int gridIndex = step.gridIndex();
            if (gridIndex == lastPoint || gridIndex >= 0 && everyPoint) {
                show(gridIndex, laneCount, observer);
            }
        }
        observer.end((lane, re, im) -> copyKet(tables.model().time().end(), lane, re, im));
    }

    private void advance(Step step, MartingaleStep table, int lane, LaneObserver observer) {
        double[] re = lanes.re()[lane];
        double[] im = lanes.im()[lane];
        double half = step.length() / 2;
        rates.of(table, re, im);
        double hazard = rates.hazard(half, StepRates.nothing(), StepRates.whole());
        if (lanes.hazard()[lane] + hazard > lanes.limit()[lane]) {
            jumps.follow(step, table, lane, observer);
        } else {
            rates.addEnergies(half, StepRates.nothing(), StepRates.whole(), lanes.sums(), lane);
            lanes.hazard()[lane] += hazard;
            lanes.logWeight()[lane] += table.negative() ? rates.growth(half, StepRates.nothing(), StepRates.whole()) : 0;
        }
        table.end().apply(re, im, nextRe, nextIm);
        double square = 0;
        for (int i = 0; i < nextRe.length; i++) {
            square = Math.fma(nextRe[i], nextRe[i], Math.fma(nextIm[i], nextIm[i], square));
        }
        double scale = 1 / Math.sqrt(square);
        for (int i = 0; i < nextRe.length; i++) {
            re[i] = nextRe[i] * scale;
            im[i] = nextIm[i] * scale;
        }
    }

    /** A jump of E in time is work in the state of that moment (physics.md, "The ledger"). */
    private void finish(int step, int laneCount) {
        HermitianRows quench = tables.quench(step).orElse(null);
        for (int b = 0; quench != null && b < laneCount; b++) {
            lanes.sums().work()[b] += quench.expectation(lanes.re()[b], lanes.im()[b]);
        }
    }

    private void show(int gridIndex, int laneCount, LaneObserver observer) {
        HermitianRows[] point = tables.point(gridIndex);
        for (int b = 0; b < laneCount; b++) {
            energy[b] = point[0].expectation(lanes.re()[b], lanes.im()[b]);
            for (int o = 0; o < observables.length; o++) {
                observables[o][b] = point[1 + o].expectation(lanes.re()[b], lanes.im()[b]);
            }
            weight[b] = lanes.weight(b);
        }
        observer.gridPoint(gridIndex, shown);
        observer.kets(gridIndex, (lane, re, im) -> copyKet(tables.model().time().time(gridIndex), lane, re, im));
    }

    private void copyKet(double time, int lane, double[] re, double[] im) {
        Arrays.setAll(re, i -> lanes.re()[lane][i]);
        Arrays.setAll(im, i -> lanes.im()[lane][i]);
        tables.frame().leave(time, re, im);
    }
}
