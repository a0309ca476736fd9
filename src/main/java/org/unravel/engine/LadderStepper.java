package org.unravel.engine;

import java.util.Arrays;

import org.unravel.model.InitialState;
import org.unravel.model.TimeGrid;
import org.unravel.trajectory.LaneObserver;

/**
 * Takes one lane over one grid interval. The time up to the next jump is found by bisection down the {@link PropagatorLadder}: a step is taken where it fits in
 * what is left of the interval and the survival after it is not below the threshold. One per worker; what it does for a lane depends on that lane alone.
 *
 * <p>Where the energy is the Hamiltonian, which every channel leaves alone between its jumps, drift heat is all that changes it: no quadrature is needed.
 */
final class LadderStepper {

    private final LadderTables tables;
    private final LaneStreams streams;
    private final ChannelTable[] channels;
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

        Lane(int dimension) {
            re = new double[dimension];
            im = new double[dimension];
        }

        double energy() {
            return energy;
        }

        double drift() {
            return drift;
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
        double rest = grid.step();
        for (boolean later = false;; later = true) {
            rest = walk(index, lane, rest);
            if (rest < 0) {
                arrive(lane);
                return 0;
            }
            if (jumpsLeft-- == 0) {
                return Math.max(Double.MIN_VALUE, rest);
            }
            // Counted from the nearer end, so that no jump comes to lie beyond it.
            double time = Math.min(grid.time(g + 1), grid.time(g) + (grid.step() - rest));
            boolean moved = jump(index, lane, time, observer);
            laterJumps += moved && later ? 1 : 0;
        }
    }

    /** Walks to the next jump, and returns what is then left of the interval; or to its end, and returns −1. */
    private double walk(int index, Lane lane, double interval) {
        PropagatorLadder ladder = tables.ladders().get(lane.sector);
        double least = streams.threshold()[index] / lane.survival;
        double rest = interval;
        boolean crossed = false;
        double square = Double.NaN;
        for (int level = 0; level < ladder.levels() && rest > 0; level++) {
            double length = ladder.length(level);
            if (length <= rest) {
                double after = ladder.apply(level, lane.re, lane.im, trialRe, trialIm);
                if (after >= least) {
                    swap(lane);
                    rest -= length;
                    square = after;
                } else {
                    crossed = true;
                }
            }
        }
        return finish(lane, ladder, least, rest, crossed, square == square ? square : square(lane));
    }

    /** The last bit of the way, shorter than the finest step. */
    private double finish(Lane lane, PropagatorLadder ladder, double least, double rest, boolean crossed, double square) {
        double most = Math.min(rest, ladder.length(ladder.levels() - 1));
        System.arraycopy(lane.re, 0, trialRe, 0, lane.re.length);
        System.arraycopy(lane.im, 0, trialIm, 0, lane.im.length);
        double fall = channels[lane.sector].weigh(0, 0, trialRe, trialIm);
        boolean jumps = crossed || least > 0 && square - most * fall < least;
        double bit = jumps && fall > 0 ? Math.max(0, Math.min(most, (square - least) / fall)) : most;
        if (bit > 0) {
            ladder.creep(bit, lane.re, lane.im, trialRe, trialIm, slopeRe, slopeIm);
        }
        return jumps ? rest - bit : -1;
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
        lane.drift += now - lane.energy;
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
