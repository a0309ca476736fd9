package org.unravel.engine.sparse;

import java.util.Arrays;

import org.unravel.engine.drive.DriveState;
import org.unravel.engine.jump.LaneStreams;
import org.unravel.engine.taylor.MovingRows;
import org.unravel.engine.taylor.SlicedRows;
import org.unravel.engine.taylor.TaylorKernel;
import org.unravel.trajectory.LaneObserver;

/** Makes the jumps of the sparse engine. One per worker. */
final class SparseJump {

    private final SparseTables tables;
    private final TaylorKernel kernel;
    private final LaneStreams streams;
    private final SparseForms forms;
    private final DriveState drive;
    private final MovingRows[] operators;
    private final double[] weights;
    private final double[] scratch = new double[TaylorKernel.SCRATCH];
    private long jumps;
    private long laterJumps;
    private long grazings;

    SparseJump(SparseTables tables, TaylorKernel kernel, LaneStreams streams, SparseForms forms, DriveState drive) {
        this.tables = tables;
        this.kernel = kernel;
        this.streams = streams;
        this.forms = forms;
        this.drive = drive;
        this.operators = Arrays.stream(tables.channels()).map(MovingRows::new).toArray(MovingRows[]::new);
        this.weights = new double[operators.length];
    }

    /**
     * Makes a lane jump from the end of the quadrature; where no channel can fire it goes on without a jump.
     *
     * @param time of the jump
     * @param offset the same, counted from the start of the drive's piece
     * @param later whether a jump of the same grid interval came before
     * @param rest time that the jump is still away from the end of the quadrature, close to zero
     */
    void at(int lane, SparseKet ket, double time, double offset, boolean later, SegmentQuadrature quadrature, double rest, LaneObserver observer) {
        double[] re = quadrature.endRe();
        double[] im = quadrature.endIm();
        int at = quadrature.endAt();
        // The first ket of the pass is not needed any more.
        int free = SlicedRows.HEIGHT;
        forms.moveTo(offset);
        arrive(re, im, at, free, rest);
        double[] end = quadrature.forms();
        double energy = SparseForms.energy(end, quadrature.endForms()) + rest * flow(end, quadrature.endForms());
        double total = weigh(re, im, at, free);
        if (total > 0) {
            int channel = streams.choose(lane, streams.threshold()[lane], weights, 0, weights.length, total, streams.factors());
            double square = kernel.nextTerm(operators[channel].rows(), 1, re, im, at, free, scratch);
            streams.threshold()[lane] = streams.nextThreshold(lane);
            take(ket, re, im, free, 1 / Math.sqrt(square));
            observer.jump(lane, time, channel, SparseForms.energy(ket.forms(), 0) - energy, streams.weightAfterJump(lane));
            jumps++;
            laterJumps += later ? 1 : 0;
        } else {
            grazings++;
            streams.threshold()[lane] = LaneStreams.NEVER;
            take(ket, re, im, at, 1);
        }
    }

    /** Takes the ket to the jump: ψ + rest·Gψ. */
    private void arrive(double[] re, double[] im, int at, int free, double rest) {
        Generator generator = tables.generator();
        // The products after the first see what those before them added: a change by rest², rounding.
        for (int f = 0; f < generator.rows().length; f++) {
            kernel.nextTerm(generator.rows()[f], rest * drive.values()[generator.functions()[f]], re, im, at, free, scratch);
            for (int i = 0; i < tables.model().dimension(); i++) {
                re[at + i] += re[free + i];
                im[at + i] += im[free + i];
            }
        }
    }

    private double flow(double[] end, int at) {
        return SparseForms.drift(end, at) + (tables.terms().unitary() ? SparseForms.unitary(end, at) : 0)
                + (tables.terms().power() ? SparseForms.power(end, at) : 0);
    }

    /** Total jump rate Σ_k γ_k‖A_kψ‖². */
    private double weigh(double[] re, double[] im, int at, int free) {
        double total = 0;
        for (int k = 0; k < weights.length; k++) {
            operators[k].moveTo(drive.values());
            double rate = tables.rates()[k] * drive.values()[tables.rateFunctions()[k]];
            weights[k] = rate * kernel.nextTerm(operators[k].rows(), 1, re, im, at, free, scratch);
            total += weights[k];
        }
        return total;
    }

    private void take(SparseKet ket, double[] re, double[] im, int from, double scale) {
        for (int i = 0; i < tables.model().dimension(); i++) {
            ket.re()[SlicedRows.HEIGHT + i] = re[from + i] * scale;
            ket.im()[SlicedRows.HEIGHT + i] = im[from + i] * scale;
        }
        forms.of(ket);
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
