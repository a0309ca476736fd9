package org.unravel.engine.ladder;

import java.util.ArrayList;
import java.util.List;

import org.unravel.engine.lane.HermitianRows;
import org.unravel.engine.sector.BlockFrame;
import org.unravel.engine.sector.Kets;
import org.unravel.engine.sector.Sector;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.BlockPartition;
import org.unravel.numeric.SparseMatrix;

/**
 * The integral of a flow along the kets of a {@link PropagatorLadder}: of unitary heat ∫i⟨[H,E]⟩dt where the energy is not the Hamiltonian, or of the drift heat of
 * one bath. One per worker, sector and flow.
 *
 * <p>The way is taken in pieces that are steps of the ladder, halved until they are no longer than the time before them, so that nothing that decays at the start is
 * missed, however fast; until no frequency turns by more than {@link #MOST_PHASE} in them; and until rules of order 6 and 10 agree. Both are of Newton and Cotes on nine
 * places (Abramowitz and Stegun, 25.4.14 and 25.4.18), which halves share. Where the ket has come to rest, as in the Zeno limit, a piece of any length is one: a
 * motion of any frequency would show at one of the times h, h/2, h/4, ….
 *
 * <p>Where every ket decays alike, nothing drifts, and unitary heat is the change of the energy.
 */
final class WalkIntegral {

    /** What flows in a ket, which need not be normalised, in the unit of energy over time. */
    @FunctionalInterface
    private interface Flow {

        double of(double[] re, double[] im);
    }

    /** ‖H‖ of a piece, without the middle of each block: nine places then show every frequency. */
    private static final double MOST_PHASE = 2;
    /** Down to a sixth of a turn of the fastest rate, that of twice the norm: at one of the times before, a motion stood elsewhere. */
    private static final double REST_PHASE = 0.5;
    /** Two rules that agree to this part of the energy scale: that of higher order then errs by far less. */
    private static final double AGREE = 1e-11;
    /** ‖G‖ times a piece: from here on the rule errs by rounding. */
    private static final double SHORT = 0.0625;
    private static final double[] BOOLE = {7, 32, 12, 32, 14, 32, 12, 32, 7};
    private static final double BOOLE_SUM = 180;
    private static final double[] NINE = {989, 5888, -928, 10496, -4540, 10496, -928, 5888, 989};
    private static final double NINE_SUM = 28350;
    /** log₂ of the places of a piece less one. */
    private static final int FINER = 3;

    private final PropagatorLadder ladder;
    private final Flow flow;
    private final double norm;
    private final double frequency;
    private final double tolerance;
    private final int[] steps;
    private int count;
    private final double[] startRe;
    private final double[] startIm;
    private final double[] values = new double[BOOLE.length];
    private final List<double[]> kets = new ArrayList<>();

    /** Unitary heat in a sector. */
    static WalkIntegral unitary(Sector sector, PropagatorLadder ladder, double energyScale) {
        HermitianRows operator = HermitianRows.of(sector.unitary().at(0));
        return new WalkIntegral(sector, ladder, energyScale, (re, im) -> operator.expectation(re, im) / Kets.square(re, im));
    }

    /** Drift heat of a bath apart in a sector: ⟨E⟩⟨K⟩ − ½⟨{E,K}⟩ with the K of that bath (physics.md, "The ledger"). */
    static WalkIntegral drift(Sector sector, int bath, PropagatorLadder ladder, double energyScale) {
        SparseMatrix e = sector.energy().at(0);
        SparseMatrix k = sector.apart().get(bath).at(0);
        HermitianRows energy = HermitianRows.of(e);
        HermitianRows jumpRate = HermitianRows.of(k);
        HermitianRows anticommutator = HermitianRows.of(e.halfAnticommutator(k));
        return new WalkIntegral(sector, ladder, energyScale, (re, im) -> {
            double n = Kets.square(re, im);
            return (energy.expectation(re, im) / n * jumpRate.expectation(re, im) - anticommutator.expectation(re, im)) / n;
        });
    }

    private WalkIntegral(Sector sector, PropagatorLadder ladder, double energyScale, Flow flow) {
        this.ladder = ladder;
        this.flow = flow;
        this.norm = PropagatorLadder.action(sector) / sector.time().step();
        this.frequency = frequency(sector);
        this.tolerance = AGREE * energyScale;
        this.steps = new int[ladder.levels()];
        this.startRe = new double[sector.dimension()];
        this.startIm = new double[startRe.length];
    }

    /** False if all kets of a sector decay at one rate: ½⟨{K − ⟨K⟩, E}⟩ is zero then. */
    static boolean drifts(TimeDependentOperator jumpRate) {
        SparseMatrix k = jumpRate.at(0);
        double rate = k.re(0, 0);
        return k.plus(-rate, 0, SparseMatrix.identity(k.dimension())).rowSumNorm() > 0;
    }

    /** Pieces of one walk at most, of all integrals: those of the motion between jumps over a grid step, if no ket ever rests. */
    static double pieces(Sector sector) {
        long integrals = sector.apart().stream().filter(WalkIntegral::drifts).count() + (sector.terms().unitary() && drifts(sector.jumpRate()) ? 1 : 0);
        return integrals * frequency(sector) * sector.time().step() / MOST_PHASE;
    }

    /** A bound of the frequencies of motion between jumps. */
    private static double frequency(Sector sector) {
        BlockPartition partition = PropagatorLadder.partition(sector);
        TimeGrid time = sector.time();
        SparseMatrix h = sector.hamiltonian().at(0);
        return h.minus(BlockFrame.of(sector.hamiltonian(), time, partition).middles().at(0)).rowSumNorm();
    }

    /** Starts a way in a ket. */
    void start(double[] re, double[] im) {
        count = 0;
        System.arraycopy(re, 0, startRe, 0, startRe.length);
        System.arraycopy(im, 0, startIm, 0, startIm.length);
    }

    /** A step of the way was taken; they come from long to short. */
    void step(int level) {
        steps[count++] = level;
    }

    /** The integral over the way, and of a bit more that is shorter than every step. */
    double heat(double bit) {
        double[] re = ket(0);
        double[] im = ket(1);
        System.arraycopy(startRe, 0, re, 0, re.length);
        System.arraycopy(startIm, 0, im, 0, im.length);
        double sum = 0;
        double before = 0;
        // The short steps first: what decays is gone when the long ones come.
        for (int s = count - 1; s >= 0; s--) {
            sum += piece(steps[s], before, 0);
            before += ladder.length(steps[s]);
            advance(steps[s], 0);
        }
        return sum + bit * rate(re, im);
    }

    private double rate(double[] re, double[] im) {
        return flow.of(re, im);
    }

    /** A work ket; those of {@code depth} are 4·depth to 4·depth + 3. */
    private double[] ket(int index) {
        while (kets.size() <= index) {
            kets.add(new double[startRe.length]);
        }
        return kets.get(index);
    }

    private void advance(int level, int depth) {
        double[] re = ket(4 * depth);
        double[] im = ket(4 * depth + 1);
        double[] nextRe = ket(4 * depth + 2);
        double[] nextIm = ket(4 * depth + 3);
        ladder.apply(level, re, im, nextRe, nextIm);
        System.arraycopy(nextRe, 0, re, 0, re.length);
        System.arraycopy(nextIm, 0, im, 0, im.length);
    }

    /** The integral over a step from the ket of a depth, which stays. */
    private double piece(int level, double before, int depth) {
        double length = ladder.length(level);
        if (level + FINER >= ladder.levels()) {
            return length * middle(level, depth);
        }
        boolean graded = length <= before || length * norm <= SHORT;
        if (graded && length * frequency <= MOST_PHASE) {
            double high = rules(level, depth);
            if (Math.abs(high - low(length)) <= tolerance || length * norm <= SHORT) {
                return high;
            }
        }
        if (graded && length * frequency > MOST_PHASE && rests(level, depth)) {
            return length * rate(ket(4 * depth), ket(4 * depth + 1));
        }
        copy(depth);
        double sum = piece(level + 1, before, depth + 1);
        advance(level + 1, depth + 1);
        return sum + piece(level + 1, before + length / 2, depth + 1);
    }

    /** True if the rate is the same at the end of a step, of half of it, of a quarter, and so on until nothing turns. */
    private boolean rests(int level, int depth) {
        double length = ladder.length(level);
        double now = rate(ket(4 * depth), ket(4 * depth + 1));
        for (int l = level; l < ladder.levels() && ladder.length(l) * frequency > REST_PHASE; l++) {
            copy(depth);
            advance(l, depth + 1);
            if (!(Math.abs(rate(ket(4 * depth + 4), ket(4 * depth + 5)) - now) * length <= tolerance)) {
                return false;
            }
        }
        return true;
    }

    private void copy(int depth) {
        System.arraycopy(ket(4 * depth), 0, ket(4 * depth + 4), 0, startRe.length);
        System.arraycopy(ket(4 * depth + 1), 0, ket(4 * depth + 5), 0, startRe.length);
    }

    /** Mean of the rates at both ends of a step so short that they hardly differ. */
    private double middle(int level, int depth) {
        copy(depth);
        double first = rate(ket(4 * depth), ket(4 * depth + 1));
        advance(level, depth + 1);
        return (first + rate(ket(4 * depth + 4), ket(4 * depth + 5))) / 2;
    }

    private double rules(int level, int depth) {
        copy(depth);
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                advance(level + FINER, depth + 1);
            }
            values[i] = rate(ket(4 * depth + 4), ket(4 * depth + 5));
            sum += NINE[i] * values[i];
        }
        return ladder.length(level) * sum / NINE_SUM;
    }

    private double low(double length) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += BOOLE[i] * values[i];
        }
        return length * sum / BOOLE_SUM;
    }
}
