package org.unravel.engine.ladder;

import java.util.Arrays;
import java.util.List;

import org.unravel.engine.jump.LaneStreams;
import org.unravel.engine.sector.ChannelTable;
import org.unravel.engine.sector.EnergyScale;
import org.unravel.engine.sector.Sector;
import org.unravel.model.InitialState;
import org.unravel.model.TimeGrid;
import org.unravel.trajectory.LaneObserver;

/**
 * Takes one lane over one grid interval. The time up to the next jump is found by bisection down the {@link PropagatorLadder}: a step is taken where it fits in
 * what is left of the interval and the survival after it is not below the threshold. One per worker; what it does for a lane depends on that lane alone.
 *
 * <p>Between jumps drift heat and unitary heat are all that changes the energy. Unitary heat is zero where the energy is the Hamiltonian, and else an integral,
 * {@link WalkIntegral}; drift heat is what is left, so closure is no test of it. Of baths apart it is an integral too.
 */
final class LadderStepper {

    private final LadderTables tables;
    private final LaneStreams streams;
    private final ChannelTable[] channels;
    /** Of each sector; null where the energy is the Hamiltonian or its change is all that there is. */
    private final WalkIntegral[] unitary;
    /** Drift heat of each bath apart, by sector; null where it is zero. */
    private final WalkIntegral[][] apart;
    private double[] trialRe;
    private double[] trialIm;
    private final double[] slopeRe;
    private final double[] slopeIm;
    private long jumps;
    private long laterJumps;
    private long grazings;
    private long jumpsLeft = Long.MAX_VALUE;

    /** A lane on its way. The ket, in the states of its sector, is normalised at the start of each grid interval and after each jump. */
    static final class Lane {

        private int sector;
        private double[] re;
        private double[] im;
        private double survival;
        private double logSurvival;
        private double energy;
        private double drift;
        private double unitary;
        /** Unitary heat that has not been booked. */
        private double flow;
        private final double[] apart;

        Lane(int dimension, int bathsApart) {
            apart = new double[bathsApart];
            re = new double[dimension];
            im = new double[dimension];
        }

        double energy() {
            return energy;
        }

        double drift() {
            return drift;
        }

        double unitary() {
            return unitary;
        }

        double apart(int bath) {
            return apart[bath];
        }

        double logSurvival() {
            return logSurvival;
        }

        int sector() {
            return sector;
        }

        double[] re() {
            return re;
        }

        double[] im() {
            return im;
        }
    }

    LadderStepper(LadderTables tables, LaneStreams streams) {
        this.tables = tables;
        this.streams = streams;
        this.channels = new ChannelTable[tables.map().sectors().size()];
        Arrays.setAll(channels, tables::channels);
        double scale = EnergyScale.of(tables.model());
        List<Sector> sectors = tables.map().sectors();
        unitary = new WalkIntegral[channels.length];
        Arrays.setAll(unitary, m -> tables.model().hasOwnEnergy() && WalkIntegral.drifts(sectors.get(m).jumpRate())
                ? WalkIntegral.unitary(sectors.get(m), tables.ladders().get(m), scale) : null);
        apart = new WalkIntegral[channels.length][tables.model().bathsApart().size()];
        for (int m = 0; m < apart.length; m++) {
            Sector sector = sectors.get(m);
            PropagatorLadder ladder = tables.ladders().get(m);
            Arrays.setAll(apart[m], b -> WalkIntegral.drifts(sector.apart().get(b)) ? WalkIntegral.drift(sector, b, ladder, scale) : null);
        }
        int largest = tables.map().largestSector();
        trialRe = new double[largest];
        trialIm = new double[largest];
        slopeRe = new double[largest];
        slopeIm = new double[largest];
    }

    /** Puts a lane into the ket in which it starts. */
    void start(Lane lane, InitialState.Component ket) {
        lane.sector = tables.map().sectorOf(ket);
        Sector sector = tables.map().sectors().get(lane.sector);
        sector.gather(ket.re(), lane.re);
        sector.gather(ket.im(), lane.im);
        lane.survival = 1;
        lane.logSurvival = 0;
        lane.drift = 0;
        lane.unitary = 0;
        Arrays.fill(lane.apart, 0);
        lane.flow = 0;
        lane.energy = energyOf(lane, square(lane));
    }

    private double energyOf(Lane lane, double square) {
        return tables.energies().get(lane.sector).expectation(lane.re, lane.im) / square;
    }

    private int dimension(Lane lane) {
        return tables.map().sectors().get(lane.sector).dimension();
    }

    private double square(Lane lane) {
        double sum = 0;
        for (int i = 0, d = dimension(lane); i < d; i++) {
            sum = Math.fma(lane.re[i], lane.re[i], Math.fma(lane.im[i], lane.im[i], sum));
        }
        return sum;
    }

    /** After so many jumps more {@link #advance} stops where it is. */
    void stopAfter(long count) {
        jumpsLeft = count;
    }

    /** Takes a lane to grid time {@code g} + 1; returns what of the interval is left, which is 0 unless it was {@linkplain #stopAfter stopped}. */
    double advance(int index, Lane lane, int g, LaneObserver observer) {
        TimeGrid grid = tables.model().time();
        // Sums of short times from zero on keep digits that what is left of a long interval has not.
        double done = 0;
        for (boolean later = false;; later = true) {
            double way = walk(index, lane, grid.step() - done);
            if (way < 0) {
                arrive(lane);
                return 0;
            }
            done += way;
            if (jumpsLeft-- == 0) {
                return Math.max(Double.MIN_VALUE, grid.step() - done);
            }
            boolean jumped = jump(index, lane, Math.min(grid.time(g + 1), grid.time(g) + done), observer);
            laterJumps += jumped && later ? 1 : 0;
        }
    }

    /** Walks to the next jump, and returns how long it took; or to the end of the interval, and returns −1. */
    private double walk(int index, Lane lane, double interval) {
        PropagatorLadder ladder = tables.ladders().get(lane.sector);
        double least = streams.threshold()[index] / lane.survival;
        startIntegrals(lane);
        double way = 0;
        boolean crossed = false;
        double square = Double.NaN;
        for (int level = 0; level < ladder.levels() && way < interval; level++) {
            double length = ladder.length(level);
            if (length <= interval - way) {
                double after = ladder.apply(level, lane.re, lane.im, trialRe, trialIm);
                if (after >= least) {
                    swap(lane);
                    way += length;
                    square = after;
                    stepIntegrals(lane, level);
                } else {
                    crossed = true;
                }
            }
        }
        double bit = finish(lane, ladder, least, interval - way, crossed, square == square ? square : square(lane));
        return bit < 0 ? bit : way + bit;
    }

    private void startIntegrals(Lane lane) {
        if (unitary[lane.sector] != null) {
            unitary[lane.sector].start(lane.re, lane.im);
        }
        for (WalkIntegral drift : apart[lane.sector]) {
            if (drift != null) {
                drift.start(lane.re, lane.im);
            }
        }
    }

    private void stepIntegrals(Lane lane, int level) {
        if (unitary[lane.sector] != null) {
            unitary[lane.sector].step(level);
        }
        for (WalkIntegral drift : apart[lane.sector]) {
            if (drift != null) {
                drift.step(level);
            }
        }
    }

    private void endIntegrals(Lane lane, double bit) {
        if (unitary[lane.sector] != null) {
            lane.flow += unitary[lane.sector].heat(bit);
        }
        for (int b = 0; b < lane.apart.length; b++) {
            WalkIntegral drift = apart[lane.sector][b];
            lane.apart[b] += drift == null ? 0 : drift.heat(bit);
        }
    }

    /** The last bit of the way, shorter than the finest step: up to the jump, or to the end of the interval, and returns −1. */
    private double finish(Lane lane, PropagatorLadder ladder, double least, double rest, boolean crossed, double square) {
        double most = Math.max(0, Math.min(rest, ladder.length(ladder.levels() - 1)));
        System.arraycopy(lane.re, 0, trialRe, 0, lane.re.length);
        System.arraycopy(lane.im, 0, trialIm, 0, lane.im.length);
        double fall = channels[lane.sector].weigh(0, 0, trialRe, trialIm);
        boolean jumps = crossed || least > 0 && square - most * fall < least;
        double bit = jumps && fall > 0 ? Math.max(0, Math.min(most, (square - least) / fall)) : most;
        if (bit > 0) {
            ladder.creep(bit, lane.re, lane.im, trialRe, trialIm, slopeRe, slopeIm);
        }
        endIntegrals(lane, bit);
        return jumps ? bit : -1;
    }

    private void swap(Lane lane) {
        double[] x = lane.re;
        double[] y = lane.im;
        lane.re = trialRe;
        lane.im = trialIm;
        trialRe = x;
        trialIm = y;
    }

    /** Books what has happened up to a grid time and normalises. */
    private void arrive(Lane lane) {
        double square = square(lane);
        lane.survival *= square;
        lane.logSurvival += Math.log(square);
        settle(lane, square);
        scale(lane, 1 / Math.sqrt(square));
    }

    private void settle(Lane lane, double square) {
        double now = energyOf(lane, square);
        if (tables.model().hasOwnEnergy() && unitary[lane.sector] == null) {
            lane.flow = now - lane.energy;
        }
        lane.drift += now - lane.energy - lane.flow;
        lane.unitary += lane.flow;
        lane.flow = 0;
        lane.energy = now;
    }

    private void scale(Lane lane, double factor) {
        for (int i = 0, d = dimension(lane); i < d; i++) {
            lane.re[i] *= factor;
            lane.im[i] *= factor;
        }
    }

    /** False where no channel can fire. */
    private boolean jump(int index, Lane lane, double time, LaneObserver observer) {
        double square = square(lane);
        settle(lane, square);
        ChannelTable table = channels[lane.sector];
        double total = table.weigh(time, time, lane.re, lane.im);
        if (!(total > 0)) {
            grazings++;
            streams.threshold()[index] = LaneStreams.NEVER;
            lane.survival *= square;
            lane.logSurvival += Math.log(square);
            scale(lane, 1 / Math.sqrt(square));
            return false;
        }
        double[] weights = table.weights();
        int channel = streams.choose(index, streams.threshold()[index], weights, 0, weights.length, total, streams.factors());
        table.apply(channel, time, time, lane.re, lane.im);
        lane.sector = table.target(channel);
        lane.survival = 1;
        lane.logSurvival = 0;
        double before = lane.energy;
        lane.energy = energyOf(lane, square(lane));
        streams.threshold()[index] = streams.nextThreshold(index);
        observer.jump(index, time, channel, lane.energy - before, streams.weightAfterJump(index));
        jumps++;
        return true;
    }

    long jumps() {
        return jumps;
    }

    long laterJumps() {
        return laterJumps;
    }

    long grazings() {
        return grazings;
    }
}
