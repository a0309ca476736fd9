package org.unravel.engine.sparse;

import org.unravel.engine.drive.DriveState;
import org.unravel.engine.energy.EnergyIntegrals;
import org.unravel.engine.jump.LaneStreams;
import org.unravel.engine.taylor.SlicedRows;
import org.unravel.engine.taylor.TaylorKernel;
import org.unravel.numeric.LobattoKronrod;
import org.unravel.trajectory.EngineCounters;
import org.unravel.trajectory.LaneObserver;

/**
 * Takes one lane over one grid interval, piece by piece of the drive and segment by segment: expand, find the jump if there is one, integrate the energies up to there, jump. One
 * per worker. What it does for a lane depends on that lane alone.
 */
final class SparseStepper {

    /** A state that is this far from the jump, in units of 1/‖G‖, is taken there by its slope: the square of it is rounding. */
    private static final double NEAR = 2e-7;
    private static final int MOST_ITERATIONS = 60;
    /** A bracket this narrow cannot be halved. */
    private static final double NARROWEST = 1e-15;
    /** A segment that is to hold the next jump is so much longer than the jump rate at its start predicts. */
    private static final double MARGIN = 1.4;
    /** It is not worth a segment of its own unless it is this part of what is left. */
    private static final double WORTHWHILE = 0.75;
    /** Nor shorter than this part of it, or a rate that falls would make segments without end. */
    private static final double SHORTEST = 0.02;
    /** A segment is not integrated over less than this part of it, whatever is missing in closure. */
    private static final double LEAST_PLACE = 1.0 / 64;

    private final SparseTables tables;
    private final LaneStreams streams;
    private final DriveState drive;
    private final EnergyIntegrals sums;
    private final TaylorSeries series;
    private final SparseForms forms;
    private final SegmentQuadrature quadrature;
    private final HermiteSurvival survival = new HermiteSurvival();
    private final SparseJump jump;
    private final int dimension;
    private double norm;
    private double longest;
    private long iterations;
    private long refinements;
    private long unclosed;

    SparseStepper(SparseTables tables, TaylorKernel kernel, LaneStreams streams, DriveState drive, EnergyIntegrals sums) {
        this.drive = drive;
        this.tables = tables;
        this.streams = streams;
        this.sums = sums;
        this.dimension = tables.model().dimension();
        this.series = new TaylorSeries(kernel, tables.generator());
        this.forms = new SparseForms(tables, kernel, drive);
        this.quadrature = new SegmentQuadrature(tables, series, forms);
        this.jump = new SparseJump(tables, kernel, streams, forms, drive);
    }

    EngineCounters counters() {
        return new EngineCounters(jump.jumps(), iterations, jump.laterJumps(), jump.grazings(), refinements, unclosed);
    }

    SparseForms forms() {
        return forms;
    }

    /** Takes a lane over a grid interval. */
    void advance(int lane, SparseKet ket, int interval, LaneObserver observer) {
        boolean jumped = false;
        for (int piece = tables.drive().firstPiece(interval); piece < tables.drive().firstPiece(interval + 1); piece++) {
            drive.enter(piece);
            norm = tables.generator().norm(tables.drive(), piece);
            longest = tables.longest(piece);
            jumped = advance(lane, ket, jumped, observer);
            if (tables.drive().breaksAfter(piece)) {
                quench(lane, ket, piece + 1);
            }
        }
    }

    /** Operators jump where a piece ends: what that does to the energy is work (physics.md, "The ledger"). */
    private void quench(int lane, SparseKet ket, int next) {
        drive.enter(next);
        forms.moveTo(0);
        double before = SparseForms.energy(ket.forms(), 0);
        forms.of(ket);
        if (tables.terms().power()) {
            sums.work()[lane] += SparseForms.energy(ket.forms(), 0) - before;
        }
    }

    /** Takes a lane over the piece of the drive; {@code jumped} and the result say whether it has jumped in the grid interval. */
    private boolean advance(int lane, SparseKet ket, boolean jumpedBefore, LaneObserver observer) {
        boolean jumped = jumpedBefore;
        double time = tables.drive().start(drive.piece());
        double step = tables.drive().length(drive.piece());
        double done = 0;
        while (done < step) {
            double length = segmentLength(ket.forms(), streams.threshold()[lane], step - done);
            boolean last = length == step - done;
            drive.expand(done, length);
            series.expand(drive, ket, length, length * norm);
            quadrature.start(ket, done, length);
            quadrature.reach(1);
            boolean jumps = quadrature.norm(LobattoKronrod.COUNT - 1) < streams.threshold()[lane];
            double correction = jumps ? locate(streams.threshold()[lane], length) : 0;
            if (!integrate(length)) {
                jumps = false;
                correction = 0;
            }
            double x = Math.max(0, Math.min(1, quadrature.place() + correction));
            collect(lane, length, correction);
            done = last && x == 1 ? step : done + x * length;
            if (jumps) {
                jump.at(lane, ket, time + done, done, jumped, quadrature, correction * length, observer);
                jumped = true;
            } else {
                leave(ket);
            }
        }
        return jumped;
    }

    /** A segment as long as the series allows, or just long enough for the jump that the rate at its start predicts: −ln(u/n)/⟨K⟩. */
    private double segmentLength(double[] now, double threshold, double rest) {
        double even = rest / Math.ceil(rest / longest);
        if (threshold > 0) {
            double predicted = MARGIN * Math.log(now[0] / threshold) / SparseForms.jumpRate(now, 0);
            if (predicted < WORTHWHILE * even) {
                return Math.max(predicted, SHORTEST * even);
            }
        }
        return even;
    }

    /**
     * Reaches the place where survival falls to u: safeguarded Newton from the root of its interpolation. Survival falls with slope −length·⟨K⟩.
     *
     * @return how far the jump still is from the place that was reached, by its slope
     */
    private double locate(double u, double length) {
        double low = 0;
        double high = 1;
        survival.set(quadrature, length);
        double x = survival.root(quadrature, u);
        double near = NEAR / Math.max(1, length * norm);
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            iterations++;
            quadrature.reach(x);
            double f = quadrature.norm(LobattoKronrod.COUNT - 1) - u;
            double step = f / (length * quadrature.jumpRate(LobattoKronrod.COUNT - 1));
            if (Math.abs(step) <= near) {
                return step;
            }
            if (f > 0) {
                low = x;
            } else {
                high = x;
            }
            if (high - low < NARROWEST) {
                break;
            }
            x = x + step > low && x + step < high ? x + step : 0.5 * (low + high);
        }
        return 0;
    }

    /** Integrates the energies to the place that was reached; false if it had to go back to an earlier one. */
    private boolean integrate(double length) {
        if (tables.terms().none()) {
            return true;
        }
        boolean whole = true;
        while (true) {
            int level = quadrature.integrate(tables.tolerance(length * quadrature.place(), drive.piece()), tables.energyScale());
            refinements += level > 0 ? 1 : 0;
            if (level < LobattoKronrod.LEVELS) {
                return whole;
            }
            if (quadrature.place() < LEAST_PLACE) {
                unclosed++;
                return whole;
            }
            quadrature.reach(quadrature.place() / 2);
            whole = false;
        }
    }

    private void collect(int lane, double length, double correction) {
        double rest = correction * length;
        sums.drift()[lane] += quadrature.drift() + (tables.terms().drift() ? rest * SparseForms.drift(quadrature.forms(), quadrature.endForms()) : 0);
        sums.work()[lane] += quadrature.work() + (tables.terms().power() ? rest * SparseForms.power(quadrature.forms(), quadrature.endForms()) : 0);
        sums.unitary()[lane] += quadrature.unitary()
                + (tables.terms().unitary() ? rest * SparseForms.unitary(quadrature.forms(), quadrature.endForms()) : 0);
        for (int i = 0; i < tables.terms().apart(); i++) {
            sums.apart(i)[lane] += quadrature.apart(i) + rest * SparseForms.drift(quadrature.forms(), quadrature.endForms() + SparseForms.apart(i));
        }
    }

    /** Takes ket and forms from the end of the integral. */
    private void leave(SparseKet ket) {
        System.arraycopy(quadrature.endRe(), quadrature.endAt(), ket.re(), SlicedRows.HEIGHT, dimension);
        System.arraycopy(quadrature.endIm(), quadrature.endAt(), ket.im(), SlicedRows.HEIGHT, dimension);
        System.arraycopy(quadrature.forms(), quadrature.endForms(), ket.forms(), 0, ket.forms().length);
    }
}
