package org.unravel.engine;

import java.util.List;

import org.unravel.model.Channel;
import org.unravel.trajectory.LaneObserver;

/** Makes the jumps of the sparse engine. One per worker. */
final class SparseJump {

    private final SparseTables tables;
    private final TaylorKernel kernel;
    private final LaneStreams streams;
    private final SparseForms forms;
    private final SlicedRows[] operators;
    private final double[] rates;
    private final double[] weights;
    private final double[] scratch = new double[TaylorKernel.SCRATCH];
    private long jumps;
    private long laterJumps;
    private long grazings;

    SparseJump(SparseTables tables, TaylorKernel kernel, LaneStreams streams, SparseForms forms) {
        List<Channel> channels = tables.model().channels();
        this.tables = tables;
        this.kernel = kernel;
        this.streams = streams;
        this.forms = forms;
        this.operators = tables.channels();
        this.rates = channels.stream().mapToDouble(c -> c.rate().at(0).re()).toArray();
        this.weights = new double[rates.length];
    }

    /**
     * Makes a lane jump from the end of the quadrature; where no channel can fire it goes on without a jump.
     *
     * @param time of the jump
     * @param later whether a jump of the same grid interval came before
     * @param rest time that the jump is still away from the end of the quadrature, close to zero
     */
    void at(int lane, SparseKet ket, double time, boolean later, SegmentQuadrature quadrature, double rest, LaneObserver observer) {
        double[] re = quadrature.endRe();
        double[] im = quadrature.endIm();
        int at = quadrature.endAt();
        // The first ket of the pass is not needed any more.
        int free = SlicedRows.HEIGHT;
        arrive(re, im, at, free, rest);
        double[] end = quadrature.forms();
        double energy = SparseForms.energy(end, quadrature.endForms()) + rest * flow(end, quadrature.endForms());
        double total = weigh(re, im, at, free);
        if (total > 0) {
            int channel = streams.choose(lane, streams.threshold()[lane], weights, 0, weights.length, total, streams.factors());
            double square = kernel.nextTerm(operators[channel], 1, re, im, at, free, scratch);
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
        kernel.nextTerm(tables.generator(), rest, re, im, at, free, scratch);
        for (int i = 0; i < tables.generator().dimension(); i++) {
            re[at + i] += re[free + i];
            im[at + i] += im[free + i];
        }
    }

    private double flow(double[] end, int at) {
        return SparseForms.drift(end, at) + (tables.terms().unitary() ? SparseForms.unitary(end, at) : 0);
    }

    /** Total jump rate Σ_k γ_k‖A_kψ‖². */
    private double weigh(double[] re, double[] im, int at, int free) {
        double total = 0;
        for (int k = 0; k < weights.length; k++) {
            weights[k] = rates[k] * kernel.nextTerm(operators[k], 1, re, im, at, free, scratch);
            total += weights[k];
        }
        return total;
    }

    private void take(SparseKet ket, double[] re, double[] im, int from, double scale) {
        for (int i = 0; i < tables.generator().dimension(); i++) {
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
