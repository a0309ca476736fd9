package org.unravel.engine.grid;

import java.util.Arrays;

import org.unravel.engine.energy.EnergyIntegrals;
import org.unravel.engine.energy.NodeValues;
import org.unravel.engine.jump.LaneStreams;
import org.unravel.engine.lane.NodeKernel;
import org.unravel.engine.sector.BlockFrame;
import org.unravel.engine.sector.ChannelTable;
import org.unravel.engine.sector.EnergyTerms;
import org.unravel.numeric.ChebyshevNodes;
import org.unravel.trajectory.EngineCounters;
import org.unravel.trajectory.LaneObserver;

/**
 * Takes one lane through a step in which it jumps, any number of times (engine.md, "A step").
 *
 * <p>The ket after a jump is continued back to the start of the step (virtual ket), so that the same tables serve again. One per worker.
 */
final class JumpResolver {

    private static final int N = ChebyshevNodes.COUNT;
    /**
     * The integral up to a place is taken from the polynomial through its values at the nodes. That drops its part of degree 16, the last Chebyshev
     * coefficient of the rate over 32: with ρ = 12.6 ({@link StepTableBuilder#MOST_DAMPING}) some ρ⁻¹⁵ = 3e-17 of the rate.
     */
    private static final double[] CUMULATIVE_ROWS = ChebyshevNodes.cumulativeRows();
    private static final double[] WHOLE = new double[N];
    private static final double[] NOTHING = new double[N];
    /** Where {@link NodeKernel#rates} puts them. */
    private static final int DRIFT_RATES = 0;
    private static final int POWER_RATES = N;
    private static final int UNITARY_RATES = 2 * N;

    static {
        ChebyshevNodes.integrationWeights(1, new double[N + 1], WHOLE);
    }

    private final SectorLanes[] sectors;
    private final ChannelTable[] channels;
    private final NodeKernel kernel;
    private final EnergyTerms terms;
    private final ThresholdCrossing survival;
    private final double[] values;
    /** As {@link NodeKernel#rates} lays them out, then those of the baths apart. */
    private final double[] rates;
    private final double[] integrals;
    private final double[] here;
    private double[] from = new double[N];
    private double[] to = new double[N];
    private final double[] sRe;
    private final double[] sIm;
    private final double[] ketRe;
    private final double[] ketIm;
    private double threshold;
    private long jumps;
    private long laterJumps;
    private long grazings;

    /** Resolves the jumps of lanes in some sectors. */
    JumpResolver(GridTables tables, NodeKernel kernel, SectorLanes[] sectors) {
        this.sectors = sectors;
        this.kernel = kernel;
        this.survival = new ThresholdCrossing(kernel);
        this.here = survival.weights();
        this.terms = tables.terms();
        this.values = new double[terms.allFormCount() * N];
        this.integrals = new double[EnergyIntegrals.count(terms)];
        this.rates = new double[integrals.length * N];
        BlockFrame[] frames = tables.sectors().stream().map(SectorTables::frame).toArray(BlockFrame[]::new);
        this.channels = new ChannelTable[sectors.length];
        Arrays.setAll(channels, m -> ChannelTable.of(tables.map(), m, frames));
        int dimension = tables.map().largestSector();
        this.sRe = new double[dimension];
        this.sIm = new double[dimension];
        this.ketRe = new double[dimension];
        this.ketIm = new double[dimension];
    }

    EngineCounters counters() {
        return new EngineCounters(jumps, survival.iterations(), laterJumps, grazings, 0, 0);
    }

    /** Resolves the l-th jumping column of a sector: all its jumps in one step, and its end in the sector that they lead to. */
    void resolve(int step, int sector, int l, LaneStreams streams, LaneObserver observer) {
        SectorLanes home = sectors[sector];
        int column = home.jumping(l);
        int lane = home.lane(column);
        for (int i = 0; i < home.stepper().dimension; i++) {
            sRe[i] = home.stepper().re[i][column];
            sIm[i] = home.stepper().im[i][column];
        }
        for (int i = 0; i < integrals.length; i++) {
            integrals[i] = home.before(i, l);
        }
        threshold = home.threshold(column);
        SectorLanes end = sectors[follow(step, sector, lane, streams, observer)];
        end.table(step).end().apply(sRe, sIm, ketRe, ketIm);
        int endColumn = end == home ? column : end.enter(lane);
        end.set(endColumn, ketRe, ketIm, threshold, integrals);
        if (end != home) {
            home.leave(column);
        }
    }

    /** Takes the step-start ket from jump to jump, as a virtual one, and returns the sector in which it ends. */
    private int follow(int step, int start, int lane, LaneStreams streams, LaneObserver observer) {
        int sector = start;
        StepTable table = sectors[sector].table(step);
        double branch = table.step().branch();
        double half = table.step().length() / 2;
        System.arraycopy(NOTHING, 0, from, 0, N);
        double x = -1;
        int channel = -1;
        double energyBefore = 0;
        for (;;) {
            LaneStepper stepper = sectors[sector].stepper();
            stepper.nodeValues(table, sRe, sIm, values);
            kernel.rates(terms, values, rates);
            for (int i = 0; i < terms.apart(); i++) {
                kernel.driftRates(values, NodeValues.apart(terms, i), rates, (EnergyIntegrals.APART + i) * N);
            }
            if (channel >= 0) {
                observer.jump(lane, table.step().time(x), channel, energyHere() - energyBefore,
                        streams.weightAfterJump(lane));
            }
            if (values[N - 1] >= threshold) {
                break;
            }
            x = survival.find(values, half, x, threshold);
            double t = table.step().time(x);
            stepper.place(table, here);
            stepper.stateAt(sRe, sIm, ketRe, ketIm);
            double total = channels[sector].weigh(t, branch, ketRe, ketIm);
            if (!(total > 0)) {
                grazings++;
                threshold = LaneStreams.NEVER;
                break;
            }
            kernel.combine(CUMULATIVE_ROWS, 0, N, here, N, to);
            addIntegrals(half, to);
            energyBefore = energyHere();
            laterJumps += channel >= 0 ? 1 : 0;
            jumps++;
            double[] weights = channels[sector].weights();
            channel = streams.choose(lane, threshold, weights, 0, weights.length, total, streams.factors());
            channels[sector].apply(channel, t, branch, ketRe, ketIm);
            threshold = streams.nextThreshold(lane);
            int target = channels[sector].target(channel);
            if (target != sector) {
                sector = target;
                table = sectors[sector].table(step);
                sectors[sector].stepper().place(table, here);
            }
            System.arraycopy(ketRe, 0, sRe, 0, sRe.length);
            System.arraycopy(ketIm, 0, sIm, 0, sIm.length);
            sectors[sector].stepper().virtualStart(sRe, sIm);
            double[] swap = from;
            from = to;
            to = swap;
        }
        addIntegrals(half, WHOLE);
        return sector;
    }

    private double energyHere() {
        return NodeKernel.dot(here, values, NodeValues.ENERGY) / NodeKernel.dot(here, values, NodeValues.NORM);
    }

    /** Adds the integrals between the places whose weights are {@code from} and {@code upTo}. */
    private void addIntegrals(double half, double[] upTo) {
        add(EnergyIntegrals.DRIFT, half, upTo, DRIFT_RATES);
        if (terms.power()) {
            add(EnergyIntegrals.WORK, half, upTo, POWER_RATES);
        }
        if (terms.unitary()) {
            add(EnergyIntegrals.UNITARY, half, upTo, UNITARY_RATES);
        }
        for (int i = 0; i < terms.apart(); i++) {
            add(EnergyIntegrals.APART + i, half, upTo, (EnergyIntegrals.APART + i) * N);
        }
    }

    private void add(int integral, double half, double[] upTo, int at) {
        integrals[integral] += half * kernel.differenceDot(upTo, from, rates, at);
    }
}
