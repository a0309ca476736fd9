package org.unravel.engine.martingale;

import java.util.List;
import java.util.stream.IntStream;

import org.unravel.engine.drive.Step;
import org.unravel.engine.jump.LaneStreams;
import org.unravel.engine.lane.NodeKernel;
import org.unravel.engine.sector.BlockFrame;
import org.unravel.engine.sector.ChannelTable;
import org.unravel.engine.sector.SectorMap;
import org.unravel.numeric.BlockMatrix;
import org.unravel.numeric.BlockSolver;
import org.unravel.numeric.ChebyshevNodes;
import org.unravel.trajectory.EngineCounters;
import org.unravel.trajectory.LaneObserver;

/**
 * Takes one lane through a step in which it jumps, any number of times. The ket after a jump is continued back to the start of the step (virtual ket), so that the same tables serve again.
 * One per worker.
 */
final class MartingaleJumps {

    private static final int N = ChebyshevNodes.COUNT;

    private final StepRates rates;
    private final NodeKernel kernel;
    private final LaneStreams streams;
    private final MartingaleLanes lanes;
    private final ChannelTable channels;
    private final BlockSolver solver;
    private final HazardRoot root = new HazardRoot();
    private final double[] here = new double[N];
    private final double[] work = new double[N + 1];
    private final double[] moduli;
    private final double[] padded;
    private final BlockMatrix propagator;
    private final double[] ketRe;
    private final double[] ketIm;
    private double[] from = new double[N];
    private double[] to = new double[N];
    private double energyBefore;
    private int channel;
    private long jumps;
    private long laterJumps;
    private long grazings;

    MartingaleJumps(MartingaleTables tables, StepRates rates, NodeKernel kernel, LaneStreams streams, MartingaleLanes lanes) {
        this.rates = rates;
        this.kernel = kernel;
        this.streams = streams;
        this.lanes = lanes;
        int dimension = tables.sector().dimension();
        SectorMap whole = new SectorMap(tables.model(), List.of(tables.sector()), IntStream.range(0, dimension).map(i -> 0).toArray(),
                new int[1][tables.model().channels().size()]);
        this.channels = ChannelTable.of(whole, 0, new BlockFrame[] {tables.frame()});
        this.moduli = new double[tables.model().channels().size()];
        this.solver = new BlockSolver(tables.outer().partition());
        this.propagator = BlockMatrix.zero(tables.outer().partition());
        this.padded = new double[MartingaleStep.width(propagator.partition())];
        this.ketRe = new double[dimension];
        this.ketIm = new double[dimension];
    }

    EngineCounters counters() {
        return new EngineCounters(jumps, root.iterations(), laterJumps, grazings, 0, 0);
    }

    /** Takes a lane, whose rates are known and whose hazard reaches its limit in the step, to the end of it; its ket is then still at the start of the step, a virtual one. */
    void follow(Step step, MartingaleStep table, int lane, LaneObserver observer) {
        double half = step.length() / 2;
        double x = -1;
        boolean later = false;
        System.arraycopy(StepRates.nothing(), 0, from, 0, N);
        while (lanes.hazard()[lane] + rates.hazard(half, from, StepRates.whole()) > lanes.limit()[lane]) {
            x = root.find(rates.rates(), rates.hazardAt(), x, (lanes.limit()[lane] - lanes.hazard()[lane]) / half);
            if (!jump(step, table, lane, x, half)) {
                continue;
            }
            laterJumps += later ? 1 : 0;
            later = true;
            rates.of(table, lanes.re()[lane], lanes.im()[lane]);
            observer.jump(lane, step.time(x), channel, rates.energy(here) - energyBefore, lanes.weight(lane));
        }
        add(half, lane, StepRates.whole());
    }

    private void add(double half, int lane, double[] upTo) {
        rates.addEnergies(half, from, upTo, lanes.sums(), lane);
        lanes.logWeight()[lane] += rates.growth(half, from, upTo);
        lanes.hazard()[lane] += rates.hazard(half, from, upTo);
    }

    /** Makes a lane jump at a place; false where no channel can fire, by rounding: it then goes on to a later hazard, as if it had not been known by when it would jump. */
    private boolean jump(Step step, MartingaleStep table, int lane, double x, double half) {
        double[] re = lanes.re()[lane];
        double[] im = lanes.im()[lane];
        kernel.interpolate(x, here);
        place(table);
        propagator.apply(re, im, ketRe, ketIm);
        ChebyshevNodes.integrationWeights(x, work, to);
        add(half, lane, to);
        swap();
        channels.weigh(step.time(x), step.branch(), ketRe, ketIm);
        double total = 0;
        for (int k = 0; k < moduli.length; k++) {
            moduli[k] = Math.abs(channels.weights()[k]);
            total += moduli[k];
        }
        if (!(total > 0)) {
            grazings++;
            lanes.limit()[lane] += MartingaleLanes.limit(streams.nextThreshold(lane));
            return false;
        }
        energyBefore = rates.energy(here);
        channel = choose(lane, total);
        channels.apply(channel, step.time(x), step.branch(), ketRe, ketIm);
        System.arraycopy(ketRe, 0, re, 0, re.length);
        System.arraycopy(ketIm, 0, im, 0, im.length);
        solver.solve(propagator.re(), propagator.im(), re, im);
        lanes.hazard()[lane] = 0;
        lanes.limit()[lane] = MartingaleLanes.limit(streams.nextThreshold(lane));
        jumps++;
        return true;
    }

    private void swap() {
        double[] swap = from;
        from = to;
        to = swap;
    }

    /** A channel is drawn by |γ|‖Aψ‖², and μ takes the sign of its rate. */
    private int choose(int lane, double total) {
        int chosen = streams.choose(lane, lanes.limit()[lane], moduli, 0, moduli.length, total, streams.factors());
        if (channels.weights()[chosen] < 0) {
            lanes.sign()[lane] = -lanes.sign()[lane];
        }
        return chosen;
    }

    /** Takes the propagator to the place of {@link #here}. */
    private void place(MartingaleStep table) {
        kernel.combine(table.propagators(), 0, padded.length, here, N, padded);
        int entries = propagator.re().length;
        System.arraycopy(padded, 0, propagator.re(), 0, entries);
        System.arraycopy(padded, entries, propagator.im(), 0, entries);
    }
}
